using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Asks the ledger who said what to whom.</summary>
public static class StatementsCommand
{
    public static Command Create()
    {
        var by = Words(
            "--by",
            "Who speaks: a name, or an office that the article gives; several may be given."
        );
        var to = Words("--to", "To whom it was said.");
        var about = Words(
            "--about",
            "A name or topic that what was said holds; other endings of its words count."
        );
        var outlet = Words("--outlet", "An outlet's domain.");
        var since = new Option<string?>("--since") { Description = "Articles of this day (UTC) or later." };
        var until = new Option<string?>("--until") { Description = "Articles of this day (UTC) or earlier." };
        var stance = new Option<Stance[]>("--stance")
        {
            Description =
                "Only these: say, confirm, deny, accuse, demand, offer, refuse, threaten, promise, ask, believe.",
            AllowMultipleArgumentsPerToken = true,
        };
        var denies = new Option<bool>("--denies") { Description = "Only denials." };
        var watch = new Option<string?>("--watch")
        {
            Description = "A watch file: the names in --by and --to also stand for their aliases in it.",
        };
        var limit = new Option<int>("--limit")
        {
            Description = "How many at most, newest first; 0 for all.",
            DefaultValueFactory = _ => StatementQuery.Page,
        };
        var format = new Option<string>("--format")
        {
            Description = "How to print them: table, csv or json.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "statements",
            "Lists who said what to whom over all articles of the desk, newest first. Exit code 1: nobody said such a thing.",
            "chancery statements --by Novák --about ceasefire --since 2025-05-16",
            "chancery statements --by \"foreign ministry\" --denies",
            "chancery statements --to Reuters --limit 0 --format csv > statements.csv"
        )
        {
            by,
            to,
            about,
            outlet,
            since,
            until,
            stance,
            denies,
            watch,
            limit,
            format,
            desk,
        };
        command.SetAction(result =>
        {
            var actors = result.GetValue(watch) is { } file ? CheckCommand.Use(file).Actors : [];
            var most = result.GetValue(limit);
            var query = new StatementQuery
            {
                By = Aliases(result.GetValue(by), actors),
                To = Aliases(result.GetValue(to), actors),
                About = result.GetValue(about) ?? [],
                Outlets = result.GetValue(outlet) ?? [],
                Since = Day(result.GetValue(since), "--since"),
                Until = Day(result.GetValue(until), "--until")?.AddDays(1),
                Stances = result.GetValue(denies) ? [Stance.Deny] : result.GetValue(stance) ?? [],
                Negated = result.GetValue(denies) ? false : null,
                Limit = most > 0 ? most : int.MaxValue - 1,
            };
            using var store = DeskOption.Open(result, desk);
            var entries = StatementLedger.Find(store, query).Entries;
            if (entries.Count == 0)
            {
                throw FoundLines.Nothing(store, "No article of the desk has a statement like that.");
            }
            var output = result.InvocationConfiguration.Output;
            switch (result.GetValue(format))
            {
                case "json":
                    output.WriteLine(
                        $"[\n{string.Join(",\n", entries.Select(e => JsonSerializer.Serialize(e, TermsJson.LedgerEntry)))}\n]"
                    );
                    break;
                case "csv":
                    StatementLists.Csv(entries, output);
                    break;
                default:
                    StatementLists.Table(entries, output);
                    More(store, query, entries.Count);
                    break;
            }
            return Exit.Done;
        });
        return command;
    }

    private static void More(Store store, StatementQuery query, int shown)
    {
        var all = StatementLedger.Count(store, query);
        if (all > shown)
        {
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The newest {shown} of {all:N0} statements; --limit 0 lists all."
                )
            );
        }
    }

    private static Option<string[]> Words(string name, string description) =>
        new(name) { Description = description };

    /// <summary>The names, each with the other names that a watch knows for it.</summary>
    private static string[] Aliases(string[]? names, IReadOnlyList<WatchActor> actors) =>
        [
            .. (names ?? [])
                .SelectMany(name =>
                    actors
                        .Where(actor =>
                            actor
                                .Aliases.Append(actor.Name)
                                .Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)
                        )
                        .SelectMany(actor => actor.Aliases.Append(actor.Name))
                        .Prepend(name.Trim())
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static DateTimeOffset? Day(string? text, string option) =>
        text is null ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw new MisuseException(
            Exit.Unreadable,
            $"{option} must be a date like 2025-05-16, not “{text}”."
        );
}
