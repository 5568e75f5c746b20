using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>
/// Finds calls, visits, talks and summits, planned and past: those that an article's events tell of, and those that a noun names
/// ("the talks between … were put off"). Holds only its words; safe for many threads.
/// </summary>
public sealed class MeetingFinder
{
    private readonly MeetingLexicon words;
    private readonly EventLexicon events;
    private readonly Places places;

    private MeetingFinder(string language) =>
        (words, events, places) = (
            MeetingLexicon.Of(language),
            EventLexicon.Of(language),
            Places.Of(language)
        );

    /// <summary>The finder of a language.</summary>
    /// <param name="language">BCP 47 primary language ("en").</param>
    public static MeetingFinder Of(string language) => new(language);

    /// <summary>The meetings of a text, one for each clause that tells of one, in order.</summary>
    /// <param name="parse">The article's trees.</param>
    /// <param name="entities">Its participants, into which sides index.</param>
    /// <param name="times">Its expressions of time, into which <see cref="Meeting.When"/> indexes.</param>
    /// <param name="told">Its events.</param>
    /// <param name="headline">Its headline, which may say that it tells of a call.</param>
    /// <param name="published">When it was published: what lies behind that day was not held yet.</param>
    public IReadOnlyList<Meeting> Find(
        Parse parse,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Event> told,
        string headline,
        Stamp? published
    )
    {
        var days = new MeetingDays(parse, times, published);
        var standing = new MeetingStanding(parse, words, events);
        var attendance = new Attendance(parse, entities, words, places);
        var phrases = new MeetingPhrases(parse, words, days, headline);
        var fromEvents = new MeetingEvents(parse, words, phrases, standing, attendance, days, places);
        var fromNouns = new MeetingNouns(
            parse,
            words,
            phrases,
            standing,
            attendance,
            days,
            new Participants(parse, entities, times, events, places),
            new Gate(parse, events),
            events,
            places
        );
        List<Meeting> found = [.. told.Select(fromEvents.Of).OfType<Meeting>()];
        found.AddRange(fromNouns.Beside([.. found]));
        return [.. found.OrderBy(meeting => meeting.Evidence.Start)];
    }
}
