using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>Turns of phrase that make of a noun a side, or keep it from being one.</content>
internal sealed partial class Sides
{
    /// <summary>Whoever a verb is done to that is done to people; or what is a place where people are, under an assault.</summary>
    private bool IsSuffered(int verb, int noun, EventType type) =>
        lexicon.Persons.Contains(parse.Lemma(verb))
        || type == EventType.Assault && lexicon.Targets.Contains(Clause.Singular(parse, noun));

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

    /// <summary>"Called for the envoy to be tried": the passive tells what is to be done to him.</summary>
    private bool IsUndergone(int verb, int asked)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                dependent > asked
                && parse.Features[dependent].VerbForm is VerbForm.Inf or VerbForm.Part
                && parse.Dependent(dependent, Relation.Mark) >= 0
                && Clause.IsPassive(parse, dependent)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a particle of asking stands between a verb and a noun, and nothing else but signs and what belongs to the noun.</summary>
    private bool IsCalledOn(int verb, int asked) =>
        verb + 1 < asked
        && parse.Relations[verb + 1] == Relation.CompoundPrt
        && lexicon.Addressees.Contains(parse.Lemma(verb + 1))
        && parse.Subtree(asked).First == verb + 2;

    /// <summary>"Condemned the strikes on Harl", "opposed sanctions against it": it is said of whoever did it, not of whom it was done to.</summary>
    private bool IsDeed(EventType type, int noun) =>
        type is EventType.Accuse or EventType.Reject or EventType.Support
        && lexicon.Frames.TryGetValue("n:" + parse.Lemma(noun), out var frames)
        && frames.Any(frame => frame.Type is EventType.Assault or EventType.Sanction or EventType.Coerce);

    /// <summary>Who must do what the clause of a noun of demand tells.</summary>
    private IReadOnlyList<Participant> Demanded(int noun)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            // "The demand that Peru withdraw" is easily taken for one like "the demand that Peru refused".
            if (
                parse.Relations[dependent].Base is Relation.Acl or Relation.Ccomp
                && parse.Features[dependent].Tense != Tense.Past
                && parse.Dependent(dependent, Relation.Nsubj) >= 0
            )
            {
                return participants.Of(parse.Dependent(dependent, Relation.Nsubj));
            }
        }
        return [];
    }

    private bool IsHis(int noun) =>
        parse.Dependent(noun, Relation.NmodPoss) is var owner and >= 0 && parse.Features[owner].Poss;

    /// <summary>"In cooperation with …": who stands behind it acts as well.</summary>
    private void Together(int head, List<Participant> found)
    {
        if (head < 0)
        {
            return;
        }
        foreach (var dependent in parse.Dependents(head))
        {
            if (IsTogether(dependent))
            {
                Behind(dependent, lexicon.Recipients[EventType.Cooperate], found);
            }
        }
    }

    private bool IsTogether(int token) =>
        parse.Relations[token].Base is Relation.Obl or Relation.Nmod
        && lexicon.Together.Contains(parse.Lemma(token))
        && parse.Dependent(token, Relation.Case) >= 0;
}
