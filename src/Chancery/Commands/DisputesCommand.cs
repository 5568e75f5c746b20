using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Disputes;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Shows what stands against what in a week, and keeps what a person rules on it.</summary>
public static class DisputesCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var week = new Option<string>("--week")
        {
            Description = "The week's first day, like 2025-05-16.",
            Required = true,
        };
        var rule = new Option<string?>("--rule") { Description = "The id of a dispute to rule on." };
        var ruling = new Option<string?>("--as")
        {
            Description = "The ruling: upheld (a draft may print it), dismissed, or open (taken back).",
        };
        ruling.AcceptOnlyFromAmong("upheld", "dismissed", "open");
        var by = new Option<string?>("--by") { Description = "Who rules." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "disputes",
            "Sets the week's statements against each other: denials, contradictions, corrections, differing counts, and speakers who depart from their own words; each with why. Unsure ones are offered and never printed. Exit code 1: there are none.",
            "chancery disputes watches/ukraine.yaml --week 2025-05-16",
            "chancery disputes watches/ukraine.yaml --week 2025-05-16 --rule 3a09b088fba75582 --as upheld --by \"Ada Editor\""
        )
        {
            watchFile,
            week,
            rule,
            ruling,
            by,
            json,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            var day = DraftCommand.Day(result.GetValue(week)!, watch);
            using var store = DeskOption.Open(result, desk);
            if (result.GetValue(rule) is { } id)
            {
                Rule(store, watch, id, result.GetValue(ruling), result.GetValue(by));
                return Exit.Done;
            }
            var disputes = new Pipeline(store, Weights.Coder())
                .Follow(watch, day)
                .Disputes.Where(dispute => dispute.Ruling != Ruling.Dismissed)
                .OrderByDescending(dispute => dispute.Sure || dispute.Ruling == Ruling.Upheld)
                .ThenByDescending(dispute => dispute.Confidence)
                .ThenBy(dispute => dispute.Id, StringComparer.Ordinal)
                .ToList();
            if (disputes.Count == 0)
            {
                throw new MisuseException(
                    Exit.Nothing,
                    $"Nothing stands against anything in the week of {day:yyyy-MM-dd}."
                );
            }
            foreach (var dispute in disputes)
            {
                result.InvocationConfiguration.Output.WriteLine(
                    result.GetValue(json)
                        ? JsonSerializer.Serialize(dispute, TermsJson.Dispute)
                        : Text(dispute)
                );
            }
            return Exit.Done;
        });
        return command;
    }

    private static void Rule(Store store, Watch watch, string id, string? ruling, string? by)
    {
        if (ruling is null || string.IsNullOrWhiteSpace(by))
        {
            throw new MisuseException(
                Exit.Unreadable,
                "A ruling needs --as upheld, dismissed or open, and --by a name."
            );
        }
        if (DisputeShelf.Find(store, watch.Id, id) is null)
        {
            throw new MisuseException(Exit.Nothing, $"{watch.Name} has no dispute “{id}”.");
        }
        var made = ruling switch
        {
            "upheld" => Ruling.Upheld,
            "dismissed" => Ruling.Dismissed,
            _ => Ruling.Open,
        };
        store.Write(connection =>
            DisputeShelf.Rule(connection, watch.Id, id, made, by, TimeProvider.System.GetUtcNow())
        );
    }

    internal static string Text(Dispute dispute)
    {
        var standing = (dispute.Ruling, dispute.Sure) switch
        {
            (Ruling.Upheld, _) => "upheld",
            (_, true) => "sure",
            _ => "offered",
        };
        IEnumerable<string> lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{dispute.Kind.ToString().ToLowerInvariant()} ({standing}, {dispute.Confidence:0.00})  {dispute.Id}"
            ),
            Of("  ", dispute.Claim),
            .. dispute.Against.Select(account => Of("  against ", account)),
            $"  why: {string.Join("; ", dispute.Reasons)}",
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Of(string before, Account account) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{before}{account.At:yyyy-MM-dd} {account.Speaker}{(account.Speaker == account.Outlet ? "" : $" ({account.Outlet})")}: {account.Words.ReplaceLineEndings(" ")}"
        );
}
