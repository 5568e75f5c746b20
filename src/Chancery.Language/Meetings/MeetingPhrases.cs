using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>What the words around a meeting say of its form and its issue.</summary>
internal sealed class MeetingPhrases(Parse parse, MeetingLexicon words, MeetingDays days, string headline)
{
    /// <summary>Sentences at the head of an article that may say that all it tells was said by telephone.</summary>
    private const int Opening = 3;

    /// <summary>False for a noun of meeting that its own words make another thing: a news conference, a cabinet meeting.</summary>
    public bool IsMeeting(int noun)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            if (
                parse.Relations[dependent].Base is Relation.Compound or Relation.Amod
                && words.Tells(Clause.Singular(parse, noun), "meeting")
                && words.Tells(parse.Lemma(dependent), "no meeting")
            )
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// By telephone or by video where the words under the head say so, or where nothing but "spoke" is told of it and the headline or the opening
    /// tells of a call.
    /// </summary>
    public MeetingForm Form(int head, Passage? venue)
    {
        if (Told(head) is { } own)
        {
            return own;
        }
        foreach (var dependent in parse.Dependents(head))
        {
            if (
                parse.Relations[dependent].Base
                is not (Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Compound or Relation.Amod)
            )
            {
                continue;
            }
            // "Talks after his call": the call was another.
            if (
                Clause.Preposition(parse, dependent) is var preposition and >= 0
                && words.Tells(parse.Lemma(preposition), "other time")
            )
            {
                continue;
            }
            if (Told(dependent) is { } form)
            {
                return form;
            }
            foreach (var under in parse.Dependents(dependent))
            {
                if (
                    parse.Relations[under].Base is Relation.Compound or Relation.Amod or Relation.Nmod
                    && !(
                        Clause.Preposition(parse, under) is var other and >= 0
                        && words.Tells(parse.Lemma(other), "other time")
                    )
                    && Told(under) is { } below
                )
                {
                    return below;
                }
            }
        }
        return venue is null && words.Tells(parse.Lemma(head), "spoken") && OpensWithCall()
            ? MeetingForm.Phone
            : MeetingForm.InPerson;

        MeetingForm? Told(int token) =>
            parse.Upos[token] == Upos.Verb ? null
            : words.Tells(parse.Lemma(token), "phone") ? MeetingForm.Phone
            : words.Tells(parse.Lemma(token), "video") ? MeetingForm.Video
            : null;

        bool OpensWithCall()
        {
            foreach (var word in headline.AsSpan().SplitAny(' ', '-', '\'', '’'))
            {
                if (words.Tells(headline[word], "phone"))
                {
                    return true;
                }
            }
            for (var i = 0; i < parse.Count && parse.SentenceOf(i) < Opening; i++)
            {
                if (parse.Upos[i] is Upos.Noun or Upos.Propn or Upos.Adj && Told(i) == MeetingForm.Phone)
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <summary>What it is about: the object of a verb of discussing, or what stands behind a preposition of topic; a day or place is none.</summary>
    public Passage? Issue(int head)
    {
        foreach (var dependent in parse.Dependents(head))
        {
            var relation = parse.Relations[dependent].Base;
            if (relation == Relation.Obj && words.Tells(parse.Lemma(head), "about"))
            {
                return Thing(parse.Subtree(dependent).First, dependent);
            }
            if (
                relation is Relation.Advcl or Relation.Xcomp or Relation.Acl
                && words.Tells(parse.Lemma(dependent), "about")
            )
            {
                return Issue(dependent);
            }
            if (relation is Relation.Obj or Relation.Obl or Relation.Nmod)
            {
                foreach (var under in (int[])[dependent, .. parse.Dependents(dependent)])
                {
                    if (
                        parse.Upos[under] is Upos.Noun or Upos.Propn
                        && !days.IsTime(under)
                        && !words.Tells(Clause.Singular(parse, under), "no issue")
                        && Clause.Preposition(parse, under) is var preposition and >= 0
                        && words.Tells(parse.Lemma(preposition), "topic")
                    )
                    {
                        return Thing(preposition + 1, under);
                    }
                }
            }
        }
        return null;
    }

    /// <summary>A thing without what is told of it besides ("the plan, which …"); null for a clause of its own ("what they planned").</summary>
    private Passage? Thing(int first, int head)
    {
        if (parse.Upos[head] is not (Upos.Noun or Upos.Propn))
        {
            return null;
        }
        var last = parse.Subtree(head).Last;
        for (var i = head + 1; i <= last; i++)
        {
            if (
                parse.Relations[i] == Relation.AclRelcl
                || parse.Relations[i].Base is Relation.Appos or Relation.Parataxis or Relation.Advcl
            )
            {
                last = Math.Min(last, parse.Subtree(i).First - 1);
            }
        }
        while (last > head && parse.Upos[last] == Upos.Punct)
        {
            last--;
        }
        return last < first ? null : parse.PassageOf((first, last));
    }
}
