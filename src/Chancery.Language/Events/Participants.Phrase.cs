using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>The words that name a side.</content>
internal sealed partial class Participants
{
    private bool IsExample(int token) =>
        Clause.Preposition(parse, token) is var preposition and >= 0
        && (
            lexicon.Circumstances.Contains(parse.Lemma(preposition))
            // "Thanked Harl for its help": thanked for it, not called so.
            || lexicon.Reasons.Contains(parse.Lemma(preposition))
                && parse.Dependent(token, Relation.NmodPoss) is var owner and >= 0
                && parse.Features[owner].Poss
        );

    /// <summary>The preposition in "at least five": it belongs to the number.</summary>
    private bool IsOfBound(int preposition) =>
        parse.Heads[preposition] == preposition + 1
        && parse.Upos[preposition + 1] is Upos.Adj or Upos.Adv
        && parse.Features[preposition + 1].Degree == Degree.Sup;

    /// <summary>The noun with what stands before it and its name: without clauses, appositions and joined nouns.</summary>
    private Passage Phrase(int head)
    {
        var (first, last) = (head, head);
        foreach (var dependent in parse.Dependents(head))
        {
            var relation = parse.Relations[dependent].Base;
            var (from, to) = parse.Subtree(dependent);
            if (
                relation
                    is Relation.Amod
                        or Relation.Compound
                        or Relation.Flat
                        or Relation.Nummod
                        or Relation.Nmod
                        or Relation.Fixed
                        or Relation.Det
                && to - from < (relation == Relation.Nmod ? 8 : 12)
                // "Raids, including one on Harl": what a comma sets apart is not what a thing is called.
                && !(
                    relation == Relation.Nmod
                    && (from > head && parse.Form(from) is "," || IsExample(dependent))
                )
                && !TimeIn(from, to)
            )
            {
                (first, last) = (Math.Min(first, from), Math.Max(last, to));
            }
        }
        while (
            first < head
            && parse.Relations[first].Base is Relation.Case or Relation.Cc or Relation.Punct
            && !IsOfBound(first)
        )
        {
            first++;
        }
        while (last > head && parse.Upos[last] == Upos.Punct)
        {
            last--;
        }
        var phrase = parse.PassageOf((first, last));
        // A name is whole, whatever the tree makes of it.
        return parse.Upos[head] == Upos.Propn && MentionAt(parse.Tokens[head]) is { } mention
            ? Passage.Between(
                Math.Min(phrase.Start, mention.Passage.Start),
                Math.Max(phrase.End, mention.Passage.End)
            )
            : phrase;
    }
}
