using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Clauses;

/// <summary>
/// Finds what a sentence can lose: modifiers of its main clause that commas or dashes set off. What the clause stands or
/// falls with (a condition), what weakens it (a hedge), whose claim it is (an attribution) and in whose eyes it holds stays.
/// </summary>
public sealed class TrimFinder(
    FrozenSet<string> conditions,
    FrozenSet<string> viewpoints,
    FrozenSet<string> hedges,
    FrozenSet<string> attributions
)
{
    /// <summary>A shorter stretch is not worth the cut.</summary>
    private const int Fewest = 2;

    public static TrimFinder Of(string language) =>
        new(
            Lexicon.Set(language, "conditions"),
            Lexicon.Set(language, "viewpoints"),
            Lexicon
                .Lines(language, "hedges")
                .Select(line => line.Split('\t')[0])
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            Lexicon.Set(language, "attributions")
        );

    public IReadOnlyList<Trim> Find(Parse parse)
    {
        var trims = new List<Trim>();
        foreach (var sentence in parse.Sentences)
        {
            Find(parse, sentence, trims);
        }
        return trims;
    }

    private void Find(Parse parse, Sentence sentence, List<Trim> trims)
    {
        var root = Root(parse, sentence);
        if (root < 0)
        {
            return;
        }
        var found = new List<(Trim Trim, int First, int Last)>();
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (
                token != root
                && IsModifier(parse, token, root)
                && Cut(parse, sentence, token, root) is { } cut
            )
            {
                found.Add(cut);
            }
        }
        // Of two that overlap the wider is one cut; within it nothing is left to cut.
        foreach (var (trim, first, last) in found.OrderBy(cut => cut.First).ThenByDescending(cut => cut.Last))
        {
            if (trims.Count == 0 || !trims[^1].Passage.Overlaps(trim.Passage))
            {
                trims.Add(trim);
            }
        }
    }

    private static int Root(Parse parse, Sentence sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (parse.Heads[token] < 0)
            {
                return token;
            }
        }
        return -1;
    }

    private static bool IsModifier(Parse parse, int token, int root)
    {
        var toRoot = parse.Heads[token] == root;
        return parse.Relations[token].Base switch
        {
            Relation.Advcl or Relation.Obl or Relation.Advmod => toRoot,
            Relation.Conj => toRoot && HasSubject(parse, token),
            Relation.Appos or Relation.Acl => true,
            // ", the minister said" is no aside: whoever says it stands by it.
            Relation.Parataxis => !HasSubject(parse, token),
            // ", a blow to the mediator": whatever the tree calls it, an article after a comma opens an apposition.
            _ => IsPhraseAfterComma(parse, token),
        };
    }

    private static bool IsPhraseAfterComma(Parse parse, int token)
    {
        var first = parse.Subtree(token).First;
        while (first < token && IsMark(parse, first))
        {
            first++;
        }
        return parse.Upos[token] == Upos.Noun
            && parse.Relations[token] != Relation.Nsubj
            && parse.Upos[first] == Upos.Det
            && parse.Heads[first] == token
            && first > 0
            && IsComma(parse, first - 1)
            && parse.Dependent(token, Relation.Cc) < 0
            && parse.Dependent(token, Relation.Case) < 0;
    }

    /// <summary>A comma, or a closing quotation mark with a comma inside it.</summary>
    private static bool IsComma(Parse parse, int token) =>
        parse.Form(token) is ","
        || token > 0 && (parse.Form(token) is "”" or "\"" or "’") && parse.Form(token - 1) is ",";

    private static bool HasSubject(Parse parse, int token) =>
        parse.Dependent(token, Relation.Nsubj) >= 0 || parse.Dependent(token, Relation.Csubj) >= 0;

    private (Trim, int, int)? Cut(Parse parse, Sentence sentence, int token, int root)
    {
        var (first, last) = parse.Subtree(token);
        // The tree may hang the commas themselves on the modifier.
        while (first < last && IsMark(parse, first))
        {
            first++;
        }
        while (last > first && IsMark(parse, last))
        {
            last--;
        }
        if (last - first + 1 < Fewest || first <= root && last >= root || Keeps(parse, first, last))
        {
            return null;
        }
        var quoted = first > sentence.First + 1 && !IsMark(parse, first - 1) && IsComma(parse, first - 1);
        var before = quoted || first > sentence.First && IsMark(parse, first - 1);
        var after = last + 1 < sentence.End && IsMark(parse, last + 1);
        var ends = last + 1 >= sentence.End || (last + 2 >= sentence.End && IsEnd(parse, last + 1));
        if (first == sentence.First || last < root && IsCondition(parse, sentence.First))
        {
            // What leads up to the main clause after an "if" belongs to it, however the tree hangs it.
            return
                first == sentence.First
                && !IsCondition(parse, first)
                && !viewpoints.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Form(first))
                && after
                && last < root
                && last + 2 < sentence.End
                ? (At(parse.Tokens[first].Start, parse.Tokens[last + 2].Start, TrimKind.Leading), first, last)
                : null;
        }
        if (!before)
        {
            return null;
        }
        // A conjunction belongs to what it joins: ", and the mediator left".
        var start = parse.Tokens[quoted || first - 2 < sentence.First ? first - 1 : first - 2].End;
        return ends ? (At(start, parse.Tokens[last].End, TrimKind.Trailing), first, last)
            : after ? (At(start, parse.Tokens[last + 1].End, TrimKind.Aside), first, last)
            : null;
    }

    private bool IsCondition(Parse parse, int token) =>
        conditions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Form(token));

    private bool Keeps(Parse parse, int first, int last)
    {
        for (var token = first; token <= last; token++)
        {
            if (
                conditions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Form(token))
                    && token <= first + 1
                || attributions.Contains(parse.Lemma(token))
                || attributions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Form(token))
                || hedges.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parse.Form(token))
                || parse.Form(token) is "“" or "”" or "\"" or "«" or "»"
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMark(Parse parse, int token) =>
        parse.Form(token) is "," or "—" or "–" or "(" or ")" or "-";

    private static bool IsEnd(Parse parse, int token) => parse.Form(token) is "." or "!" or "?";

    private static Trim At(int start, int end, TrimKind kind) => new(Passage.Between(start, end), kind);
}
