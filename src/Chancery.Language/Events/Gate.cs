using Chancery.Language.Grammar;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// Which verbs may tell of an event at all. Shut to: sentences put together from credits and teasers, headlines in capitals, questions,
/// sport and show, purposes and commands, and the present tense of what is always so.
/// </summary>
internal sealed class Gate
{
    /// <summary>An article is of sport or show where so many of its sentences bear a word of it, and not fewer than <see cref="Least"/>.</summary>
    private const double Share = 0.25;
    private const int Least = 4;

    private readonly Parse parse;
    private readonly EventLexicon lexicon;
    private readonly bool[] shut;

    public Gate(Parse parse, EventLexicon lexicon)
    {
        (this.parse, this.lexicon) = (parse, lexicon);
        shut = new bool[parse.Sentences.Length];
        var sport = new bool[shut.Length];
        var apart = 0;
        for (var s = 0; s < shut.Length; s++)
        {
            var sentence = parse.Sentences[s];
            var words = Apart(sentence);
            apart += words > 0 ? 1 : 0;
            shut[s] = IsQuestion(sentence) || IsPatched(sentence);
            sport[s] = words > 1;
        }
        for (var s = 0; s < shut.Length; s++)
        {
            shut[s] |= sport[s] && apart > 1;
        }
        if (apart >= Least && apart >= Share * shut.Length)
        {
            Array.Fill(shut, true);
        }
    }

    /// <summary>True where nothing that the sentence says is news.</summary>
    public bool IsShut(int token) => shut[parse.SentenceOf(token)];

    public bool Shuts(int verb) =>
        IsShut(verb)
        || IsShouted(verb)
        || IsPurpose(verb)
        || IsWished(verb)
        || IsDemanded(verb)
        || IsEpithet(verb);

    private int Apart(Sentence sentence)
    {
        var found = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            found +=
                parse.Upos[i] is Upos.Noun or Upos.Propn && lexicon.Apart.Contains(parse.Lemma(i)) ? 1 : 0;
        }
        return found;
    }

    private bool IsQuestion(Sentence sentence)
    {
        for (var i = sentence.End - 1; i >= sentence.First && i > sentence.End - 4; i--)
        {
            if (parse.Form(i) is "?")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>It bears words of credits or teasers, opens with a picture's credit in brackets, or with a byline.</summary>
    private bool IsPatched(Sentence sentence)
    {
        if (parse.Form(sentence.First) is "(" or "[" || IsByline(sentence.First))
        {
            return true;
        }
        var text = sentence.Passage.In(parse.Text);
        foreach (var phrase in lexicon.Boilerplate)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A preposition and a person's name ("By Jan Novák The army …").</summary>
    private bool IsByline(int first)
    {
        if (parse.Upos[first] != Upos.Adp)
        {
            return false;
        }
        foreach (var name in parse.Names)
        {
            if (name.First == first + 1)
            {
                return name.Kind == EntityKind.Person;
            }
        }
        return false;
    }

    /// <summary>A headline in capitals set into the text.</summary>
    private bool IsShouted(int verb)
    {
        var form = parse.Form(verb);
        return form.Length > 3 && !form.ContainsAnyInRange('a', 'z');
    }

    /// <summary>
    /// An infinitive of purpose, or one that explains a noun ("efforts to end the war"); a gerund as a noun or behind a preposition
    /// ("ending the war would …", "authority for blocking"): meant, not done.
    /// </summary>
    private bool IsPurpose(int verb)
    {
        var relation = parse.Relations[verb].Base;
        var bare = parse.Dependent(verb, Relation.Aux) < 0;
        return parse.Features[verb].VerbForm switch
        {
            // "Ready to", "agreed to" leave it open; Standing says how.
            VerbForm.Inf => bare
                && relation is Relation.Advcl or Relation.Acl or Relation.Csubj
                && !lexicon.Modality.ContainsKey(parse.Lemma(parse.Heads[verb])),
            VerbForm.Ger => bare
                && (
                    relation
                        is Relation.Csubj
                            or Relation.Nsubj
                            or Relation.Obj
                            or Relation.Nmod
                            or Relation.Obl
                    || parse.Dependent(verb, Relation.Case) >= 0
                    || parse.Dependent(verb, Relation.Mark) is var mark and >= 0
                        && lexicon.Unsaid.Contains(parse.Lemma(mark))
                ),
            _ => false,
        };
    }

    /// <summary>A participle before its noun ("the Harl-backed rebels"), or what somebody is open or close to doing.</summary>
    private bool IsEpithet(int verb) =>
        parse.Relations[verb].Base == Relation.Amod
        || parse.Features[verb].VerbForm == VerbForm.Ger
            && parse.Heads[verb] is var head and >= 0
            && parse.Upos[head] == Upos.Adj;

    /// <summary>The clause of a noun of demand or fear ("the demand that … allow").</summary>
    private bool IsDemanded(int verb) =>
        (
            parse.Relations[verb] is Relation.Acl or Relation.Ccomp
            || parse.Relations[verb] == Relation.AclRelcl && Objects(verb) > 1
        )
        && parse.Heads[verb] is var head and >= 0
        && parse.Upos[head] == Upos.Noun
        && lexicon.Demands.Contains(parse.Lemma(head));

    /// <summary>How many objects a verb has: with two, the "that" before it is no relative pronoun.</summary>
    private int Objects(int verb)
    {
        var found = 0;
        foreach (var dependent in parse.Dependents(verb))
        {
            found += parse.Relations[dependent].Base == Relation.Obj ? 1 : 0;
        }
        return found;
    }

    /// <summary>The complement of a verb of wishing, trying or preventing, or joined to one.</summary>
    private bool IsWished(int verb)
    {
        var at = verb;
        for (var depth = 0; depth < 4; depth++)
        {
            var head = parse.Heads[at];
            if (head < 0)
            {
                return false;
            }
            var relation = parse.Relations[at].Base;
            if (relation == Relation.Conj && parse.Dependent(at, Relation.Nsubj) < 0)
            {
                at = head;
                continue;
            }
            return relation is Relation.Xcomp or Relation.Advcl or Relation.Ccomp
                && parse.Features[verb].VerbForm is VerbForm.Inf or VerbForm.Ger
                && parse.Dependent(verb, Relation.Aux) < 0
                && lexicon.Wished.Contains(parse.Lemma(head));
        }
        return false;
    }
}
