using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>Finds calls, visits, talks and summits, planned and past, in an article's events. Holds only its words; safe for many threads.</summary>
public sealed class MeetingFinder
{
    private readonly FrozenDictionary<string, string> words;

    private MeetingFinder(FrozenDictionary<string, string> words) => this.words = words;

    /// <summary>The finder of a language.</summary>
    /// <param name="language">BCP 47 primary language ("en").</param>
    public static MeetingFinder Of(string language) => new(Lexicon.Pairs(language, "meeting-words"));

    /// <summary>The meetings of a text, one for each event that tells of one, in order.</summary>
    /// <param name="parse">The article's trees.</param>
    /// <param name="events">Its events.</param>
    public IReadOnlyList<Meeting> Find(Parse parse, IReadOnlyList<Event> events) =>
        [.. events.Select(e => Of(parse, e)).OfType<Meeting>()];

    private Meeting? Of(Parse parse, Event told)
    {
        List<Participant> parties = [.. told.Actors, .. told.Recipients];
        var verb = parse.TokenAt(told.Trigger.Start);
        if (parties.Count == 0 || told.Type != EventType.Consult && !Spoken(parse, told.Type, verb))
        {
            return null;
        }
        var (form, mediator) = FormOf(parse, told, verb);
        return new Meeting
        {
            Parties = parties,
            Form = told.Mode == "phone" ? MeetingForm.Phone : form,
            Status = Status(parse, told, verb),
            Host = told.Mode == "visit" && told.Recipients.Count > 0 ? told.Recipients[0].Passage : null,
            Mediator = mediator,
            Venue = told.Where,
            When = told.When,
            Evidence = told.Evidence,
        };
    }

    /// <summary>A meeting agreed on, asked for or refused is told by the words under that verb.</summary>
    private bool Spoken(Parse parse, EventType type, int verb)
    {
        if (type is not (EventType.Agree or EventType.Request or EventType.Reject))
        {
            return false;
        }
        foreach (var word in Events.Clause.Arguments(parse, verb))
        {
            if (words.GetValueOrDefault(word) == "meeting")
            {
                return true;
            }
        }
        return false;
    }

    private (MeetingForm, Passage?) FormOf(Parse parse, Event told, int verb)
    {
        var form = MeetingForm.InPerson;
        Passage? mediator = null;
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base
                is not (Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Compound)
            )
            {
                continue;
            }
            var word = words.GetValueOrDefault(parse.Lemma(dependent));
            form =
                word == "phone" ? MeetingForm.Phone
                : word == "video" ? MeetingForm.Video
                : form;
            foreach (var under in parse.Dependents(dependent))
            {
                form = words.GetValueOrDefault(parse.Lemma(under)) switch
                {
                    "phone" => MeetingForm.Phone,
                    "video" => MeetingForm.Video,
                    _ => form,
                };
            }
        }
        if (told.Mode == "third-party" && told.Actors.Count > 0)
        {
            mediator = told.Actors[0].Passage;
        }
        return (form, mediator);
    }

    /// <summary>From the verb itself and those that govern it, then from the event's own standing.</summary>
    private MeetingStatus Status(Parse parse, Event told, int verb)
    {
        for (var (at, depth) = (verb, 0); at >= 0 && depth < 3; at = parse.Heads[at], depth++)
        {
            switch (words.GetValueOrDefault(parse.Lemma(at)))
            {
                case "postponed":
                    return MeetingStatus.Postponed;
                case "cancelled":
                    return MeetingStatus.Cancelled;
                case "denied":
                    return MeetingStatus.Denied;
                case "proposed" when depth > 0:
                    return MeetingStatus.Proposed;
                case "confirmed" when depth > 0 && told.Modality == Modality.Future:
                    return MeetingStatus.Confirmed;
                case "underway" when told.Modality == Modality.Happened && !told.Negated:
                    return MeetingStatus.UnderWay;
                case "announced" when depth > 0:
                    return MeetingStatus.Announced;
                default:
                    break;
            }
        }
        return told.Negated || told.Type == EventType.Reject ? MeetingStatus.Denied
            : told.Type == EventType.Request ? MeetingStatus.Proposed
            : told.Type == EventType.Agree ? MeetingStatus.Announced
            : told.Modality == Modality.Future ? MeetingStatus.Announced
            : told.Modality == Modality.Conditional ? MeetingStatus.Proposed
            : MeetingStatus.Held;
    }
}
