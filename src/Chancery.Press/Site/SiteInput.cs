using Chancery.Press.Charts;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>What a site is made of. The same input gives the same bytes.</summary>
public sealed record SiteInput
{
    public required Watch Watch { get; init; }

    /// <summary>
    /// The watch's issues, in any order, one a week. One without an approval has its page, marked as a draft and kept
    /// from search engines; front page, archive and feeds do not know it, unless nothing was approved yet.
    /// </summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>Every article version that a citation names. A note whose article is not here says so.</summary>
    public required IReadOnlyDictionary<ArticleId, Article> Articles { get; init; }

    /// <summary>
    /// Where the folder will be served ("https://watch.example/orva/"), for what must be absolute: canonical links, the
    /// sitemap, the links of feeds. Null: pages do without, and feeds link relative to themselves. Pages link relatively
    /// in either case.
    /// </summary>
    public Uri? Address { get; init; }

    /// <summary>The bytes of the pictures that issues name.</summary>
    public Func<Digest, byte[]?> Picture { get; init; } = _ => null;

    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    public IReadOnlyList<Track> Tracks { get; init; } = [];

    /// <summary>The calendar of meetings (RFC 5545).</summary>
    public byte[]? Calendar { get; init; }

    /// <summary>What the charts count; null where there is nothing to show.</summary>
    public ChartData? Charts { get; init; }

    /// <summary>What is to be released later than this is not on the site; null shows everything.</summary>
    public DateTimeOffset? Now { get; init; }
}

/// <param name="Path">Relative, with forward slashes: "issues/2031-03-07.html".</param>
/// <param name="Bytes">UTF-8.</param>
public readonly record struct SiteFile(string Path, ReadOnlyMemory<byte> Bytes);
