using System.CommandLine;
using System.Text.Json;
using Chancery.Reading.Fetching;
using Chancery.Record.Feeds;

namespace Chancery.Commands;

/// <summary>Goes out for the news, once and politely.</summary>
public static class FetchCommand
{
    public static Command Create()
    {
        var targets = new Argument<string[]>("target")
        {
            Description =
                "A watch's file, an OPML list, or the address of a feed or page; none: the feeds the desk was given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var pages = new Option<int>("--pages")
        {
            Description = "New pages asked for because of one feed, at most.",
            DefaultValueFactory = _ => 200,
        };
        var pause = new Option<double>("--pause")
        {
            Description = "Seconds between two requests to one host; a site may ask for more.",
            DefaultValueFactory = _ => new FetchOptions().Pause.TotalSeconds,
        };
        var contact = new Option<string?>("--contact")
        {
            Description = "A mail address or page that an outlet can complain to; sent with every request.",
        };
        var isPrivate = new Option<bool>("--allow-private")
        {
            Description = "Ask addresses of this machine and its network too.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "fetch",
            "Makes one courteous pass over feeds and the pages of their new entries: by robots.txt, one request at a time to a host, "
                + "and only for what has changed.",
            "chancery fetch watches/ukraine.yaml",
            "chancery fetch https://wire.example/feed.xml",
            "chancery fetch --contact desk@institute.example"
        )
        {
            targets,
            pages,
            pause,
            contact,
            isPrivate,
            json,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                using var store = DeskOption.Open(result, desk);
                var given = result.GetValue(targets)!;
                var byHand = given.Where(IsAddress).ToHashSet();
                string[] feeds =
                [
                    .. given.Length == 0
                        ? Subscriptions.All(store).Select(feed => feed.Address)
                        : given.SelectMany(Feeds),
                ];
                if (feeds.Length == 0)
                {
                    throw new MisuseException(
                        Exit.Nothing,
                        "fetch: there is no feed to ask; name a watch or an address, or import a list with chancery feeds import."
                    );
                }
                var options = new FetchOptions
                {
                    PagesPerFeed = Math.Max(0, result.GetValue(pages)),
                    Pause = TimeSpan.FromSeconds(Math.Clamp(result.GetValue(pause), 0, 3600)),
                    UserAgent = UserAgent(result.GetValue(contact)),
                };
                options = result.GetValue(isPrivate) ? options with { Refuses = _ => false } : options;
                var told = new List<Visit>();
                var tally = new Tally();
                await Terminal
                    .Progress(
                        "fetching",
                        report =>
                            Fetching.Run(
                                store,
                                new Pipeline(store, Weights.Coder()),
                                feeds,
                                byHand.Contains,
                                options,
                                TimeProvider.System,
                                tally,
                                visit =>
                                {
                                    told.Add(visit);
                                    report(told.Count(each => each is not Visit.Ended), 0, "answers");
                                },
                                stop
                            )
                    )
                    .ConfigureAwait(false);
                var pass = FetchedFeed.Of(told, byHand.Contains);
                result.InvocationConfiguration.Output.WriteLine(
                    result.GetValue(json)
                        ? JsonSerializer.Serialize(
                            new { feeds = pass, tally.Articles },
                            JsonSerializerOptions.Web
                        )
                        : FetchedFeed.Table(pass, tally)
                );
                return pass.All(feed => feed.Failure is not null) ? Exit.Unreadable : Exit.Done;
            }
        );
        return command;
    }

    private static bool IsAddress(string target) =>
        target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Feeds(string target)
    {
        if (IsAddress(target))
        {
            return [target];
        }
        if (!File.Exists(target))
        {
            throw new MisuseException(Exit.Unreadable, $"fetch: {target} is neither a file nor an address.");
        }
        return Path.GetExtension(target) is ".yaml" or ".yml"
            ? Fetching.Feeds(CheckCommand.Use(target))
            : FeedsCommand.Listed(target).Select(feed => feed.Address);
    }

    private static string UserAgent(string? contact)
    {
        var named = new FetchOptions().UserAgent;
        return contact is null ? named
            : contact.AsSpan().ContainsAnyInRange('\0', '\x1f')
                ? throw new MisuseException(Exit.Unreadable, "fetch: --contact is one line.")
            : $"{named[..^1]}; {contact})";
    }
}
