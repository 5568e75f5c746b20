using Chancery.Language.Grammar;

namespace Chancery.Language.Events;

/// <summary>What a predicate governs, as UD has it.</summary>
internal static class Clause
{
    /// <summary>
    /// The lemmas of a predicate's arguments: heads of its objects, obliques and complements, with what hangs on them one level
    /// down; "for+" for a preposition or particle, "xcomp:" and "ccomp:" for complements, "subj:" before a subject.
    /// </summary>
    public static HashSet<string> Arguments(Parse parse, int predicate)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var dependent in parse.Dependents(predicate))
        {
            var relation = parse.Relations[dependent];
            switch (relation.Base)
            {
                case Relation.Nsubj when relation == Relation.NsubjPass:
                case Relation.Obj
                or Relation.Iobj
                or Relation.Obl
                or Relation.Nmod
                or Relation.Amod
                or Relation.Compound
                or Relation.Advmod:
                    Word(parse, dependent, found);
                    if (relation == Relation.CompoundPrt)
                    {
                        found.Add(parse.Lemma(dependent) + "+");
                    }
                    break;
                case Relation.Nsubj:
                    found.Add("subj:" + parse.Lemma(dependent));
                    foreach (var under in parse.Dependents(dependent))
                    {
                        if (parse.Relations[under].Base is Relation.Conj or Relation.Compound)
                        {
                            found.Add("subj:" + parse.Lemma(under));
                        }
                    }
                    break;
                case Relation.Xcomp or Relation.Ccomp or Relation.Advcl:
                    if (relation.Base != Relation.Advcl)
                    {
                        found.Add(relation.Base == Relation.Xcomp ? "xcomp:" : "ccomp:");
                    }
                    Word(parse, dependent, found);
                    break;
                default:
                    break;
            }
        }
        return found;
    }

    private static void Word(Parse parse, int token, HashSet<string> found)
    {
        found.Add(parse.Lemma(token));
        foreach (var under in parse.Dependents(token))
        {
            switch (parse.Relations[under].Base)
            {
                case Relation.Case:
                    found.Add(parse.Lemma(under) + "+");
                    break;
                case Relation.Compound
                or Relation.Amod
                or Relation.Conj
                or Relation.Nmod
                or Relation.Obj
                or Relation.Xcomp:
                    found.Add(parse.Lemma(under));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The subject that a predicate has or shares: its own, that of the verb it is joined or subordinate to, or the noun that it describes.</summary>
    /// <returns>The subject's head; -1 where there is none. <c>Passive</c>: it suffers what the predicate tells.</returns>
    public static (int Token, bool Passive) Subject(Parse parse, int predicate)
    {
        var passive = IsPassive(parse, predicate);
        var at = predicate;
        for (var depth = 0; depth < 5 && at >= 0; depth++)
        {
            foreach (var dependent in parse.Dependents(at))
            {
                if (parse.Relations[dependent].Base == Relation.Nsubj && dependent != predicate)
                {
                    // "It said it would …": who speaks and who acts are one.
                    if (
                        parse.Features[dependent].PronType == PronType.Prs
                        && parse.Relations[at].Base == Relation.Ccomp
                        && parse.Heads[at] is var speech and >= 0
                        && parse.Dependent(speech, Relation.Nsubj) is var speaker and >= 0
                        && parse.Upos[speaker] != Upos.Pron
                    )
                    {
                        return (speaker, passive);
                    }
                    return (Antecedent(parse, dependent, at), passive);
                }
            }
            var head = parse.Heads[at];
            switch (parse.Relations[at].Base)
            {
                case Relation.Acl when head >= 0:
                    return (
                        head,
                        passive
                            || parse.Features[at].VerbForm == VerbForm.Part
                                && parse.Features[at].Tense == Tense.Past
                    );
                // The object of the verb above does what the complement tells: "urged them to leave".
                case Relation.Xcomp
                    when head >= 0 && parse.Dependent(head, Relation.Obj) is var controller and >= 0:
                    return (controller, passive);
                case Relation.Xcomp
                or Relation.Advcl
                or Relation.Conj
                or Relation.Parataxis
                or Relation.Obl
                or Relation.Obj:
                    at = head;
                    break;
                default:
                    return (-1, passive);
            }
        }
        return (-1, passive);
    }

    /// <summary>A relative pronoun stands for the noun that its clause describes.</summary>
    private static int Antecedent(Parse parse, int subject, int predicate) =>
        parse.Features[subject].PronType == PronType.Rel && parse.Relations[predicate].Base == Relation.Acl
            ? parse.Heads[predicate]
            : subject;

    public static bool IsPassive(Parse parse, int predicate)
    {
        foreach (var dependent in parse.Dependents(predicate))
        {
            if (parse.Relations[dependent] is Relation.NsubjPass or Relation.AuxPass or Relation.OblAgent)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The agent of a passive.</summary>
    public static int Agent(Parse parse, int predicate) => parse.Dependent(predicate, Relation.OblAgent);
}
