using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// Who acts and who is acted on, from the tree around a predicate. The object comes first; what stands behind a preposition is a side
/// only where the type takes that preposition and no object names one.
/// </summary>
internal sealed partial class Sides(
    Parse parse,
    Participants participants,
    EventLexicon lexicon,
    Places places
)
{
    /// <summary>True where a pronoun stands in the place of a side and nobody can say for whom: the event is not told whole.</summary>
    public bool IsOpen(int verb, EventType type)
    {
        var subject = Clause.Subject(parse, verb).Token;
        if (subject >= 0 && IsPersonal(subject) && participants.Of(subject).Count == 0)
        {
            return true;
        }
        var prepositions = lexicon.Recipients.GetValueOrDefault(type) ?? [];
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                Antecedent.IsObject(parse, dependent)
                && participants.Of(dependent).Count == 0
                && (
                    parse.Relations[dependent].Base is Relation.Obj or Relation.Iobj
                    || Takes(dependent, prepositions)
                )
                && (!IsNeuter(dependent) || IsPersonal(type))
            )
            {
                return true;
            }
        }
        return false;
    }

    private bool IsPersonal(int token) =>
        parse.Upos[token] == Upos.Pron && parse.Features[token].PronType == PronType.Prs;

    /// <summary>Types that are done to somebody; what is praised, rejected or ended may be a thing ("rejected it").</summary>
    private static bool IsPersonal(EventType type) =>
        type
            is EventType.Accuse
                or EventType.Request
                or EventType.Consult
                or EventType.Threaten
                or EventType.Coerce
                or EventType.Assault;

    private bool IsNeuter(int token) =>
        parse.Features[token]
            is { Number: Number.Sing, Person: Person.Third, Gender: not (Gender.Masc or Gender.Fem) };

    /// <param name="verb">The predicate.</param>
    /// <param name="noun">The noun that carries its meaning; -1 where it is the verb's own.</param>
    /// <param name="type">Decides which prepositions name a side.</param>
    /// <param name="mode">Who visits is apart from who is visited; other consultations are one list.</param>
    public (List<Participant> Actors, List<Participant> Recipients) Of(
        int verb,
        int noun,
        EventType type,
        string? mode
    )
    {
        // "Proposed a summit with Harl": a meeting is asked of whom it is to be with.
        var prepositions =
            lexicon.Recipients.GetValueOrDefault(mode == "meet" ? EventType.Consult : type) ?? [];
        var (subject, passive) = Clause.Subject(parse, verb);
        List<Participant> actors = [];
        List<Participant> recipients = [];
        if (passive)
        {
            actors.AddRange(participants.Of(Clause.Agent(parse, verb)));
            if (noun < 0)
            {
                recipients.AddRange(Named(subject));
                if (
                    recipients.Count == 0
                    && subject >= 0
                    && type == EventType.Assault
                    && lexicon.Targets.Contains(Clause.Singular(parse, subject))
                    && participants.Somebody(subject) is { } struck
                )
                {
                    recipients.Add(struck);
                }
            }
        }
        else if (subject != noun)
        {
            actors.AddRange(Named(subject));
        }
        if (actors.Count > 0)
        {
            Together(verb, actors);
            Together(subject, actors);
        }
        if (!passive || noun >= 0 || type == EventType.Consult)
        {
            Objects(verb, noun, type, mode, prepositions, recipients);
        }
        if (noun >= 0)
        {
            if (recipients.Count == 0 || type == EventType.Consult)
            {
                Behind(noun, prepositions, recipients);
            }
            if (actors.Count == 0)
            {
                Before(noun, actors);
            }
        }
        if (recipients.Count == 0 && type is EventType.Threaten or EventType.Protest)
        {
            Purpose(verb, type, prepositions, recipients);
        }
        if (recipients.Count == 0 && (mode == "visit" || lexicon.Lands.Contains(type)))
        {
            Land(verb, recipients);
        }
        // "Closed its embassy in Harl": one's own is not the other side; who is expelled is another's.
        if (
            type is EventType.Sanction or EventType.Retreat or EventType.Mobilize
            && mode != "expel"
            && actors.Count > 0
            && recipients.Count > 0
            && recipients.TrueForAll(participants.IsOwn)
        )
        {
            recipients.Clear();
            Land(verb, recipients);
        }
        // "A camp for Harlish refugees was attacked."
        if (
            recipients.Count == 0
            && passive
            && noun < 0
            && parse.Relations[verb].Base is not (Relation.Acl or Relation.Advcl)
        )
        {
            Deep(subject, recipients, 0);
        }
        // What is asked for may be anybody's; of whom it is asked stands at the verb.
        if (
            type != EventType.Request
            && !(
                parse.Dependent(verb, Relation.Obj) is var thing and >= 0
                && (type == EventType.Accuse && IsHis(thing) || IsDeed(type, thing))
            )
            && recipients.Count == 0
            && !passive
            && noun < 0
            && lexicon.Affairs.Contains(type)
        )
        {
            Deep(verb, recipients, 0, type == EventType.Reject);
        }
        // "Gave a million to help schools in Harl": aid is for whom its purpose names.
        if (recipients.Count == 0 && !passive && type == EventType.Aid)
        {
            Purposed(verb, recipients);
        }
        if (mode == "visit")
        {
            recipients.RemoveAll(participants.IsThing);
        }
        // Who resigns does it to nobody.
        if (mode == "resign")
        {
            recipients.Clear();
        }
        for (var i = recipients.Count - 1; i > 0; i--)
        {
            if (recipients.FindIndex(other => other.Passage == recipients[i].Passage) < i)
            {
                recipients.RemoveAt(i);
            }
        }
        recipients.RemoveAll(r =>
            actors.Exists(a => a.Passage.Overlaps(r.Passage) || a.Entity is { } one && one == r.Entity)
        );
        // "Harl's leader threatened to …": his own land is not the other side.
        if (type == EventType.Threaten && actors.Count > 0)
        {
            recipients.RemoveAll(r =>
                r is { Country: not null, Sector: null }
                && participants.IsPlace(r)
                && actors.TrueForAll(a => a.Country == r.Country)
            );
        }
        // "Harl expressed Harlish condolences": his own thing is not the other side.
        if (actors.Count > 0)
        {
            recipients.RemoveAll(r =>
                participants.IsThing(r)
                && r.Country is not null
                && actors.TrueForAll(a => a.Country == r.Country)
            );
        }
        if (type == EventType.Consult && mode != "visit")
        {
            actors.AddRange(recipients);
            recipients.Clear();
            // "Harl and Marn held talks, with the two sides …": they are named already.
            if (actors.Count(a => !participants.IsPointing(a)) > 1)
            {
                actors.RemoveAll(participants.IsPointing);
            }
        }
        if (type == EventType.Consult)
        {
            actors.RemoveAll(participants.IsThing);
        }
        return (actors, recipients);
    }

    /// <summary>A subject, or those whose deed it is ("a series of strikes by …").</summary>
    private IReadOnlyList<Participant> Named(int subject)
    {
        if (subject < 0)
        {
            return [];
        }
        var found = participants.Of(subject);
        return found.Count > 0 || parse.Upos[subject] != Upos.Noun ? found : participants.Under(subject);
    }

    /// <summary>Those behind a noun, or behind one joined to it, by one of the type's prepositions.</summary>
    private void Behind(int noun, IReadOnlySet<string> prepositions, List<Participant> found, int depth = 0)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            var relation = parse.Relations[dependent];
            // "Violations, including the raid on Harl": an example is told beside what it is one of.
            if (relation == Relation.NmodPoss || Takes(dependent, lexicon.Circumstances))
            {
                continue;
            }
            if (relation.Base is Relation.Nmod or Relation.Obl && Takes(dependent, prepositions))
            {
                found.AddRange(participants.Of(dependent));
            }
            else if (
                depth < 2
                && (
                    relation.Base == Relation.Conj
                    || relation.Base == Relation.Nmod && !Takes(dependent, lexicon.Reasons)
                )
            )
            {
                Behind(dependent, prepositions, found, depth + 1);
            }
        }
    }

    /// <summary>A noun behind one of these prepositions; where it stands for a place, only a place of a country's name.</summary>
    private bool Takes(int token, IReadOnlySet<string> prepositions)
    {
        var preposition = Clause.Preposition(parse, token);
        return preposition >= 0
            && prepositions.Contains(parse.Lemma(preposition))
            && (
                !EventPlace.IsWhere(parse, token, lexicon, places)
                || places.Find(parse.Form(token)) is { Country: not null }
            );
    }
}
