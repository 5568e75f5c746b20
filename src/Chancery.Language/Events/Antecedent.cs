using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// Whom a pronoun that is no subject stands for, in its own sentence: "met the president and urged him to …". One candidate of fitting
/// number and kind that is not the subject beside it, or else the one in the same place of the clause before; nobody where that leaves two.
/// </summary>
internal static class Antecedent
{
    /// <summary>A personal pronoun in the place of an object or behind a preposition.</summary>
    public static bool IsObject(Parse parse, int token) =>
        parse.Upos[token] == Upos.Pron
        && parse.Features[token] is { PronType: PronType.Prs, Poss: false, Reflex: false }
        && parse.Relations[token].Base is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nmod;

    /// <param name="kind">What a noun names; null where it names nobody.</param>
    /// <returns>The head of the noun phrase; -1 where it is not in the sentence, -2 where two could be meant.</returns>
    public static int Of(Parse parse, int pronoun, Func<int, EntityKind?> kind)
    {
        var features = parse.Features[pronoun];
        if (features.Person != Person.Third)
        {
            return -2;
        }
        var governor = parse.Heads[pronoun];
        var barred = governor >= 0 ? Clause.Subject(parse, governor).Token : -1;
        var (found, several, parallel) = (-1, false, -1);
        for (var i = parse.Sentences[parse.SentenceOf(pronoun)].First; i < pronoun; i++)
        {
            if (
                !IsHead(parse, i)
                || Within(parse, i, barred)
                || kind(i) is not { } of
                || !Fits(parse, i, of, features)
            )
            {
                continue;
            }
            several |= found >= 0;
            found = i;
            if (governor >= 0 && parse.Heads[i] == parse.Heads[governor] && IsComplement(parse, i))
            {
                parallel = parallel == -1 ? i : -2;
            }
        }
        return !several ? found
            : parallel >= 0 ? parallel
            : -2;
    }

    private static bool IsComplement(Parse parse, int token) =>
        parse.Relations[token].Base is Relation.Obj or Relation.Iobj or Relation.Obl;

    /// <summary>A noun that stands for itself: no part of a name, no second member of a list.</summary>
    private static bool IsHead(Parse parse, int token) =>
        parse.Upos[token] is Upos.Noun or Upos.Propn
        && parse.Relations[token] != Relation.NmodPoss
        && parse.Relations[token].Base
            is Relation.Nsubj
                or Relation.Obj
                or Relation.Iobj
                or Relation.Obl
                or Relation.Nmod;

    private static bool Within(Parse parse, int token, int subject)
    {
        if (subject < 0)
        {
            return false;
        }
        var (first, last) = parse.Subtree(subject);
        return first <= token && token <= last;
    }

    private static bool Fits(Parse parse, int token, EntityKind kind, Features pronoun)
    {
        var plural =
            parse.Features[token].Number == Number.Plur || parse.Dependent(token, Relation.Conj) >= 0;
        return pronoun switch
        {
            { Number: Number.Plur } => plural,
            { Gender: Gender.Masc or Gender.Fem } => !plural && kind == EntityKind.Person,
            _ => !plural && kind is EntityKind.Place or EntityKind.Organisation,
        };
    }
}
