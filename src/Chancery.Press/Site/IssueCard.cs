using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>
/// What lists, neighbours and feeds need to know of an issue. It is kept from one build to the next by the issue's digest,
/// so that a site of hundreds of issues is rebuilt without reading them.
/// </summary>
public sealed record IssueCard
{
    /// <summary>SHA-256 of the issue's JSON: another digest is another issue.</summary>
    public required string Digest { get; init; }

    public required DateOnly Week { get; init; }

    public required Window Window { get; init; }

    public required string Title { get; init; }

    public required string Dek { get; init; }

    public Approval? Approved { get; init; }

    public DateTimeOffset? Release { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public IssuePicture? Picture { get; init; }

    /// <summary>The watch's actors that it names, as the house prints them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>When readers could first see it; null for a draft.</summary>
    [JsonIgnore]
    public DateTimeOffset? Public => Release ?? Approved?.At;

    /// <summary>When what readers see last changed.</summary>
    [JsonIgnore]
    public DateTimeOffset Changed =>
        new[] { Public ?? Window.To, Withdrawn?.At, Corrections.Count > 0 ? Corrections[^1].At : null }
            .OfType<DateTimeOffset>()
            .Max();

    /// <param name="issue">The issue.</param>
    /// <param name="watch">Its watch, for the names.</param>
    /// <param name="digest">As it was computed over the record's JSON; computed here where it is null.</param>
    public static IssueCard Of(Issue issue, Watch watch, string? digest = null) =>
        new()
        {
            Digest =
                digest
                ?? Convert.ToHexStringLower(
                    SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(issue, TermsJson.Issue))
                ),
            Week = issue.Week,
            Window = issue.Window,
            Title = issue.Title.Text,
            Dek = issue.Dek.Text,
            Approved = issue.Approved,
            Release = issue.Release,
            Withdrawn = issue.Withdrawn,
            Corrections = issue.Corrections,
            Picture = issue.Picture,
            Names = Named(issue, watch),
        };

    private static List<string> Named(Issue issue, Watch watch)
    {
        var text = string.Join('\n', issue.Lines().Select(line => line.Text));
        return
        [
            .. watch
                .Actors.Where(a => a.Aliases.Prepend(a.Name).Any(n => Stands(n, text)))
                .Select(a => a.Name),
        ];
    }

    private static bool Stands(string name, string text)
    {
        for (
            var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + name.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
                return true;
        }
        return false;
    }
}
