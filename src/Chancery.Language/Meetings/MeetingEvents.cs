using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>Meetings that an event tells of: those who met, and those who agreed to meet, asked for it or refused.</summary>
internal sealed class MeetingEvents(
    Parse parse,
    MeetingLexicon words,
    MeetingPhrases phrases,
    MeetingStanding standings,
    Attendance attendance,
    MeetingDays days,
    Places places
)
{
    public Meeting? Of(Event told)
    {
        var verb = parse.TokenAt(told.Trigger.Start);
        if (
            told.Type != EventType.Consult && !Spoken(told.Type, verb)
            || IsForTheNews(verb)
            || days.IsHistory(told.When)
        )
        {
            return null;
        }
        if (Status(told, verb) is not { } standing)
        {
            return null;
        }
        var status = days.Now(standing, told.When);
        var mediator = told is { Mode: "third-party", Actors: [var first, ..] } ? first : null;
        var parties = attendance.Of(
            told.Actors.Concat(Met(told, verb)).Where(p => p != mediator),
            status is not (MeetingStatus.Held or MeetingStatus.UnderWay) || IsFormal(verb),
            days.IsAhead(told.When)
        );
        if (
            parties.Count == 0
            || told.Type != EventType.Consult && parties.Count < 2
            || told.Mode == "visit" && !IsAbroad(told, parties)
        )
        {
            return null;
        }
        return new Meeting
        {
            Parties = parties,
            Level = parties.Max(attendance.LevelOf),
            Issue = phrases.Issue(verb),
            Form = told.Mode == "phone" ? MeetingForm.Phone : phrases.Form(verb, told.Where),
            Status = status,
            Host = told.Mode == "visit" && told.Recipients is [var host, ..] ? host.Passage : null,
            Mediator = mediator?.Passage,
            Venue = told.Where,
            When = told.When,
            Evidence = told.Evidence,
        };
    }

    /// <summary>Those on the other side; whom a side sends, heads or calls back is its own.</summary>
    private IEnumerable<Participant> Met(Event told, int verb) =>
        words.Tells(parse.Lemma(verb), "sends") ? told.Recipients.Where(attendance.IsState) : told.Recipients;

    private MeetingStatus? Status(Event told, int verb) =>
        told.Type switch
        {
            EventType.Reject => standings.Of(verb, own: true)
                is var put
                    and (MeetingStatus.Postponed or MeetingStatus.Cancelled)
                ? put
                : MeetingStatus.Denied,
            EventType.Request => MeetingStatus.Proposed,
            EventType.Agree => standings.Of(verb, own: true) is var agreed and not MeetingStatus.Held
                ? agreed
                : MeetingStatus.Announced,
            _ => standings.Of(verb, own: true),
        };

    /// <summary>A meeting agreed on, asked for or refused is told by the words under that verb.</summary>
    private bool Spoken(EventType type, int verb)
    {
        if (type is not (EventType.Agree or EventType.Request or EventType.Reject))
        {
            return false;
        }
        foreach (var word in Clause.Arguments(parse, verb))
        {
            if (words.Tells(word, "meeting"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Talks and official visits are held with those who hold an office, told or not; people meet anybody.</summary>
    private bool IsFormal(int verb) => Clause.Arguments(parse, verb).Any(word => words.Tells(word, "formal"));

    /// <summary>"Held a news conference with …".</summary>
    private bool IsForTheNews(int verb) =>
        parse.Dependent(verb, Relation.Obj) is var noun and >= 0 && !phrases.IsMeeting(noun);

    /// <summary>A visit is one to another country, or to somebody of one.</summary>
    private bool IsAbroad(Event told, IReadOnlyList<Participant> parties) =>
        parties.Count > 1
        || parties is [{ Country: { } own } visitor]
            && told.Recipients.Concat(told.Actors)
                .Any(p =>
                    p != visitor
                    && (p.Country ?? places.Find(p.Passage.In(parse.Text))?.Country) is { } land
                    && land != own
                );
}
