using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>Finds calls, visits, talks and summits, planned and past, in an article's events. Holds only its words; safe for many threads.</summary>
public sealed class MeetingFinder
{
    private readonly FrozenDictionary<string, string> words;
    private readonly FrozenDictionary<string, MeetingLevel> levels;

    private MeetingFinder(FrozenDictionary<string, string> words) =>
        (this.words, levels) = (
            words,
            words
                .Where(w => Enum.TryParse<MeetingLevel>(w.Value, ignoreCase: true, out _))
                .ToFrozenDictionary(
                    w => w.Key,
                    w => Enum.Parse<MeetingLevel>(w.Value, ignoreCase: true),
                    StringComparer.OrdinalIgnoreCase
                )
        );

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
        // Two who meet, or several under one noun; one who demands, agrees to or refuses a meeting needs the other named.
        if (
            parties.Count == 0
            || parties.Count(p => p.Entity is not null) < 2
                && parties.TrueForAll(p => p.Country is null && p.Sector is null)
            || told.Type != EventType.Consult && (parties.Count < 2 || !Spoken(parse, told.Type, verb))
        )
        {
            return null;
        }
        var (form, mediator) = FormOf(parse, told, verb);
        return new Meeting
        {
            Parties = parties,
            Level = parties.Select(p => LevelOf(parse, p)).Max(),
            Issue = Issue(parse, verb),
            Form = told.Mode == "phone" ? MeetingForm.Phone : form,
            Status = Status(parse, told, verb),
            Host = told.Mode == "visit" && told.Recipients.Count > 0 ? told.Recipients[0].Passage : null,
            Mediator = mediator,
            Venue = told.Where,
            When = told.When,
            Evidence = told.Evidence,
        };
    }

    /// <summary>By the highest office among a party's words.</summary>
    private MeetingLevel LevelOf(Parse parse, Participant party)
    {
        var level = MeetingLevel.Unknown;
        for (
            var i = parse.TokenAt(party.Passage.Start);
            i < parse.Count && parse.Tokens[i].Start < party.Passage.End;
            i++
        )
        {
            var found = levels.GetValueOrDefault(parse.Lemma(i));
            level = found > level ? found : level;
        }
        return level;
    }

    /// <summary>What it is about: the object of a verb of discussing, or what stands behind a preposition of topic.</summary>
    private Passage? Issue(Parse parse, int verb)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent].Base;
            if (relation == Relation.Obj && words.GetValueOrDefault(parse.Lemma(verb)) == "about")
            {
                return parse.PassageOf(parse.Subtree(dependent));
            }
            if (
                relation is Relation.Advcl or Relation.Xcomp
                && words.GetValueOrDefault(parse.Lemma(dependent)) == "about"
            )
            {
                return Issue(parse, dependent);
            }
            if (relation is Relation.Obj or Relation.Obl or Relation.Nmod)
            {
                foreach (var under in (int[])[dependent, .. parse.Dependents(dependent)])
                {
                    if (
                        Events.Clause.Preposition(parse, under) is var preposition and >= 0
                        && words.GetValueOrDefault(parse.Lemma(preposition)) == "topic"
                    )
                    {
                        return parse.PassageOf((preposition + 1, parse.Subtree(under).Last));
                    }
                }
            }
        }
        return null;
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
