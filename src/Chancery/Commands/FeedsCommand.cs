using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Reading.Feeds;
using Chancery.Reading.Fetching;
using Chancery.Reading.Files;
using Chancery.Record.Feeds;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>The desk's feeds: shown, looked into, taken in from other readers' lists and given out as one.</summary>
public static class FeedsCommand
{
    /// <summary>Entries that are shown of a feed.</summary>
    private const int Shown = 20;

    public static Command Create()
    {
        var target = new Argument<string?>("target")
        {
            Description =
                "A feed, page or list: a file or an address. None: the desk's feeds and their health.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var isPrivate = new Option<bool>("--allow-private")
        {
            Description = "Ask addresses of this machine and its network too.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "feeds",
            "Shows what is understood of a feed, finds the feeds of a page, and keeps the desk's list.",
            "chancery feeds https://wire.example/",
            "chancery feeds saved/feed.xml --json",
            "chancery feeds import miniflux.opml",
            "chancery feeds export watches/ukraine.yaml > feeds.opml"
        )
        {
            target,
            isPrivate,
            json,
            desk,
            Import(),
            Export(),
            Drop(),
        };
        command.SetAction(
            async (result, stop) =>
            {
                var output = result.InvocationConfiguration.Output;
                if (result.GetValue(target) is not { } wanted)
                {
                    using var store = DeskOption.Open(result, desk);
                    var feeds = FeedLog.All(store);
                    output.WriteLine(
                        result.GetValue(json) ? JsonSerializer.Serialize(feeds, JsonSerializerOptions.Web)
                        : feeds.Count == 0 ? "The desk has no feeds yet: import a list, or fetch a watch."
                        : string.Join('\n', feeds.Select(Line))
                    );
                    return Exit.Done;
                }
                var capture = wanted.Contains("://", StringComparison.Ordinal)
                    ? await Asked(wanted, result.GetValue(isPrivate), stop).ConfigureAwait(false)
                    : InFile(wanted);
                output.WriteLine(Understood(capture, result.GetValue(json)));
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>The feeds that a list names; what could not be taken is said.</summary>
    /// <exception cref="MisuseException">It names none.</exception>
    internal static IReadOnlyList<Subscription> Listed(string path)
    {
        var (feeds, why) = Opml.Open(path);
        if (feeds.Count == 0)
        {
            throw new MisuseException(Exit.Unreadable, why[0].Sentence);
        }
        foreach (var reason in why)
        {
            Terminal.Say(reason.Sentence);
        }
        return feeds;
    }

    private static ExampleCommand Import()
    {
        var list = new Argument<string>("list")
        {
            Description = "An OPML file, or a zip that holds one: what Miniflux, FreshRSS and others export.",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "import",
            "Takes the feeds of another reader's list into the desk, with their folders.",
            "chancery feeds import miniflux.opml"
        )
        {
            list,
            desk,
        };
        command.SetAction(result =>
        {
            var feeds = Listed(result.GetValue(list)!);
            using var store = DeskOption.Open(result, desk);
            var added = Subscriptions.Keep(store, feeds, TimeProvider.System.GetUtcNow());
            result.InvocationConfiguration.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{feeds.Count:N0} feeds in {feeds.Select(feed => string.Join('/', feed.Folders)).Distinct().Count():N0} folders, {added:N0} of them new."
                )
            );
            return Exit.Done;
        });
        return command;
    }

    private static ExampleCommand Export()
    {
        var watch = new Argument<string?>("watch")
        {
            Description = "A watch's file, whose feeds are to be in the list too.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "export",
            "Writes the desk's feeds as OPML 2.0, folders kept.",
            "chancery feeds export > feeds.opml"
        )
        {
            watch,
            desk,
        };
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            var followed = result.GetValue(watch) is { } file ? CheckCommand.Use(file) : null;
            result.InvocationConfiguration.Output.Write(
                Opml.Write(
                    followed?.Name ?? "Chancery",
                    (followed is null ? [] : OfOutlets(followed)).Concat(Subscriptions.All(store))
                )
            );
            return Exit.Done;
        });
        return command;
    }

    private static ExampleCommand Drop()
    {
        var address = new Argument<string>("address") { Description = "The feed's address." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "drop",
            "Takes a feed out of the desk's list; what it has brought stays.",
            "chancery feeds drop https://wire.example/feed.xml"
        )
        {
            address,
            desk,
        };
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            return Subscriptions.Remove(store, result.GetValue(address)!)
                ? Exit.Done
                : throw new MisuseException(
                    Exit.Nothing,
                    $"The desk was not given {result.GetValue(address)}; a watch's feeds stand in its file."
                );
        });
        return command;
    }

    internal static IEnumerable<Subscription> OfOutlets(Watch watch) =>
        watch.Outlets.SelectMany(outlet =>
            outlet.Feeds.Select(feed => new Subscription(
                feed.Address,
                outlet.Name,
                $"https://{outlet.Domains[0]}/",
                [watch.Name]
            ))
        );

    private static async Task<Capture> Asked(string address, bool isPrivate, CancellationToken stop)
    {
        var options = new FetchOptions();
        using var fetcher = new Fetcher(
            isPrivate ? options with { Refuses = _ => false } : options,
            TimeProvider.System
        );
        return await fetcher.Get(new FetchRequest(address), stop).ConfigureAwait(false) switch
        {
            Fetched.Arrived came => came.Capture,
            Fetched.Failed failed => throw new MisuseException(Exit.Unreadable, failed.Why.Sentence),
            _ => throw new MisuseException(Exit.Unreadable, $"{address} gave nothing."),
        };
    }

    private static Capture InFile(string path) =>
        Intake.Open(path, new IntakeOptions { Lists = true }).FirstOrDefault() switch
        {
            Finding.Found found => found.Capture,
            Finding.Missed missed => throw new MisuseException(Exit.Unreadable, missed.Why.Sentence),
            _ => throw new MisuseException(Exit.Unreadable, $"{path} holds nothing."),
        };

    private static string Understood(Capture capture, bool json)
    {
        var (feed, why) = FeedReader.Read(capture);
        if (feed is not null)
        {
            return json ? JsonSerializer.Serialize(feed, JsonSerializerOptions.Web) : Text(feed);
        }
        if (Opml.Read(capture).Feeds is { Count: > 0 } list)
        {
            return json
                ? JsonSerializer.Serialize(list, JsonSerializerOptions.Web)
                : string.Join('\n', list.Select(Line));
        }
        var found = Discovery.Feeds(capture);
        if (found.Count == 0)
        {
            throw new MisuseException(Exit.Nothing, why!.Sentence);
        }
        return json
            ? JsonSerializer.Serialize(found, JsonSerializerOptions.Web)
            : string.Join(
                '\n',
                found
                    .Select(each =>
                        $"{each.Address}  {each.Title}{(each.Declared ? "" : "  (a link that looks like a feed)")}".TrimEnd()
                    )
                    .Prepend($"{capture.Origin} is a page that points to:")
            );
    }

    private static string Text(Feed feed)
    {
        var dated = feed.Entries.Count(entry => entry.Published is not null || entry.Updated is not null);
        IEnumerable<(string Name, string? Value)> facts =
        [
            ("title", feed.Title),
            ("address", feed.Address),
            ("page", feed.Link),
            ("language", feed.Language),
            ("encoding", feed.Encoding),
            ("updated", Day(feed.Updated ?? feed.Published)),
            (
                "entries",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{feed.Entries.Count} ({dated} dated, {feed.Entries.Count(entry => entry.Content is not null)} with their text)"
                )
            ),
        ];
        return string.Join(
            '\n',
            facts
                .Where(fact => !string.IsNullOrEmpty(fact.Value))
                .Select(fact => $"{fact.Name, -9} {fact.Value}")
                .Concat(feed.Entries.Take(Shown).SelectMany(Lines))
                .Concat(feed.Entries.Count > Shown ? [$"… and {feed.Entries.Count - Shown} more."] : [])
        );
    }

    private static IEnumerable<string> Lines(Entry entry) =>
        [
            "",
            $"{Day(entry.Published ?? entry.Updated) ?? "undated", -16}  {entry.Title ?? "(no title)"}"
                + (entry.Authors.Count > 0 ? $" — {string.Join(", ", entry.Authors)}" : ""),
            $"{"", -16}  {entry.Link ?? "(no link)"}",
        ];

    private static string Line(Subscription feed) =>
        $"{(feed.Folders.Count > 0 ? string.Join('/', feed.Folders) + "  " : "")}{feed.Title}  {feed.Address}".Trim();

    private static string Line(FeedState feed) =>
        $"{(feed.Failure is null ? feed.Reads > 0 ? "✓" : "·" : "✗")} {feed.Address}{(feed.Title.Length > 0 ? $"  {feed.Title}" : "")}\n    "
        + (
            feed.Failure
            ?? (
                feed.Reads == 0
                    ? "never asked"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{feed.Entries:N0} entries seen, the newest of {Day(feed.Newest) ?? "no date"}; last read {Day(feed.LastGood)}"
                    )
            )
        );

    private static string? Day(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
