using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Who does what a verb says, by UD labels.</summary>
internal static class Subjects
{
    /// <summary>How far a subject is looked for along coordinations and control.</summary>
    private const int Depth = 6;

    /// <param name="Head">The token of the subject in its clause.</param>
    /// <param name="Meant">The token it stands for: the noun before a relative pronoun, else itself.</param>
    public readonly record struct Subject(int Head, int Meant);

    public static Subject? Of(Parse parse, int verb, int depth = Depth)
    {
        if (Own(parse, verb) is { } own)
            return own;
        int head = parse.Heads[verb];
        if (head < 0 || depth == 0)
            return null;
        switch (parse.Relations[verb].Base)
        {
            case Relation.Conj when IsVerbal(parse, head):
            case Relation.Ccomp:
                return Of(parse, head, depth - 1);
            case Relation.Advcl:
                return parse.Dependent(verb, Relation.NsubjPass) >= 0 ? null : Any(parse, head, depth - 1);
            case Relation.Xcomp:
                int controller = parse.Dependent(head, Relation.Obj);
                return controller >= 0 && controller < verb
                    ? new Subject(controller, controller)
                    : Any(parse, head, depth - 1);
            case Relation.Acl
                when parse.Features[verb].VerbForm is VerbForm.Part or VerbForm.Ger && IsNominal(parse, head):
                return new Subject(head, head);
            case Relation.Conj:
                return parse.Relations[head].Base == Relation.Acl ? Of(parse, head, depth - 1) : null;
            default:
                return null;
        }
    }

    /// <summary>The subject of either voice, for participles and infinitives that share it.</summary>
    private static Subject? Any(Parse parse, int verb, int depth)
    {
        int passive = parse.Dependent(verb, Relation.NsubjPass);
        return passive >= 0 ? Meaning(parse, verb, passive) : Of(parse, verb, depth);
    }

    private static Subject? Own(Parse parse, int verb)
    {
        foreach (Relation relation in (ReadOnlySpan<Relation>)[Relation.Nsubj, Relation.OblAgent])
        foreach (int dependent in parse.Dependents(verb))
            if (parse.Relations[dependent] == relation)
                return Meaning(parse, verb, dependent);
        return null;
    }

    private static Subject Meaning(Parse parse, int verb, int subject)
    {
        if (parse.Features[subject].PronType != PronType.Rel && parse.Relations[verb] != Relation.AclRelcl)
            return new Subject(subject, subject);
        bool pronoun =
            parse.Upos[subject] is Upos.Pron or Upos.Det
            && parse.Features[subject].PronType is PronType.Rel or PronType.Int;
        int clause = verb;
        while (
            parse.Relations[clause].Base is Relation.Conj or Relation.Xcomp or Relation.Ccomp
            && parse.Heads[clause] >= 0
        )
            clause = parse.Heads[clause];
        return pronoun && parse.Relations[clause].Base == Relation.Acl && parse.Heads[clause] >= 0
            ? new Subject(subject, parse.Heads[clause])
            : new Subject(subject, subject);
    }

    public static bool IsVerbal(Parse parse, int token) =>
        parse.Upos[token] is Upos.Verb or Upos.Aux
        || parse.Dependent(token, Relation.Cop) >= 0
        || parse.Dependent(token, Relation.Nsubj) >= 0;

    public static bool IsNominal(Parse parse, int token) =>
        parse.Upos[token] is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;

    /// <summary>The words of a subject, its appositions and clauses among them, but nothing that holds <paramref name="cue"/>.</summary>
    public static Stretch Words(Discourse discourse, int head, int cue)
    {
        Parse parse = discourse.Parse;
        Stretch words = Stretch.Of(parse.Subtree(head));
        if (words.Has(cue))
            foreach (int dependent in parse.Dependents(head))
                if (Stretch.Of(parse.Subtree(dependent)).Has(cue))
                    words =
                        cue > head
                            ? new Stretch(words.First, parse.Subtree(dependent).First - 1)
                            : new Stretch(parse.Subtree(dependent).Last + 1, words.Last);
        while (
            words.First < head
            && parse.Relations[words.First].Base is Relation.Case or Relation.Cc or Relation.Mark
            && parse.Heads[words.First] == head
        )
            words = words with { First = words.First + 1 };
        return discourse.Trim(words);
    }
}
