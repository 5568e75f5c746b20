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
        // Who leads a delegation, or sends it, meets those to whom it goes.
        var sends = words.Tells(parse.Lemma(verb), "sends");
        if (sends && !told.Recipients.Any(attendance.IsOtherSide))
        {
            return null;
        }
        var mediator = told is { Mode: "third-party", Actors: [var first, ..] } ? first : null;
        var parties = attendance.Of(
            (
                Between(told)
                ??
                [
                    .. told.Actors,
                    .. sends ? told.Recipients.Where(attendance.IsOtherSide) : told.Recipients,
                ]
            ).Where(p => p != mediator && (told.Mode != "visit" || IsHost(told, p))),
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
            Host = Host(told, verb) is { } host && parties.Contains(host) ? attendance.NameOf(host) : null,
            Mediator = mediator?.Passage,
            Venue = told.Where,
            When = told.When,
            Evidence = told.Evidence,
        };
    }

    /// <summary>"Step aside from the talks between A and B": such talks have their own sides, whoever does what about them; null where none are told so.</summary>
    private List<Participant>? Between(Event told) =>
        told.Actors.Concat(told.Recipients).Where(IsBetween).ToList() is { Count: > 1 } sides ? sides : null;

    private bool IsBetween(Participant party)
    {
        var token = parse.TokenAt(party.Passage.Start);
        for (var i = token; i < parse.Count && parse.Tokens[i].Start < party.Passage.End; i++)
        {
            var head = parse.Relations[i].Base == Relation.Conj ? parse.Heads[i] : i;
            if (
                Clause.Preposition(parse, head) is var preposition and >= 0
                && words.Tells(parse.Lemma(preposition), "both sides")
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whoever receives, or is visited.</summary>
    private Participant? Host(Event told, int verb) =>
        (
            words.Tells(parse.Lemma(verb), "receives") ? told.Actors
            : told.Mode == "visit" ? told.Recipients
            : []
        )
            is [var first, ..]
            ? first
            : null;

    /// <summary>Whoever is visited is a country or somebody in office; a town is only where.</summary>
    private bool IsHost(Event told, Participant party) =>
        told.Actors.Contains(party)
        || attendance.IsState(party)
        || attendance.LevelOf(party) > MeetingLevel.Unknown;

    private MeetingStatus? Status(Event told, int verb) =>
        told.Type switch
        {
            EventType.Reject => standings.Of(verb, own: true)
                is var put
                    and (MeetingStatus.Postponed or MeetingStatus.Cancelled)
                ? put
                : MeetingStatus.Denied,
            EventType.Request => MeetingStatus.Proposed,
            // Who would agree, or will if, has not.
            EventType.Agree when told.Modality != Modality.Happened => MeetingStatus.Proposed,
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
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base
                    is Relation.Obj
                        or Relation.Iobj
                        or Relation.Nsubj
                        or Relation.Obl
                        or Relation.Xcomp
                        or Relation.Ccomp
                && !IsOccasion(dependent)
                && (IsNamed(dependent) || Any(parse.Dependents(dependent)))
            )
            {
                return true;
            }
        }
        return false;

        bool Any(ReadOnlySpan<int> below)
        {
            foreach (var under in below)
            {
                if (!IsOccasion(under) && IsNamed(under))
                {
                    return true;
                }
            }
            return false;
        }

        bool IsNamed(int token) => words.Tells(Clause.Singular(parse, token), "meeting");
    }

    /// <summary>"During last week's meeting he urged …": when it was asked, not what for.</summary>
    private bool IsOccasion(int token) =>
        Clause.Preposition(parse, token) is var preposition and >= 0
        && (
            words.Tells(parse.Lemma(preposition), "occasion")
            || words.Tells(parse.Lemma(preposition), "other time")
        );

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
