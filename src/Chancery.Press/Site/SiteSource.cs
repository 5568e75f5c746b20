using Chancery.Press.Charts;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>What a site is made of, the large parts of it read only for the pages that need them.</summary>
public sealed record SiteSource
{
    public required Watch Watch { get; init; }

    /// <summary>The watch's issues, in any order, one a week.</summary>
    public required IReadOnlyList<IssueCard> Issues { get; init; }

    /// <summary>Reads the issue of a week.</summary>
    public required Func<DateOnly, Issue> Issue { get; init; }

    /// <summary>Reads an article version; null where it is not at hand, and its notes say so.</summary>
    public required Func<ArticleId, Article?> Article { get; init; }

    /// <summary>Reads the bytes of a picture.</summary>
    public Func<Digest, byte[]?> Picture { get; init; } = _ => null;

    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    public IReadOnlyList<Track> Tracks { get; init; } = [];

    /// <summary>The calendar of meetings (RFC 5545); null where there is none.</summary>
    public byte[]? Calendar { get; init; }

    /// <summary>What the charts count; null where there is nothing to show.</summary>
    public ChartData? Charts { get; init; }

    /// <summary>Where the folder will be served; see <see cref="SiteInput.Address"/>.</summary>
    public Uri? Address { get; init; }

    /// <summary>What is to be released later than this is not on the site; null shows everything.</summary>
    public DateTimeOffset? Now { get; init; }

    public static SiteSource Of(SiteInput input)
    {
        // An approved issue stands before a draft of the same week.
        var issues = input
            .Issues.OrderByDescending(issue => issue.Approved?.At)
            .DistinctBy(issue => issue.Week)
            .ToDictionary(issue => issue.Week);
        return new()
        {
            Watch = input.Watch,
            Issues = [.. issues.Values.Select(issue => IssueCard.Of(issue, input.Watch))],
            Issue = week => issues[week],
            Article = id => input.Articles.GetValueOrDefault(id),
            Picture = input.Picture,
            Speakers = input.Speakers,
            Tracks = input.Tracks,
            Calendar = input.Calendar,
            Charts = input.Charts,
            Address = input.Address,
            Now = input.Now,
        };
    }
}

/// <summary>One who speaks in the record.</summary>
/// <param name="Name">As the house prints it.</param>
/// <param name="Office">As printed before the name today; null where none is held.</param>
/// <param name="Statements">How many the record holds.</param>
/// <param name="Last">The newest of them.</param>
/// <param name="Entries">Reads the newest of them, newest first.</param>
public sealed record Speaker(
    string Name,
    string? Office,
    int Statements,
    DateTimeOffset Last,
    Func<IReadOnlyList<LedgerEntry>> Entries
);
