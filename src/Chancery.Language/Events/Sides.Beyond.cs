using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>Sides that do not stand at the predicate: in its complement, its purpose, below its object, or by the land where it was done.</content>
internal sealed partial class Sides
{
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

    /// <summary>Where no side stands at the predicate itself: the first with a country below its object or complement.</summary>
    /// <param name="head">The predicate, or a noun below it.</param>
    /// <param name="found">Where it goes.</param>
    /// <param name="depth">How far below.</param>
    /// <param name="said">True where the event is one of words: it is done to nobody by where something is ("denied the charges in Harl").</param>
    private void Deep(int head, List<Participant> found, int depth, bool said = false)
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
                    Relation.Obj or Relation.Xcomp => true,
                    // Beside an object a clause is what somebody says: "praised the find: “…”".
                    Relation.Ccomp => parse.Dependent(head, Relation.Obj) < 0,
                    // "During his campaign", "after the summit" say when.
                    Relation.Obl => depth > 0 || !Takes(dependent, lexicon.Circumstances),
                    Relation.Nmod => true,
                    Relation.Amod or Relation.Compound => depth > 0,
                    _ => false,
                };
            if (!followed || depth > 3 || said && EventPlace.IsWhere(parse, dependent, lexicon, places))
            {
                continue;
            }
            found.AddRange(participants.Of(dependent).Where(p => p.Country is not null));
            if (found.Count == 0)
            {
                Deep(dependent, found, depth + 1, said);
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

    private void Complement(
        int verb,
        EventType type,
        IReadOnlySet<string> prepositions,
        List<Participant> recipients
    )
    {
        if (parse.Dependent(verb, Relation.Nsubj) is var subject and >= 0)
        {
            // "Demanded that the firms be freed": of whom is left unsaid.
            if (type != EventType.Request || parse.Relations[subject] != Relation.NsubjPass)
            {
                recipients.AddRange(participants.Of(subject));
            }
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
                // "Agreed to exchange prisoners": who is exchanged has agreed to nothing.
                recipients.AddRange(
                    participants
                        .Of(dependent)
                        .Where(p =>
                            type != EventType.Agree
                            || parse.Relations[dependent].Base == Relation.Obl
                            || p.Country is not null
                            || p.Entity is not null
                        )
                );
                if (recipients.Count == 0)
                {
                    Behind(dependent, prepositions, recipients);
                }
            }
        }
    }
}
