using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Press.Feeds;
using Chancery.Press.Templates;
using Chancery.Terms;
using Microsoft.AspNetCore.Components;

namespace Chancery.Press;

/// <summary>One file of a site that is still to be made.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Key">Equal keys make equal bytes: where a file of this key stands already nothing needs to be made.</param>
/// <param name="Make">Makes it.</param>
public sealed record SitePage(string Path, string Key, Func<Task<byte[]>> Make);

/// <summary>
/// The files of a site, each with the key of all that it is made of. Pages link relatively; the folder works from a disk,
/// a server or a subfolder of one.
/// </summary>
public sealed class SitePlan : IAsyncDisposable
{
    /// <summary>How many issues before it an issue's page leads to.</summary>
    private const int Beside = 4;
    private const int OnFront = 8;

    private readonly Rendering rendering = new();
    private readonly SiteSource source;
    private readonly string common;
    private readonly Dictionary<string, SitePage> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, Task<FeedEntry>> entries = [];

    public SitePlan(SiteSource source)
    {
        this.source = source;
        // Another program or another watch file may set any page otherwise.
        common = Key(
            typeof(SitePlan).Module.ModuleVersionId.ToString(),
            JsonSerializer.Serialize(source.Watch, TermsJson.Watch),
            source.Address?.AbsoluteUri,
            $"{source.Speakers.Count > 0} {source.Tracks.Count > 0} {source.Calendar is not null} {source.Charts is not null}"
        );
        var issues = source
            .Issues.Where(issue => source.Now is not { } now || issue.Public is not { } at || at <= now)
            .OrderByDescending(issue => issue.Week)
            .ToList();
        // Where nothing was approved yet, the drafts are what there is to look at.
        var drafts = !issues.Exists(issue => issue.Approved is not null);
        var listed = issues.FindAll(issue => drafts || issue.Approved is not null);
        var shown = listed.FindAll(issue => issue.Withdrawn is null);
        Issues(issues, shown);
        Lists(listed, shown);
        Feeds(listed);
        People();
        Tracks();
        if (source.Charts is { } charts)
            Text<ChartsPage>(
                "charts.html",
                Key([
                    .. charts.Events.Select(e => e.ToString()),
                    .. charts.Meetings.Select(m => m.ToString()),
                ]),
                new() { ["Data"] = charts }
            );
        if (source.Calendar is { } calendar)
            Add(
                "meetings.ics",
                Convert.ToHexString(SHA256.HashData(calendar)),
                () => Task.FromResult(calendar)
            );
        if (source.Address is { } address)
            Add(
                "sitemap.xml",
                Key([Of(shown), .. pages.Keys]),
                () => Task.FromResult(Sitemap.Of(address, shown, Standing()))
            );
        Pages = [.. pages.Values.OrderBy(page => page.Path, StringComparer.Ordinal)];
    }

    /// <summary>In the order of their paths, which are all different.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    public ValueTask DisposeAsync() => rendering.DisposeAsync();

    private void Issues(List<IssueCard> issues, List<IssueCard> shown)
    {
        var related = Related.Of([.. Enumerable.Reverse(shown)], Beside);
        var places = shown
            .Select((issue, i) => (issue.Week, i))
            .ToDictionary(pair => pair.Week, pair => pair.i);
        foreach (var issue in issues)
        {
            var path = Addresses.PathOf(issue.Week);
            if (issue.Withdrawn is not null)
            {
                Text<WithdrawnPage>(path, issue.Digest, new() { ["Issue"] = issue });
                continue;
            }
            var listed = places.TryGetValue(issue.Week, out var place);
            var around = new Around(
                listed
                    ? shown.GetRange(place + 1, Math.Min(Beside, shown.Count - place - 1))
                    : [.. shown.Where(other => other.Week < issue.Week).Take(Beside)],
                listed
                    ? (place > 0 ? shown[place - 1] : null)
                    : shown.FindLast(other => other.Week > issue.Week),
                related.GetValueOrDefault(issue.Week, []),
                [.. source.Speakers.Where(speaker => issue.Names.Contains(speaker.Name))]
            );
            Add(
                path,
                Key(issue.Digest, Of(around.Earlier), Of(around.Next), Of(around.Related), Of(around.People)),
                () =>
                {
                    var whole = source.Issue(issue.Week);
                    return Render<IssuePage>(
                        new()
                        {
                            ["Issue"] = whole,
                            ["Notes"] = Notes.Of(whole, source.Watch, source.Article),
                            ["Around"] = around,
                        }
                    );
                }
            );
            if (issue.Picture is { } picture)
                Add(
                    Addresses.PathOf(picture),
                    picture.Digest.Hex,
                    () => Task.FromResult(source.Picture(picture.Digest) ?? [])
                );
        }
    }

    private void Lists(List<IssueCard> listed, List<IssueCard> shown)
    {
        Add("style.css", "", () => Task.FromResult(Rendering.Utf8(Site.Style)));
        Add(
            "index.html",
            Of(shown.Take(OnFront + 1)),
            () =>
            {
                var latest = shown.Count > 0 ? source.Issue(shown[0].Week) : null;
                return Render<FrontPage>(
                    new()
                    {
                        ["Latest"] = latest,
                        ["Notes"] = latest is null ? null : Notes.Of(latest, source.Watch, source.Article),
                        ["Earlier"] = shown.Skip(1).Take(OnFront).ToList(),
                    }
                );
            }
        );
        Text<ArchivePage>("archive.html", Of(listed), new() { ["Issues"] = listed });
        Text<ReadingPage>("reading.html", "", []);
        var corrected = listed.FindAll(issue => issue.Corrections.Count > 0 || issue.Withdrawn is not null);
        Text<CorrectionsPage>("corrections.html", Of(corrected), new() { ["Issues"] = corrected });
    }

    private void Feeds(List<IssueCard> listed)
    {
        var published = listed.Where(issue => issue.Approved is not null).Take(FeedEntry.Most).ToList();
        var feed = new FeedHead(source, source.Watch.Name, source.Watch.Question, "", "index.html", "")
        {
            Withdrawn =
            [
                .. published
                    .Where(issue => issue.Withdrawn is not null)
                    .Select(issue =>
                        (FeedHead.Urn(source.Watch.Id, Addresses.NameOf(issue.Week)), issue.Withdrawn!.At)
                    ),
            ],
        };
        published.RemoveAll(issue => issue.Withdrawn is not null);
        Feed(
            feed,
            Of(published),
            async () =>
            {
                var all = new List<FeedEntry>(published.Count);
                foreach (var issue in published)
                {
                    if (!entries.TryGetValue(issue.Week, out var entry))
                        entries[issue.Week] = entry = FeedEntry.Of(
                            source.Issue(issue.Week),
                            source,
                            rendering
                        );
                    all.Add(await entry);
                }
                return all;
            }
        );
    }

    private void Feed(FeedHead feed, string key, Func<Task<List<FeedEntry>>> make)
    {
        Add(feed.Path("rss.xml"), key, async () => Rss.Of(feed, await make()));
        Add(feed.Path("atom.xml"), key, async () => Atom.Of(feed, await make()));
        Add(feed.Path("feed.json"), key, async () => JsonFeed.Of(feed, await make()));
    }

    private void People()
    {
        if (source.Speakers.Count == 0)
            return;
        Text<SpeakersPage>("people.html", Of(source.Speakers), new() { ["Speakers"] = source.Speakers });
        foreach (var speaker in source.Speakers)
            Add(
                Addresses.PathOf(speaker),
                Of([speaker]),
                () => Render<SpeakerPage>(new() { ["Speaker"] = speaker, ["Entries"] = speaker.Entries() })
            );
    }

    private void Tracks()
    {
        if (source.Tracks.Count == 0)
            return;
        var keys = source.Tracks.ToDictionary(
            track => track,
            track => JsonSerializer.Serialize(track, TermsJson.Track)
        );
        Text<TracksPage>("tracks.html", Key([.. keys.Values]), new() { ["Tracks"] = source.Tracks });
        foreach (var (track, json) in keys)
        {
            Text<TrackPage>(Addresses.PathOf(track), Key(json), new() { ["Track"] = track });
            var feed = new FeedHead(
                source,
                $"{track.Name} | {source.Watch.Name}",
                $"What happens in one negotiation: {track.Name}",
                $"track {track.Id}",
                Addresses.PathOf(track),
                Addresses.PathOf(track, "")
            );
            Feed(feed, Key(json), () => Task.FromResult(TrackEntries.Of(track, feed)));
        }
    }

    private IEnumerable<string> Standing() =>
        pages.Keys.Where(path =>
            path.EndsWith(".html", StringComparison.Ordinal)
            && !path.StartsWith("issues/", StringComparison.Ordinal)
        );

    private void Text<TComponent>(string path, string key, Dictionary<string, object?> parameters)
        where TComponent : IComponent => Add(path, key, () => Render<TComponent>(parameters));

    private async Task<byte[]> Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        parameters["Input"] = source;
        return Rendering.Utf8(await rendering.Of<TComponent>(parameters));
    }

    /// <summary>The first of two files of one path stands: two names that make one slug are one page.</summary>
    private void Add(string path, string key, Func<Task<byte[]>> make) =>
        pages.TryAdd(path, new SitePage(path, Key(common, key), make));

    private static string Of(IEnumerable<IssueCard> issues) => Key([.. issues.Select(issue => issue.Digest)]);

    private static string Of(IssueCard? issue) => issue is null ? "" : Of([issue]);

    private static string Of(IEnumerable<Speaker> speakers) =>
        Key([.. speakers.Select(s => $"{s.Name}\n{s.Office}\n{s.Statements}\n{s.Last.Ticks}")]);

    private static string Key(params IReadOnlyList<string?> parts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16)
        );
}

/// <summary>What an issue's page leads to.</summary>
/// <param name="Earlier">The issues before it, newest first.</param>
/// <param name="Next">The issue after it.</param>
/// <param name="Related">Older ones about the same.</param>
/// <param name="People">Those it names that have a page.</param>
public sealed record Around(
    IReadOnlyList<IssueCard> Earlier,
    IssueCard? Next,
    IReadOnlyList<IssueCard> Related,
    IReadOnlyList<Speaker> People
)
{
    public static Around Nothing { get; } = new([], null, [], []);
}
