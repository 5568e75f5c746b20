using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Press;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Codings;
using Chancery.Record.Issues;
using Chancery.Record.Publications;
using Chancery.Record.Tracks;
using Chancery.Terms;

namespace Chancery.Publication;

/// <summary>Writes the site of a watch: what changed since the last time, and nothing else.</summary>
internal static class SiteWriter
{
    /// <summary>How many statements a person's page shows.</summary>
    private const int Statements = 200;

    /// <summary>The site of all that is approved and, by now, released.</summary>
    /// <returns>How many files were made.</returns>
    public static int Write(Store store, Watch watch, string folder, DateTimeOffset now)
    {
        folder = Path.GetFullPath(folder);
        var memory = SiteMemory.Of(store, watch.Id, folder);
        var maker = Maker(watch);
        var known = memory.Maker == maker ? memory.Cards : [];
        var cards = new Dictionary<string, IssueCard>();
        foreach (var (_, json) in PublicationShelf.Approved(store, watch.Id))
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
            cards[digest] = known.TryGetValue(digest, out var card)
                ? card
                : IssueCard.Of(JsonSerializer.Deserialize(json, TermsJson.Issue)!, watch, digest);
        }
        var source = Source(
            store,
            watch,
            [.. cards.Values],
            week => IssueShelf.Find(store, watch.Id, week)!,
            now
        );
        var (files, made) = Write(source, folder, memory.Files);
        new SiteMemory
        {
            Maker = maker,
            Cards = cards,
            Files = files,
        }.Keep(store, watch.Id, folder);
        return made;
    }

    /// <summary>A site of the issues given, as if they were published.</summary>
    public static void Show(Store store, Watch watch, IReadOnlyList<Issue> issues, string folder)
    {
        var source = Source(
            store,
            watch,
            [.. issues.Select(issue => IssueCard.Of(issue, watch))],
            week => issues.First(issue => issue.Week == week),
            null
        );
        Write(source, Path.GetFullPath(folder), []);
    }

    private static SiteSource Source(
        Store store,
        Watch watch,
        IReadOnlyList<IssueCard> cards,
        Func<DateOnly, Issue> issue,
        DateTimeOffset? now
    )
    {
        var (charts, calendar) = Numbers.Of(store, watch, cards);
        return new()
        {
            Charts = charts,
            Calendar = calendar,
            Watch = watch,
            Issues = cards,
            Issue = issue,
            Article = id => ArticleShelf.Find(store, id),
            Picture = digest => PictureShelf.Find(store, digest)?.Body,
            Speakers = Speakers(store, watch, cards),
            Tracks = TrackShelf.All(store, watch.Id),
            Address = watch.Press.Site,
            Now = now,
        };
    }

    /// <summary>The watch's persons who speak in the record, with the offices of the newest issue's days.</summary>
    private static List<Speaker> Speakers(Store store, Watch watch, IReadOnlyList<IssueCard> cards)
    {
        var newest = cards.Count == 0 ? (DateOnly?)null : cards.Max(card => card.Week).AddDays(6);
        var speakers = new List<Speaker>();
        foreach (var actor in watch.Actors.Where(actor => actor.Kind == ActorKind.Person))
        {
            var query = new StatementQuery { By = [actor.Name, .. actor.Aliases], Named = true };
            if (StatementLedger.Find(store, query with { Limit = 1 }).Entries is not [var last])
                continue;
            var day = newest ?? DateOnly.FromDateTime(last.Dated.UtcDateTime);
            speakers.Add(
                new Speaker(
                    actor.Name,
                    actor.Offices.FirstOrDefault(office => office.HeldOn(day))?.Title,
                    StatementLedger.Count(store, query),
                    last.Dated,
                    () => StatementLedger.Find(store, query with { Limit = Statements }).Entries
                )
            );
        }
        return speakers;
    }

    private static (Dictionary<string, string> Files, int Made) Write(
        SiteSource source,
        string folder,
        Dictionary<string, string> before
    )
    {
        var plan = new SitePlan(source);
        try
        {
            var made = SiteFolder.Write(folder, plan.Pages, before).GetAwaiter().GetResult();
            return (plan.Pages.ToDictionary(page => page.Path, page => page.Key), made);
        }
        finally
        {
            plan.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static string Maker(Watch watch) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{typeof(IssueCard).Module.ModuleVersionId}\n{JsonSerializer.Serialize(watch, TermsJson.Watch)}"
                )
            )
        );
}
