using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// Who acts and who is acted on, from the tree around a predicate. The object comes first; what stands behind a preposition is a side
/// only where the type takes that preposition and no object names one.
/// </summary>
internal sealed class Sides(Parse parse, Participants participants, EventLexicon lexicon, Places places)
{
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
        var prepositions = lexicon.Recipients.GetValueOrDefault(type) ?? [];
        var (subject, passive) = Clause.Subject(parse, verb);
        List<Participant> actors = [];
        List<Participant> recipients = [];
        if (passive)
        {
            actors.AddRange(participants.Of(Clause.Agent(parse, verb)));
            if (noun < 0)
            {
                recipients.AddRange(Named(subject));
            }
        }
        else if (subject != noun)
        {
            actors.AddRange(Named(subject));
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
        if (recipients.Count == 0 && !passive && noun < 0 && lexicon.Affairs.Contains(type))
        {
            Deep(verb, recipients, 0);
        }
        // "Gave a million to help schools in Harl": aid is for whom its purpose names.
        if (recipients.Count == 0 && !passive && type == EventType.Aid)
        {
            Purposed(verb, recipients);
        }
        recipients.RemoveAll(r =>
            actors.Exists(a => a.Passage.Overlaps(r.Passage) || a.Entity is { } one && one == r.Entity)
        );
        if (type == EventType.Consult && mode != "visit")
        {
            actors.AddRange(recipients);
            recipients.Clear();
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

    private void Objects(
        int verb,
        int noun,
        EventType type,
        string? mode,
        IReadOnlySet<string> prepositions,
        List<Participant> recipients
    )
    {
        var about = lexicon.Topics.TryGetValue(parse.Lemma(verb), out var closed);
        List<Participant> oblique = [];
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent];
            if (dependent == noun || relation == Relation.OblAgent || relation == Relation.OblUnmarked)
            {
                continue;
            }
            switch (IsBounded(dependent) ? Relation.Obj : relation.Base)
            {
                case Relation.Iobj:
                    recipients.AddRange(participants.Of(dependent));
                    break;
                case Relation.Obj when closed is { Length: > 0 }:
                    break;
                // "Carried out strikes on the town": the strikes suffer nothing.
                case Relation.Obj when lexicon.Weapons.Contains(parse.Lemma(dependent)):
                    Behind(dependent, prepositions, oblique);
                    break;
                case Relation.Obj when about || noun >= 0:
                    Behind(dependent, prepositions, oblique);
                    break;
                case Relation.Obj when type is EventType.Aid or EventType.Mobilize or EventType.Agree:
                    // What is given or sent is no side; "helped Harl" is.
                    oblique.AddRange(
                        participants
                            .Of(dependent)
                            .Where(p =>
                                p.Country is not null || p.Entity is not null || p.Sector is "REF" or "CVL"
                            )
                    );
                    Behind(dependent, prepositions, recipients);
                    break;
                case Relation.Obj:
                    var before = recipients.Count;
                    recipients.AddRange(participants.Of(dependent));
                    if (recipients.Count == before)
                    {
                        recipients.AddRange(participants.Under(dependent));
                    }
                    if (recipients.Count == before)
                    {
                        Behind(dependent, prepositions, oblique);
                    }
                    if (
                        recipients.Count == before
                        && oblique.Count == 0
                        && (type == EventType.Assault || lexicon.Persons.Contains(parse.Lemma(verb)))
                        && participants.Somebody(dependent) is { } somebody
                    )
                    {
                        recipients.Add(somebody);
                    }
                    break;
                case Relation.Obl when Takes(dependent, prepositions):
                    if (type == EventType.Aid)
                    {
                        recipients.AddRange(participants.Of(dependent));
                    }
                    else
                    {
                        oblique.AddRange(participants.Of(dependent));
                    }
                    if (oblique.Count + recipients.Count == 0 && type != EventType.Consult)
                    {
                        oblique.AddRange(participants.Under(dependent));
                    }
                    if (oblique.Count + recipients.Count == 0)
                    {
                        Behind(dependent, prepositions, oblique);
                    }
                    if (
                        oblique.Count + recipients.Count == 0
                        && type == EventType.Assault
                        && !EventPlace.IsWhere(parse, dependent, lexicon, places)
                        && participants.Somebody(dependent) is { } struck
                    )
                    {
                        oblique.Add(struck);
                    }
                    break;
                // "Provided two million in assistance to Harl".
                case Relation.Obl
                    when type == EventType.Aid || type == EventType.Consult && closed is not { Length: > 0 }:
                    Behind(dependent, prepositions, oblique);
                    break;
                // "Urged that … leave", "agreed to lend … to": the complement names the other side.
                case Relation.Ccomp
                or Relation.Xcomp when recipients.Count == 0 && type != EventType.Consult:
                    Complement(dependent, type, prepositions, oblique);
                    break;
                default:
                    break;
            }
        }
        if (recipients.Count == 0 || type == EventType.Consult && mode != "visit")
        {
            recipients.AddRange(oblique);
        }
    }

    /// <summary>"Killed at least ten": the tree takes the bound for a preposition.</summary>
    private bool IsBounded(int token)
    {
        if (parse.Relations[token].Base != Relation.Obl)
        {
            return false;
        }
        var first = parse.Subtree(token).First;
        var bounds = lexicon.Bounds.GetAlternateLookup<ReadOnlySpan<char>>();
        return first + 1 < token && bounds.Contains(parse.PassageOf((first, first + 1)).In(parse.Text));
    }

    private void Complement(
        int verb,
        EventType type,
        IReadOnlySet<string> prepositions,
        List<Participant> recipients
    )
    {
        if (parse.Dependent(verb, Relation.Nsubj) is var subject and >= 0)
        {
            recipients.AddRange(participants.Of(subject));
            return;
        }
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base is Relation.Obj or Relation.Iobj
                || parse.Relations[dependent].Base == Relation.Obl
                    && parse.Relations[dependent] != Relation.OblUnmarked
                    && Takes(dependent, prepositions)
                    && type is EventType.Agree or EventType.Reject or EventType.Threaten
            )
            {
                recipients.AddRange(participants.Of(dependent));
                if (recipients.Count == 0)
                {
                    Behind(dependent, prepositions, recipients);
                }
            }
        }
    }

    /// <summary>Where nobody else is named, the country where it was done is the other side: "arrived in Harl", "withdrew from Harl".</summary>
    private void Land(int verb, List<Participant> recipients)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base == Relation.Obl
                && EventPlace.IsWhere(parse, dependent, lexicon, places)
                && places.Find(parse.Form(dependent))
                    is { Country: not null, Kind: PlaceKind.Country or PlaceKind.Capital }
            )
            {
                recipients.AddRange(participants.Of(dependent));
            }
            else if (
                parse.Relations[dependent].Base == Relation.Obj
                && parse.Dependent(dependent, Relation.Nmod) is var under and >= 0
                && EventPlace.IsWhere(parse, under, lexicon, places)
                && places.Find(parse.Form(under))
                    is { Country: not null, Kind: PlaceKind.Country or PlaceKind.Capital }
            )
            {
                recipients.AddRange(participants.Of(under));
            }
        }
    }

    /// <summary>Those behind a noun, or behind one joined to it, by one of the type's prepositions.</summary>
    private void Behind(int noun, IReadOnlySet<string> prepositions, List<Participant> found, int depth = 0)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            var relation = parse.Relations[dependent];
            if (relation == Relation.NmodPoss)
            {
                continue;
            }
            if (relation.Base is Relation.Nmod or Relation.Obl && Takes(dependent, prepositions))
            {
                found.AddRange(participants.Of(dependent));
            }
            else if (depth < 2 && relation.Base is Relation.Conj or Relation.Nmod)
            {
                Behind(dependent, prepositions, found, depth + 1);
            }
        }
    }

    /// <summary>Where no side stands at the predicate itself: the first with a country below its object or complement.</summary>
    private void Deep(int head, List<Participant> found, int depth)
    {
        if (head < 0)
        {
            return;
        }
        foreach (var dependent in parse.Dependents(head))
        {
            if (found.Count > 0)
            {
                return;
            }
            var relation = parse.Relations[dependent];
            var followed =
                relation != Relation.OblUnmarked
                && relation != Relation.OblAgent
                && relation.Base switch
                {
                    Relation.Obj or Relation.Xcomp or Relation.Ccomp => true,
                    // "During his campaign", "after the summit" say when.
                    Relation.Obl => depth > 0 || !Takes(dependent, lexicon.Circumstances),
                    Relation.Nmod => true,
                    Relation.Amod or Relation.Compound => depth > 0,
                    _ => false,
                };
            if (!followed || depth > 3)
            {
                continue;
            }
            found.AddRange(participants.Of(dependent).Where(p => p.Country is not null));
            if (found.Count == 0)
            {
                Deep(dependent, found, depth + 1);
            }
        }
    }

    private void Purposed(int verb, List<Participant> found)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                found.Count == 0
                && parse.Features[dependent].VerbForm == VerbForm.Inf
                && parse.Relations[dependent].Base is Relation.Advcl or Relation.Xcomp or Relation.Acl
            )
            {
                Deep(dependent, found, 0);
            }
            else if (found.Count == 0 && parse.Relations[dependent].Base == Relation.Obj)
            {
                Purposed(dependent, found);
            }
        }
    }

    /// <summary>Those before a noun: "Harl's offensive", "the Harlish offensive".</summary>
    private void Before(int noun, List<Participant> found)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            if (
                parse.Relations[dependent].Base is Relation.Amod or Relation.Compound
                || parse.Relations[dependent] == Relation.NmodPoss
            )
            {
                found.AddRange(participants.Of(dependent));
            }
        }
    }

    /// <summary>The condition of a threat and the purpose of a protest name whom it is meant for.</summary>
    private void Purpose(
        int verb,
        EventType type,
        IReadOnlySet<string> prepositions,
        List<Participant> recipients
    )
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent].Base;
            if (relation is Relation.Xcomp)
            {
                Purpose(dependent, type, prepositions, recipients);
            }
            else if (relation is Relation.Advcl && recipients.Count == 0)
            {
                recipients.AddRange(participants.Of(parse.Dependent(dependent, Relation.Nsubj)));
                if (recipients.Count == 0)
                {
                    Objects(dependent, -1, type, null, prepositions, recipients);
                }
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
