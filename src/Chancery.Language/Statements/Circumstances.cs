using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>To whom, by what medium, how surely, whether translated, whether the speaker's name is kept back.</summary>
internal static class Circumstances
{
    public static void Add(Discourse discourse, Attribution said)
    {
        Parse parse = discourse.Parse;
        if (said.Cue.IsNone || said.CueToken < 0)
            return;
        int verb = said.CueToken;
        Sent(discourse, said);
        foreach (int dependent in parse.Dependents(verb))
            Dependent(discourse, said, verb, dependent);
        for (int i = 0; i < 2 && said.Medium.IsNone; i++)
            Medium(discourse, said, anywhere: i == 1);
        if (!said.Medium.IsNone && said.Addressee.IsNone)
            said.Addressee = Before(said, Partner(discourse, said.Medium));
    }

    /// <summary>"Orlo released a statement saying …": who sent the words out speaks, by what carries them.</summary>
    private static void Sent(Discourse discourse, Attribution said)
    {
        Parse parse = discourse.Parse;
        int carrier = said.SpeakerHead;
        if (
            carrier < 0
            || !IsMedium(discourse, carrier)
            || parse.Relations[carrier].Base != Relation.Obj
            || parse.Heads[carrier] is var verb && verb > carrier
            || parse.Upos[verb] != Upos.Verb
            || discourse.IsPassive(verb)
            || !discourse.Lexicon.Is("send", parse.Lemma(verb))
            || Subjects.Of(parse, verb) is not { } sender
            || !Minds.Has(discourse, sender)
            || Subjects.Words(discourse, sender.Head, verb) is var words && words.IsNone
        )
            return;
        said.Medium = Before(
            said,
            Stretch
                .Of(parse.Subtree(carrier))
                .Within(carrier > 0 ? parse.Subtree(carrier).First : 0, said.Cue.First - 1)
        );
        said.Medium = discourse.Trim(said.Medium);
        (said.Speaker, said.SpeakerHead) = (words, sender.Meant);
    }

    private static void Dependent(Discourse discourse, Attribution said, int verb, int dependent)
    {
        Parse parse = discourse.Parse;
        if (said.Speaker.Has(dependent) || said.Content.Any(c => c.Has(dependent)))
            return;
        bool whom =
            discourse.Lexicon.Verbs.TryGetValue(said.Lemma, out CueVerb? cue)
            && cue.Can(Complements.Whom)
            && parse.Relations[dependent] is Relation.Obj or Relation.Iobj or Relation.NsubjPass;
        bool to =
            parse.Relations[dependent].Base == Relation.Obl
            && HasCase(discourse, dependent, "hearer")
            && Hears(discourse, dependent);
        if (!whom && !to || !Subjects.IsNominal(parse, dependent))
            return;
        Stretch named = Before(said, Bare(discourse, dependent));
        if (IsMedium(discourse, dependent))
            said.Medium = said.Medium.IsNone ? named : said.Medium;
        else if (said.Addressee.IsNone)
            said.Addressee = named;
    }

    private static bool Hears(Discourse discourse, int token) =>
        discourse.Parse.Upos[token] is Upos.Propn or Upos.Pron
        || discourse.Lexicon.Sources.Contains(discourse.Parse.Lemma(token));

    private static bool HasCase(Discourse discourse, int token, string role)
    {
        foreach (int mark in discourse.Parse.Dependents(token))
            if (
                discourse.Parse.Relations[mark].Base == Relation.Case
                && discourse.Lexicon.Is(role, discourse.Parse.Form(mark))
            )
                return true;
        return false;
    }

    /// <summary>"in a statement", "on Telegram": of the cue itself, or, second, anywhere in its sentence outside what is said.</summary>
    private static void Medium(Discourse discourse, Attribution said, bool anywhere)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(said.CueToken);
        for (int i = sentence.First; i <= sentence.Last; i++)
        {
            int head = parse.Heads[i];
            if (
                parse.Relations[i].Base != Relation.Case
                || head < i
                || !discourse.Lexicon.Is("medium", parse.Form(i))
                || said.Content.Any(c => c.Has(i))
                || said.Speaker.Has(i)
                || discourse.QuotationAt(i) >= 0
                || !(
                    IsMedium(discourse, head)
                    || IsPlatform(discourse, head)
                    || IsOutlet(discourse, said, head)
                )
            )
                continue;
            int governor = parse.Heads[head];
            if (
                anywhere
                    ? i < said.Cue.First && i > sentence.First + 1
                    : governor != said.CueToken && !said.Cue.Has(governor)
            )
                continue;
            said.Medium = WithPartner(discourse, said, Before(said, Bare(discourse, head)), governor);
            return;
        }
    }

    /// <summary>What is said may hang on the noun before it: it is no part of that noun.</summary>
    private static Stretch Before(Attribution said, Stretch words)
    {
        if (words.Has(said.Cue))
            words = words with { First = said.Cue.Last + 1 };
        foreach (Stretch content in said.Content)
            if (content.Meets(words) && content.First > words.First)
                words = words with { Last = content.First - 1 };
        return words;
    }

    /// <summary>"a post", but not "the Harbour Post".</summary>
    private static bool IsMedium(Discourse discourse, int token) =>
        discourse.Parse.Upos[token] == Upos.Noun
        && discourse.Lexicon.Media.Contains(discourse.Parse.Lemma(token));

    /// <summary>"wrote on RS": where one writes is a medium, unless it is a place.</summary>
    private static bool IsOutlet(Discourse discourse, Attribution said, int head)
    {
        if (!discourse.Lexicon.Is("publish", said.Lemma) || discourse.Parse.Heads[head] != said.CueToken)
            return false;
        foreach (Name name in discourse.Parse.Names)
            if (name.First <= head && head < name.End)
                return name.Kind == EntityKind.Organisation;
        ReadOnlySpan<char> form = discourse.Parse.Form(head);
        return form.Length is > 1 and < 5 && char.IsUpper(form[0]) && char.IsUpper(form[^1]);
    }

    private static bool IsPlatform(Discourse discourse, int head)
    {
        if (discourse.Parse.Upos[head] != Upos.Propn)
            return false;
        Stretch words = discourse.Trim(Bare(discourse, head));
        return !words.IsNone
            && discourse.Lexicon.Platforms.Contains(
                discourse.Passage(words).In(discourse.Parse.Text).TrimEnd('.').ToString()
            );
    }

    /// <summary>"an interview with the Post", "a letter to parliament".</summary>
    private static Stretch Partner(Discourse discourse, Stretch medium)
    {
        Parse parse = discourse.Parse;
        for (int i = medium.First; i <= medium.Last; i++)
            if (
                parse.Relations[i].Base is Relation.Nmod or Relation.Obl
                && (medium.Has(parse.Heads[i]) || parse.Relations[i].Base == Relation.Obl)
                && HasCase(discourse, i, "partner")
            )
                return Bare(discourse, i);
        return Stretch.None;
    }

    /// <summary>"in a letter to parliament": whom it went to belongs to the medium, also where the parser hung it on the verb.</summary>
    private static Stretch WithPartner(Discourse discourse, Attribution said, Stretch medium, int verb)
    {
        // The medium itself may be the root of its sentence.
        if (verb < 0 || medium.Last < 0)
            return medium;
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
            if (
                parse.Relations[dependent].Base == Relation.Obl
                && parse.Subtree(dependent).First == medium.Last + 1
                && HasCase(discourse, dependent, "partner")
                && IsMedium(discourse, medium.Last)
            )
                return medium.With(Before(said, Bare(discourse, dependent)));
        return medium;
    }

    /// <summary>A noun's words without the preposition before them.</summary>
    private static Stretch Bare(Discourse discourse, int head)
    {
        Parse parse = discourse.Parse;
        Stretch words = Stretch.Of(parse.Subtree(head));
        while (words.First < head && parse.Relations[words.First].Base == Relation.Case)
            words = words with { First = words.First + 1 };
        foreach (int dependent in parse.Dependents(head))
            if (
                dependent > head
                && parse.Relations[dependent].Base is Relation.Acl or Relation.Parataxis or Relation.Punct
            )
                words = words with { Last = Math.Min(words.Last, parse.Subtree(dependent).First - 1) };
        return discourse.Trim(words);
    }

    /// <summary>Words that weaken the cue or the content, in order.</summary>
    public static IReadOnlyList<Passage> Hedges(Discourse discourse, Attribution said)
    {
        Parse parse = discourse.Parse;
        var found = new List<Passage>();
        foreach (Stretch stretch in (IEnumerable<Stretch>)[said.Cue, .. said.Content])
            for (int i = stretch.First; i <= stretch.Last; i++)
                if (
                    discourse.Lexicon.Hedge(parse.Form(i)) is { } upos
                    && (
                        upos.Length == 0
                        || parse.Upos[i].ToString().Equals(upos, StringComparison.OrdinalIgnoreCase)
                    )
                )
                    found.Add(parse.Tokens[i]);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    public static bool Translated(Discourse discourse, Attribution said)
    {
        if (said.Cue.IsNone)
            return false;
        Stretch sentence = discourse.Sentence(said.Cue.First);
        foreach (Stretch part in discourse.Minus(sentence, [.. said.Content]))
        {
            ReadOnlySpan<char> words = discourse.Passage(part).In(discourse.Parse.Text);
            foreach (string phrase in discourse.Lexicon.Translations)
                if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                    return true;
        }
        return false;
    }

    /// <summary>Described and not named: "a senior official", "people familiar with the matter".</summary>
    public static bool Anonymous(Discourse discourse, Attribution said, bool named)
    {
        if (said.Anonymous)
            return true;
        Parse parse = discourse.Parse;
        int head = said.SpeakerHead;
        if (
            head < 0
            || said.Speaker.IsNone
            || named
            || parse.Upos[head] is not (Upos.Noun or Upos.Num or Upos.Det or Upos.Pron or Upos.Adj)
        )
            return false;
        ReadOnlySpan<char> words = discourse.Passage(said.Speaker).In(parse.Text);
        foreach (string phrase in discourse.Lexicon.Anonymity)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        if (!discourse.Lexicon.Sources.Contains(parse.Lemma(head)))
            return false;
        int determiner = parse.Dependent(head, Relation.Det);
        return determiner >= 0
            ? parse.Features[determiner].Definite == Definite.Ind
                || parse.Features[determiner].PronType is PronType.Ind
            : parse.Dependent(head, Relation.NmodPoss) < 0
                && (
                    parse.Features[head].Number == Number.Plur || parse.Dependent(head, Relation.Nummod) >= 0
                );
    }
}
