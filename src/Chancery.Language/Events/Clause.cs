using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>What a predicate governs, as UD has it.</summary>
internal static class Clause
{
    /// <summary>
    /// The lemmas of a predicate's arguments: heads of its objects, obliques and complements, with what hangs on them one level
    /// down; "for+" for a preposition or particle, "person:" "place:" "organisation:" for an object that is a name, "xcomp:" and "ccomp:" for complements, "subj:" before a subject.
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
                    if (
                        relation.Base is Relation.Obj or Relation.Iobj or Relation.Nsubj
                        && Kind(parse, dependent) is { } kind
                    )
                    {
                        found.Add(kind);
                    }
                    if (relation == Relation.CompoundPrt)
                    {
                        found.Add(parse.Lemma(dependent) + "+");
                    }
                    break;
                case Relation.Nsubj:
                    found.Add("subj:" + Singular(parse, dependent));
                    foreach (var under in parse.Dependents(dependent))
                    {
                        if (parse.Relations[under].Base is Relation.Conj or Relation.Compound)
                        {
                            found.Add("subj:" + Singular(parse, under));
                        }
                    }
                    break;
                // "Two were killed and ten injured after a ship crashed": what is told of the last of joined verbs is told of all.
                case Relation.Conj when parse.Upos[dependent] == Upos.Verb:
                    foreach (var shared in parse.Dependents(dependent))
                    {
                        if (parse.Relations[shared].Base == Relation.Advcl && shared > dependent)
                        {
                            found.Add(Singular(parse, shared));
                        }
                    }
                    break;
                case Relation.Xcomp or Relation.Ccomp or Relation.Advcl:
                    if (relation.Base != Relation.Advcl)
                    {
                        found.Add(relation.Base == Relation.Xcomp ? "xcomp:" : "ccomp:");
                    }
                    // A clause of its own tells of its own things: who announced that sanctions would be lifted announced no sanctions.
                    if (relation.Base == Relation.Ccomp && parse.Dependent(dependent, Relation.Nsubj) >= 0)
                    {
                        found.Add(parse.Lemma(dependent));
                    }
                    else
                    {
                        Word(parse, dependent, found);
                    }
                    break;
                default:
                    break;
            }
        }
        // "Troops have begun leaving": a verb without a subject of its own does what another's subject does.
        if (
            parse.Upos[predicate] == Upos.Verb
            && parse.Dependent(predicate, Relation.Nsubj) < 0
            && Subject(parse, predicate) is { Token: >= 0 and var subject, Passive: false }
        )
        {
            found.Add("subj:" + Singular(parse, subject));
        }
        return found;
    }

    /// <summary>"person:", "place:" or "organisation:" where an object is a name.</summary>
    private static string? Kind(Parse parse, int token)
    {
        foreach (var name in parse.Names)
        {
            if (name.First <= token && token < name.End)
            {
                return name.Kind switch
                {
                    EntityKind.Person => "person:",
                    EntityKind.Organisation => "organisation:",
                    _ => "place:",
                };
            }
        }
        return parse.Upos[token] == Upos.Pron && parse.Features[token].PronType == PronType.Prs
            ? "person:"
            : null;
    }

    private static void Word(Parse parse, int token, HashSet<string> found)
    {
        found.Add(Singular(parse, token));
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
                    found.Add(Singular(parse, under));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The lemma of a word; of a noun that the tagger left in the plural ("troops", "supplies"), what its singular would be.</summary>
    public static string Singular(Parse parse, int token)
    {
        var lemma = parse.Lemma(token);
        return parse.Upos[token] is not (Upos.Noun or Upos.Propn)
            || lemma.Length < 4
            || lemma[^1] != 's'
            || lemma[^2] == 's'
                ? lemma
            : parse.Features[token].Number == Number.Sing ? lemma
            : lemma.EndsWith("ies", StringComparison.Ordinal)
                ? string.Concat(lemma.AsSpan(0, lemma.Length - 3), "y")
            : lemma[..^1];
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
                if (
                    parse.Relations[dependent].Base == Relation.Nsubj
                    && dependent != predicate
                    && !IsDescription(parse, dependent, at)
                )
                {
                    // "It said it would …": who speaks and who acts are one.
                    if (
                        parse.Features[dependent].PronType == PronType.Prs
                        && parse.Relations[at].Base == Relation.Ccomp
                        && parse.Heads[at] is var speech and >= 0
                        && parse.Dependent(speech, Relation.Nsubj) is var speaker and >= 0
                        && parse.Upos[speaker] != Upos.Pron
                        && (
                            parse.Features[dependent].Gender is not (Gender.Masc or Gender.Fem)
                            || IsPerson(parse, speaker)
                        )
                        && !(parse.Features[dependent].Number == Number.Plur && IsPerson(parse, speaker))
                        && !(
                            parse.Features[dependent] is { Number: Number.Sing, Person: Person.Third }
                            && parse.Features[speaker].Number == Number.Plur
                            && parse.Upos[speaker] == Upos.Noun
                        )
                    )
                    {
                        return (speaker, passive);
                    }
                    return (BehindDateline(parse, Antecedent(parse, dependent, at), at), passive);
                }
            }
            var head = parse.Heads[at];
            // "They shelled the town, injuring six, the governor said": who injured is in what the governor said.
            if (
                head >= 0
                && parse.Relations[at].Base == Relation.Advcl
                && parse.Dependent(at, Relation.Mark) < 0
                && Said(parse, head, at) is var said and >= 0
            )
            {
                at = said;
                continue;
            }
            // "Was hit by a strike, killing two": the agent goes on acting.
            if (
                !passive
                && head >= 0
                && parse.Relations[at].Base == Relation.Advcl
                && Agent(parse, head) is var agent and >= 0
            )
            {
                return (agent, passive);
            }
            switch (parse.Relations[at].Base)
            {
                case Relation.Acl when head >= 0:
                    return (
                        head,
                        passive
                            || at == predicate
                                && parse.Features[at].VerbForm == VerbForm.Part
                                && parse.Features[at].Tense == Tense.Past
                    );
                // The object of the verb above does what the complement tells: "urged them to leave".
                case Relation.Xcomp
                    when head >= 0 && parse.Dependent(head, Relation.Obj) is var controller and >= 0:
                    return (controller, passive);
                case Relation.Xcomp or Relation.Advcl or Relation.Conj:
                    at = head;
                    break;
                default:
                    return (-1, passive);
            }
        }
        return (-1, passive);
    }

    /// <summary>The clause that a verb reports, where it stands before the token and the verb behind it; -1 where it does not.</summary>
    private static int Said(Parse parse, int verb, int token)
    {
        var said = parse.Dependent(verb, Relation.Ccomp);
        return said >= 0 && said < token && token < verb ? said : -1;
    }

    /// <summary>The town in capitals that opens an agency's report ("HARL, May 21 (VNA) –") is nobody who acts.</summary>
    public static bool IsDateline(Parse parse, int token)
    {
        var form = parse.Form(token);
        return form.Length > 3
            && !form.ContainsAnyInRange('a', 'z')
            && token - parse.Sentences[parse.SentenceOf(token)].First < 3
            && token + 1 < parse.Count
            && parse.Form(token + 1) is "," or "(" or "–" or "—" or "-" or "--" or ":";
    }

    /// <summary>Where a parser takes the dateline for the subject, the subject hangs on it: the last noun there before the verb.</summary>
    private static int BehindDateline(Parse parse, int subject, int predicate)
    {
        if (!IsDateline(parse, subject))
        {
            return subject;
        }
        var found = subject;
        foreach (var dependent in parse.Dependents(subject))
        {
            if (
                dependent > subject
                && dependent < predicate
                && parse.Form(dependent - 1) is not "("
                && parse.Upos[dependent] is Upos.Noun or Upos.Propn
                && parse.Relations[dependent].Base
                    is Relation.Appos
                        or Relation.Parataxis
                        or Relation.Dep
                        or Relation.List
                        or Relation.Conj
                        or Relation.Nmod
            )
            {
                found = dependent;
            }
        }
        return found;
    }

    /// <summary>Of two subjects before a verb the first describes the second: "rights group Amnesty International".</summary>
    private static bool IsDescription(Parse parse, int subject, int predicate)
    {
        foreach (var dependent in parse.Dependents(predicate))
        {
            if (
                dependent > subject
                && dependent < predicate
                && parse.Relations[dependent] == parse.Relations[subject]
                && parse.Upos[subject] == Upos.Noun
                // "The man held in the capital, Harl, was freed": what commas enclose is beside the subject.
                && parse.Form(dependent - 1) is not ","
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsPerson(Parse parse, int token)
    {
        foreach (var name in parse.Names)
        {
            if (name.First <= token && token < name.End)
            {
                return name.Kind == EntityKind.Person;
            }
        }
        return false;
    }

    /// <summary>A relative pronoun stands for the noun that its clause describes.</summary>
    private static int Antecedent(Parse parse, int subject, int predicate) =>
        parse.Features[subject].PronType == PronType.Rel && parse.Relations[predicate].Base == Relation.Acl
            ? parse.Heads[predicate]
            : subject;

    /// <summary>
    /// A verb whose subject suffers what it tells: by its subject, auxiliary or agent; a past participle by itself ("charged with …"); one
    /// joined to a passive whose auxiliary it shares ("was arrested and charged").
    /// </summary>
    public static bool IsPassive(Parse parse, int predicate)
    {
        var alone =
            parse.Features[predicate].Tense == Tense.Past
            && (
                parse.Features[predicate].VerbForm == VerbForm.Part
                || parse.Relations[predicate].Base == Relation.Conj
            );
        foreach (var dependent in parse.Dependents(predicate))
        {
            switch (parse.Relations[dependent])
            {
                case Relation.NsubjPass or Relation.AuxPass or Relation.OblAgent:
                    return true;
                case Relation.Aux or Relation.Nsubj or Relation.Obj:
                    alone = false;
                    break;
                default:
                    break;
            }
        }
        return alone
            && parse.Heads[predicate] is var head and >= 0
            && parse.Relations[predicate].Base switch
            {
                Relation.Acl or Relation.Advcl or Relation.Xcomp or Relation.Amod => true,
                Relation.Conj => parse.Upos[head] == Upos.Verb && IsPassive(parse, head),
                _ => false,
            };
    }

    /// <summary>
    /// The preposition of a noun; -1 where it has none. Before a description and a name it hangs on the description: "with former president Maria Silva".
    /// </summary>
    public static int Preposition(Parse parse, int noun)
    {
        if (parse.Dependent(noun, Relation.Case) is var own and >= 0)
        {
            return own;
        }
        foreach (var dependent in parse.Dependents(noun))
        {
            if (
                dependent < noun
                && (
                    parse.Relations[dependent] == Relation.NmodDesc
                    || parse.Relations[dependent].Base is Relation.Compound or Relation.Amod
                )
                && parse.Dependent(dependent, Relation.Case) is var under and >= 0
            )
            {
                return under;
            }
        }
        return -1;
    }

    /// <summary>The agent of a passive.</summary>
    public static int Agent(Parse parse, int predicate) => parse.Dependent(predicate, Relation.OblAgent);
}
