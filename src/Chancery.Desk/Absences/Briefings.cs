using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Absences;

/// <summary>What an issue may say of an expected briefing.</summary>
public static class Briefings
{
    /// <summary>The sentence for a briefing that did not come while its feed was healthy.</summary>
    public static string None(ExpectedBriefing briefing) =>
        $"There were no {Plural(briefing.Name)} this week.";

    private const string Unread = "The desk could not look for ";
    private const string UnreadEnd = " this week: the feed was not read for the whole of it.";

    /// <summary>The sentence for one that the desk could not look for: it says nothing of whether it took place.</summary>
    public static string NotLooked(ExpectedBriefing briefing) => Unread + Plural(briefing.Name) + UnreadEnd;

    /// <summary>True for that sentence and no other.</summary>
    public static bool SaysNotLooked(string text) =>
        text.StartsWith(Unread, StringComparison.Ordinal)
        && text.EndsWith(UnreadEnd, StringComparison.Ordinal)
        && text.Length > Unread.Length + UnreadEnd.Length
        && !text[Unread.Length..^UnreadEnd.Length]
            .Any(c => c is '.' or ':' or ';' or ',' or '!' or '?' or '\n');

    /// <summary>The line for a briefing that was not found: that there was none, or that nobody could look.</summary>
    public static Line.Absence Line(BriefingLook look, Window window) =>
        new(
            look.Health.Covered ? None(look.Briefing) : NotLooked(look.Briefing),
            look.Briefing.Feed,
            window,
            look.Health
        );

    /// <summary>
    /// True where it was to be expected in the week: a readout only where a contact of its actor took place in it, as the
    /// tracks know; a briefing and a call always.
    /// </summary>
    public static bool IsExpected(ExpectedBriefing briefing, Week week)
    {
        if (briefing.Kind != PublicationKind.Readout)
        {
            return true;
        }
        var (from, to) = (Day(week.Window.From), Day(week.Window.To));
        var states = new Tracks.States(week.Watch);
        var of = states.Named(briefing.Of ?? "");
        return week
            .Tracks.SelectMany(track => track.Rounds)
            .Any(round =>
                round.Status == MeetingStatus.Held
                && round.On >= from
                && round.On < to
                && round.Parties.Contains(of, StringComparer.Ordinal)
            );

        DateOnly Day(DateTimeOffset at) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, week.Zone).DateTime);
    }

    private static string Plural(string name) => name.EndsWith('s') ? name : name + "s";
}
