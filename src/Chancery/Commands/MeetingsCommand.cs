using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Desk.Happenings;
using Chancery.Exports;
using Chancery.Press.Files;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>The diplomatic calendar: meetings past and planned, each with the passages that tell of it.</summary>
public static class MeetingsCommand
{
    public static Command Create()
    {
        var filters = new FoundOptions("A party: a name, or a country's code (rus).", "Another party.");
        var watchFile = new Option<string?>("--watch")
        {
            Description =
                "A watch's YAML file: its families of outlets decide what is an independent source.",
        };
        var reports = new Option<bool>("--reports")
        {
            Description = "Each report by itself instead of each meeting once.",
        };
        var format = new Option<string>("--format")
        {
            Description = "table, csv, jsonl (the reports) or ics (iCalendar, meetings with a day).",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "csv", "jsonl", "ics");
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "meetings",
            "Calls, visits, talks and summits: parties, status and its changes, day, venue, form. Exit code 1: none.",
            "chancery meetings --actor rus --recipient usa --since 2025-05-16",
            "chancery meetings --watch watches/ukraine.yaml --format ics > meetings.ics"
        );
        filters.AddTo(command, types: false, places: true);
        command.Options.Add(watchFile);
        command.Options.Add(reports);
        command.Options.Add(format);
        command.Options.Add(desk);
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            var told = FoundLedger.Meetings(store, filters.Meetings(result));
            if (filters.Other(result) is { } other)
            {
                told =
                [
                    .. told.Where(m =>
                        m.Parties.Any(p =>
                            $"{p.Name} {p.Words} {p.Country}".Contains(
                                other,
                                StringComparison.OrdinalIgnoreCase
                            )
                        )
                    ),
                ];
            }
            if (told.Count == 0)
            {
                throw FoundLines.Nothing(store, "The record has no such meeting.");
            }
            var meetings = result.GetValue(watchFile) is { } file
                ? Threads.Of(store, CheckCommand.Use(file)).Meetings(told)
                : MeetingThreads.Of(told, ByOutlet(told));
            result.InvocationConfiguration.Output.Write(
                result.GetValue(format) switch
                {
                    "jsonl" => EventFiles.Lines(
                        told.Select(m => JsonSerializer.Serialize(m, TermsJson.MeetingEntry))
                    ),
                    "csv" => Comma(meetings),
                    "ics" => CalendarFile.Write("Meetings", Entries(meetings)),
                    _ => result.GetValue(reports) ? Reports(told) : Table(meetings),
                }
            );
            return Exit.Done;
        });
        return command;
    }

    private static Func<ArticleId, int> ByOutlet(IReadOnlyList<MeetingEntry> told)
    {
        var outlets = told.DistinctBy(m => m.Article).ToDictionary(m => m.Article, m => m.Outlet);
        var numbers = outlets.Values.Distinct().Select((outlet, i) => (outlet, i)).ToDictionary();
        return id => numbers[outlets[id]];
    }

    private static string Table(IReadOnlyList<MeetingThread> meetings)
    {
        var text = new StringBuilder();
        foreach (var m in meetings)
        {
            text.AppendLine($"{EventFiles.Day(m.Day) ?? "(no day)", -10} {Title(m)}");
            foreach (var change in m.Changes)
            {
                text.AppendLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"           {change.Status.ToString().ToLowerInvariant(), -10} {change.Dated:yyyy-MM-dd} {FoundLines.Source(change)}: {change.Words}"
                    )
                );
            }
        }
        text.AppendLine(
            $"{FoundLines.Count(meetings.Count, "meeting")} in {FoundLines.Count(meetings.Sum(m => m.Evidence.Count), "report")}"
        );
        return text.ToString();
    }

    private static string Reports(IReadOnlyList<MeetingEntry> told)
    {
        var text = new StringBuilder();
        foreach (var m in told)
        {
            text.AppendLine(
                $"{FoundLines.Day(m.When) ?? "-", -12} {m.Status.ToString().ToLowerInvariant(), -10} {Form(m.Form)} {EventFiles.Join(m.Parties, p => p.ToString(), " + ")}{(m.Venue is null ? "" : $" · {m.Venue}")}"
            );
            text.AppendLine($"             {FoundLines.Source(m)}: {m.Words}");
        }
        text.AppendLine(FoundLines.Count(told.Count, "report"));
        return text.ToString();
    }

    private static string Title(MeetingThread m) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Form(m.Form)} {EventFiles.Join(m.Parties, p => p.ToString(), " + ")}{(m.Venue is null ? "" : $" · {m.Venue}")} · {m.Status.ToString().ToLowerInvariant()} · {FoundLines.Count(m.Evidence.Count, "report")}, {FoundLines.Count(m.Sources, "source")}"
        );

    private static string Form(MeetingForm form) =>
        form switch
        {
            MeetingForm.Phone => "call",
            MeetingForm.Video => "video call",
            _ => "meeting",
        };

    private static string Comma(IReadOnlyList<MeetingThread> meetings)
    {
        var text = new StringBuilder();
        Csv.Row(
            text,
            [
                "day",
                "status",
                "form",
                "level",
                "parties",
                "countries",
                "host",
                "mediator",
                "venue",
                "issue",
                "reports",
                "sources",
                "first_told",
                "changes",
                "evidence",
                "address",
            ]
        );
        foreach (var m in meetings)
        {
            Csv.Row(
                text,
                [
                    EventFiles.Day(m.Day),
                    m.Status.ToString().ToLowerInvariant(),
                    Form(m.Form),
                    m.Level.ToString().ToLowerInvariant(),
                    EventFiles.Join(m.Parties, p => p.ToString()),
                    EventFiles.Join(m.Parties, p => p.Country),
                    m.Host,
                    m.Mediator,
                    m.Venue,
                    m.Issue,
                    m.Evidence.Count.ToString(CultureInfo.InvariantCulture),
                    m.Sources.ToString(CultureInfo.InvariantCulture),
                    EventFiles.Iso(m.Evidence[0].Dated),
                    string.Join(" > ", m.Changes.Select(c => c.Status.ToString().ToLowerInvariant())),
                    m.Changes[^1].Words,
                    m.Changes[^1].Address,
                ]
            );
        }
        return text.ToString();
    }

    /// <summary>Two meetings of the same parties on one day have the second's id numbered.</summary>
    internal static IEnumerable<CalendarEntry> Entries(IEnumerable<MeetingThread> meetings) =>
        meetings
            .Select(Entry)
            .OfType<CalendarEntry>()
            .GroupBy(e => e.Uid, StringComparer.Ordinal)
            .SelectMany(same => same.Select((e, i) => i == 0 ? e : e with { Uid = $"{i + 1}-{e.Uid}" }));

    /// <summary>An entry of a calendar; null where no report names a day. Its id is its parties and the day first told, which no later report changes.</summary>
    private static CalendarEntry? Entry(MeetingThread m)
    {
        if (
            m.Day is not { } day
            || m.Evidence.Select(e => e.Day).FirstOrDefault(d => d is not null) is not { } first
        )
        {
            return null;
        }
        var parties = m.Evidence[0]
            .Parties.Select(p => (p.Country ?? p.ToString()).ToLowerInvariant().Replace(' ', '-'))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new CalendarEntry(
            $"{string.Join("-", parties)}-{EventFiles.Day(first)}-{Form(m.Form).Replace(' ', '-')}@chancery",
            day,
            $"{(m.Status is MeetingStatus.Held ? "" : $"({m.Status.ToString().ToLowerInvariant()}) ")}{EventFiles.Join(m.Parties, p => p.ToString(), ", ")}: {Form(m.Form)}",
            string.Join(
                '\n',
                m.Changes.Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.Status.ToString().ToLowerInvariant()}, {c.Dated:yyyy-MM-dd}, {FoundLines.Source(c)}: {c.Words}"
                    )
                )
            ),
            m.Venue,
            m.Status switch
            {
                MeetingStatus.Cancelled or MeetingStatus.Denied or MeetingStatus.Postponed =>
                    CalendarStatus.Cancelled,
                MeetingStatus.Proposed or MeetingStatus.Announced => CalendarStatus.Tentative,
                _ => CalendarStatus.Confirmed,
            },
            m.Evidence[^1].Dated,
            m.Changes.Count - 1,
            m.Changes[^1].Address
        );
    }
}
