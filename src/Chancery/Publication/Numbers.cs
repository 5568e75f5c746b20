using System.Text;
using Chancery.Commands;
using Chancery.Language.Names;
using Chancery.Press;
using Chancery.Press.Charts;
using Chancery.Press.Files;
using Chancery.Record;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Publication;

/// <summary>What a site shows of the ledgers: its charts and its calendar, over the weeks of its issues.</summary>
internal static class Numbers
{
    /// <summary>How many weeks back from the latest issue.</summary>
    private const int Weeks = 4;

    public static (ChartData? Charts, byte[]? Calendar) Of(
        Store store,
        Watch watch,
        IReadOnlyList<IssueCard> issues
    )
    {
        if (issues.Count == 0)
        {
            return default;
        }
        var last = issues.Max(issue => issue.Week).AddDays(watch.Edition.Days);
        var first = last.AddDays(-7 * Weeks);
        // Of the weeks shown alone: looking for reprints among all that was ever read takes longer than the whole site.
        var since = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
        var until = new DateTimeOffset(last, TimeOnly.MinValue, TimeSpan.Zero).AddDays(1);
        var threads = Threads.Of(store, watch, new Window(since, until));
        var happenings = threads.Happenings(
            threads.OfWatch(
                FoundLedger.Events(
                    store,
                    new EventQuery
                    {
                        Since = first,
                        Until = last,
                        Happened = true,
                        Limit = int.MaxValue,
                    }
                )
            )
        );
        var meetings = threads.Meetings(
            threads.OfWatch(
                FoundLedger.Meetings(
                    store,
                    new MeetingQuery
                    {
                        From = first,
                        Since = since,
                        Until = until,
                        Limit = int.MaxValue,
                    }
                )
            )
        );
        var names = CountryNames.Of("en");
        var charts = new ChartData(
            [
                .. happenings.Select(h => new ChartEvent(
                    h.Day,
                    h.Type,
                    Label(h.Type == EventType.Consult ? h.Actors.Take(1) : h.Actors, names),
                    Label(
                        h.Type == EventType.Consult && h.Recipients.Count == 0
                            ? h.Actors.Skip(1)
                            : h.Recipients,
                        names
                    )
                )),
            ],
            [
                .. meetings
                    .Where(m => m.Day is not null)
                    .Select(m => new ChartMeeting(
                        m.Day!.Value,
                        string.Join(", ", m.Parties.Select(p => p.ToString()).Distinct()),
                        m.Status
                    )),
            ]
        );
        return (
            charts.Events.Count + charts.Meetings.Count == 0 ? null : charts,
            meetings.Any(m => m.Day is not null)
                ? Encoding.UTF8.GetBytes(
                    CalendarFile.Write($"{watch.Name}: meetings", MeetingsCommand.Entries(meetings))
                )
                : null
        );
    }

    private static string? Label(IEnumerable<Party> parties, CountryNames names) =>
        parties.Select(p => p.Country).FirstOrDefault(country => country is not null) is { } code
            ? names.NameOf(code)
            : null;
}
