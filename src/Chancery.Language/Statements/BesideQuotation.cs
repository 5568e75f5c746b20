using Chancery.Language.Grammar;
using Chancery.Language.Text;

namespace Chancery.Language.Statements;

/// <summary>A cue beside a quotation, with its speaker.</summary>
/// <param name="Verb">The cue.</param>
/// <param name="Token">Where it stands.</param>
/// <param name="Speaker">The speaker's words.</param>
/// <param name="Head">The token that the speaker is known by.</param>
internal sealed record CueBeside(CueVerb Verb, int Token, Stretch Speaker, int Head)
{
    /// <summary>"Vesk Wire quoted Orlo as saying": the cue's first part, and who passes it on.</summary>
    public (Stretch Cue, Stretch Through)? Quoted { get; init; }
}

/// <summary>Finds the cue beside a quotation: behind it first, then before it.</summary>
internal sealed partial class BesideQuotation(Discourse discourse)
{
    /// <summary>How many tokens may stand between a quotation and its cue: an office and an apposition.</summary>
    private const int Reach = 32;

    /// <summary>How many tokens a speaker has beside a verb that only tells the manner.</summary>
    private const int Name = 6;

    private readonly Parse parse = discourse.Parse;

    /// <summary>"…," Novák said. | "…," said Novák.</summary>
    public CueBeside? Behind(int q)
    {
        Stretch said = discourse.Words[q];
        int first = parse.TokenAt(discourse.Quotations[q].Outer.End);
        if (first >= parse.Count || !BeginsHere(q))
            return null;
        if (discourse.BeginsLine(first))
            return parse.Form(first) is "-" or "–" or "—" or "--" or "―" ? Signed(first + 1) : null;
        bool comma = parse.Form(first) is "," or "-" or "–" or "—" or "--" or "―";
        if (
            !comma
            && Quotation.End(discourse.Quotations[q].Inner.In(parse.Text))
                is not (',' or '?' or '!' or '\u2026' or '\u2014' or '-' or '.')
            && !Abrupt(q, first)
        )
            return null;
        if (
            !comma
            && Quotation.End(discourse.Quotations[q].Inner.In(parse.Text)) == '.'
            && char.IsUpper(parse.Form(first)[0])
            && parse.SentenceOf(first) != parse.SentenceOf(said.Last)
        )
            return null;
        if (comma && parse.Form(first) is not "," && Signed(first + 1) is { } signed)
            return signed;
        first += comma ? 1 : 0;
        int end = first < parse.Count ? Math.Min(discourse.Sentence(first).Last, first + Reach) : -1;
        int k = first;
        while (k <= end && !(CueOrManner(k, first) is { } && (k == first || !Relative(k, first))))
        {
            if (
                discourse.QuotationAt(k) >= 0 && !IsTitle(discourse.QuotationAt(k))
                || parse.Form(k) is ":" or ";" or "."
                || k == first && !MayBegin(k)
            )
                return null;
            k++;
        }
        if (k > end)
            return null;
        // "…?" The city told reporters that …: a new sentence with a content of its own.
        if (
            !comma
            && parse.SentenceOf(k) != parse.SentenceOf(said.Last)
            && parse.Dependent(k, Relation.Ccomp) > k
        )
            return null;
        // Adverbs before an inverted cue: "…," later said Novák.
        int nominal = first;
        while (nominal < k && parse.Upos[nominal] == Upos.Adv)
            nominal++;
        return nominal == k && !(SubjectIn(k, first, k - 1) is { })
            ? Inverted(k, CueOrManner(k, first)!)
            : Straight(k, first, CueOrManner(k, first)!);
    }

    /// <summary>“The road is open now” Orlo said: the comma was left out.</summary>
    private bool Abrupt(int q, int first) =>
        discourse.Words[q].Last - discourse.Words[q].First >= Name
        && first + 1 < parse.Count
        && parse.Upos[first] is Upos.Propn or Upos.Pron
        && Cue(first + 1) is not null
        && parse.Features[first + 1].VerbForm == VerbForm.Fin;

    /// <summary>“The road is open.” — Ada Orlo: a dash and a name to the paragraph's end.</summary>
    private CueBeside? Signed(int first)
    {
        int last = first;
        while (last + 1 < parse.Count && !discourse.BeginsLine(last + 1) && last - first < 8)
            last++;
        if (
            last + 1 < parse.Count && !discourse.BeginsLine(last + 1)
            || first >= parse.Count
            || last - first >= 8
        )
            return null;
        for (int i = first; i <= last; i++)
            if (parse.Upos[i] is Upos.Verb or Upos.Aux || i == first && parse.Upos[i] != Upos.Propn)
                return null;
        Stretch speaker = discourse.Trim(new Stretch(first, last));
        return new CueBeside(Dash, first - 1, speaker, Head(speaker, first - 1));
    }

    private static readonly CueVerb Dash = new("", Terms.Stance.Say, Complements.Quote, Terms.Stance.Say);

    public CueVerb? Cue(int token) =>
        (
            Particle(token)
            ?? discourse.VerbAt(token)
            ?? (
                parse.Upos[token] is Upos.Verb or Upos.X || Mistaken(token)
                    ? discourse.Lexicon.VerbOf(parse.Form(token))
                    : null
            )
        )
            is { } verb
        && verb.Can(Complements.Quote)
        && !discourse.IsTaken(token)
            ? verb
            : null;

    /// <summary>“The road is open,” Orlo answers.: between a name that follows the quotation and the stop nothing but a verb stands.</summary>
    private bool Mistaken(int token) =>
        parse.Upos[token] == Upos.Noun
        && token > 2
        && discourse.IsMark(End(token) + 1)
        && parse.Upos[token - 1] is Upos.Propn or Upos.Noun or Upos.Pron
        && parse.SentenceOf(token - 1) == parse.SentenceOf(token)
        && Begins(token - 1) is var first
        && first > 1
        && discourse.IsMark(first - 1)
        && discourse.QuotationAt(first - 2) >= 0
        && parse.Form(first - 2) is "," or "?" or "!";

    /// <summary>The last token of a verb with its particle.</summary>
    private int End(int token) =>
        Math.Min(
            token + 1 < parse.Count && parse.Xpos(token + 1) == "RP" ? token + 1 : token,
            parse.Count - 2
        );

    /// <summary>Where the words of a name or an office begin that end with a token.</summary>
    private int Begins(int last)
    {
        int first = last;
        while (
            first > 0
            && last - first < Name
            && parse.Upos[first - 1] is Upos.Propn or Upos.Noun or Upos.Adj or Upos.Det
        )
            first--;
        return first;
    }

    /// <summary>"as Orlo put it: …", “…,” Orlo points out</summary>
    private CueVerb? Particle(int token) =>
        token + 1 < parse.Count
        && (parse.Upos[token] == Upos.Verb || Mistaken(token))
        && (parse.Upos[token + 1] == Upos.Pron || parse.Xpos(token + 1) == "RP")
        && (
            discourse.Lexicon.Verbs.TryGetValue(
                $"{parse.Lemma(token)} {parse.Form(token + 1)}",
                out CueVerb? cue
            )
        )
            ? cue
            : null;

    /// <summary>Right beside a quotation any verb without an object tells how the words were said ("boomed Orlo").</summary>
    private CueVerb? CueOrManner(int token, int first)
    {
        if (Cue(token) is { } cue)
            return cue;
        if (
            !discourse.HasTrees
            || discourse.Lexicon.Verbs.Count == 0
            || parse.Upos[token] != Upos.Verb
            || parse.Features[token].VerbForm != VerbForm.Fin
            || parse.Dependent(token, Relation.Obj) >= 0
            || parse.Dependent(token, Relation.AuxPass) >= 0
            || Subjects.Of(parse, token) is not { } subject
            || token > first
                && !(
                    parse.Subtree(subject.Head).First <= first + 1
                    && subject.Head < token
                    && token - first <= Name
                )
        )
            return null;
        return new CueVerb(parse.Lemma(token), Terms.Stance.Say, Complements.Quote, Terms.Stance.Say);
    }

    /// <summary>How many words a name in marks has at most, where a comma ends it.</summary>
    private const int Title = 8;

    /// <summary>A name in marks: no stop, comma or the like at its end, or a few words with capitals before the comma.</summary>
    private bool IsTitle(int q)
    {
        char end = Quotation.End(discourse.Quotations[q].Inner.In(parse.Text));
        if (char.IsLetterOrDigit(end))
            return true;
        Stretch words = discourse.Words[q];
        if (end is not (',' or '.') || words.Last - words.First > Title)
            return false;
        for (int i = words.First; i < words.Last; i++)
            if (
                parse.Upos[i] is not (Upos.Adp or Upos.Det or Upos.Cconj or Upos.Part or Upos.Punct)
                && !char.IsUpper(parse.Form(i)[0])
            )
                return false;
        return true;
    }

    /// <summary>The cue of a relative clause is another's: "…," Novák, who told nobody, said.</summary>
    private bool Relative(int token, int first)
    {
        if (parse.Relations[token] != Relation.AclRelcl)
            return false;
        for (int i = first; i < token; i++)
            if (parse.Features[i].PronType == PronType.Rel || parse.Xpos(i) is "WP" or "WDT")
                return true;
        return false;
    }

    /// <summary>A speaker's words begin with a name, a noun or what stands before one.</summary>
    private bool MayBegin(int token) =>
        !discourse.HasTrees
        || parse.Upos[token]
            is Upos.Pron
                or Upos.Propn
                or Upos.Noun
                or Upos.Det
                or Upos.Adj
                or Upos.Num
                or Upos.Adv
                or Upos.X
        || parse.Upos[token] == Upos.Verb && Cue(token) is not null;

    /// <summary>Nothing of the quotation's sentence stands before it but another quotation or a colon.</summary>
    private bool BeginsHere(int q)
    {
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        int start = discourse.Sentence(Math.Min(mark, parse.Count - 1)).First;
        return mark <= start
            || discourse.BeginsLine(mark)
            || parse.Form(mark - 1) is ":" or "." or "!" or "?"
            || parse.Form(mark - 1)[^1] is '"' or '\u201D' or '\u2019'
            || parse.Upos[start] is Upos.Cconj or Upos.Adv && mark - start <= 2
            || !discourse.HasTrees
            || Prelude(q, start, mark)
            || Heading(q, start, mark);
    }

    /// <summary>How many words a heading has that lost its line.</summary>
    private const int Few = 5;

    /// <summary>"Key Findings “The road is open,” said Orlo": a few words with capitals and no verb.</summary>
    private bool Heading(int q, int start, int mark)
    {
        if (mark - start > Few || !char.IsUpper(parse.Form(discourse.Words[q].First)[0]) || !EndsSpeech(q))
            return false;
        for (int i = start; i < mark; i++)
            if (parse.Upos[i] is not (Upos.Propn or Upos.Noun or Upos.Adj) || !char.IsUpper(parse.Form(i)[0]))
                return false;
        return true;
    }

    private bool EndsSpeech(int q) =>
        parse.Form(discourse.Words[q].Last) is "," or "?" or "!"
        && discourse.Words[q].Last - discourse.Words[q].First >= 2;

    /// <summary>"As for the plan, “I like it,” said Orlo" — "… to Lurania – “I like it,” he said –": circumstances before a comma, or a dash.</summary>
    private bool Prelude(int q, int start, int mark)
    {
        if (!EndsSpeech(q))
            return false;
        if (parse.Form(mark - 1) is "-" or "–" or "—" or "--" or "(" && parse.Gaps[mark - 1] != Gap.None)
            return true;
        if (
            parse.Form(mark - 1) is not ","
            || parse.Upos[start] is not (Upos.Adp or Upos.Sconj or Upos.Adv)
            || IsTitle(q)
        )
            return false;
        for (int i = start; i < mark; i++)
            if (parse.Upos[i] is Upos.Verb or Upos.Aux && parse.Features[i].VerbForm == VerbForm.Fin)
                return false;
        return true;
    }

    private Stretch? SubjectIn(int verb, int first, int last)
    {
        foreach (int dependent in parse.Dependents(verb))
            if (parse.Relations[dependent].Base == Relation.Nsubj && dependent >= first && dependent <= last)
                return discourse.Trim(Subjects.Words(discourse, dependent, verb).Within(first, last));
        return null;
    }

    private CueBeside? Straight(int k, int first, CueVerb verb)
    {
        Stretch group = CueWords.Of(discourse, k);
        int last = Math.Min(k, group.First) - 1;
        if (last < first)
            return null;
        if (Quoted(k, first, verb) is { } quoted)
            return quoted;
        if (SubjectIn(k, first, last) is { } words && !words.IsNone)
        {
            // The tree may cut a title or an apposition off: without a verb between, all before the cue is the speaker.
            Stretch all = discourse.Trim(new Stretch(first, last));
            bool plain = discourse.HasTrees;
            for (int i = all.First; i <= all.Last; i++)
                plain &=
                    words.Has(i)
                    || parse.Upos[i]
                        is not (Upos.Verb or Upos.Aux or Upos.Adp or Upos.Adv or Upos.Sconj or Upos.Cconj);
            Stretch speaker = plain && words.Last >= all.First ? all : words;
            return new CueBeside(verb, k, speaker, Head(speaker, k));
        }
        Stretch zone = discourse.Trim(new Stretch(first, last));
        return zone.IsNone ? null : new CueBeside(verb, k, zone, Head(zone, k));
    }

    /// <summary>"…," Vesk Wire quoted Orlo as saying.</summary>
    private CueBeside? Quoted(int k, int first, CueVerb verb)
    {
        for (int s = first + 1; s < k - 1; s++)
            if (
                discourse.VerbAt(s)?.Can(Complements.Source) == true
                && discourse.Lexicon.Is("as", parse.Form(k - 1))
            )
            {
                Stretch speaker = discourse.Trim(new Stretch(s + 1, k - 2));
                return speaker.IsNone
                    ? null
                    : new CueBeside(verb, k, speaker, Head(speaker, s))
                    {
                        Quoted = (new Stretch(s, s), discourse.Trim(new Stretch(first, s - 1))),
                    };
            }
        return null;
    }

    private CueBeside? Inverted(int k, CueVerb verb)
    {
        Stretch sentence = discourse.Sentence(k);
        int head = -1;
        foreach (int dependent in parse.Dependents(k))
            if (
                dependent > k
                && parse.Relations[dependent].Base
                    is Relation.Nsubj
                        or Relation.Obj
                        or Relation.Ccomp
                        or Relation.Xcomp
                && discourse.QuotationAt(dependent) < 0
                && !discourse.Lexicon.Is("that", parse.Form(dependent))
            )
            {
                head = dependent;
                break;
            }
        if (!discourse.HasTrees || head < 0 || head > k + 12)
        {
            Stretch words = discourse.Trim(new Stretch(k + 1, Stop(k + 1, sentence.Last)));
            return
                words.IsNone
                || discourse.QuotationAt(words.First) >= 0
                || discourse.Lexicon.Is("that", parse.Form(words.First))
                ? null
                : new CueBeside(verb, k, words, Head(words, k));
        }
        Stretch subject = Subjects.Words(discourse, head, k).Within(k + 1, sentence.Last);
        for (int i = subject.First; i <= subject.Last; i++)
            if (discourse.QuotationAt(i) >= 0 && !IsTitle(discourse.QuotationAt(i)))
                subject = new Stretch(subject.First, i - 1);
        subject = discourse.Trim(subject);
        return subject.IsNone ? null : new CueBeside(verb, k, subject, head);
    }

    /// <summary>Where a speaker behind the cue ends when no tree tells: before a comma that opens no apposition.</summary>
    private int Stop(int first, int last)
    {
        for (int i = first; i <= last; i++)
            if (
                parse.Form(i) is "." or ";" or ":"
                || discourse.QuotationAt(i) >= 0
                || i > first && parse.Form(i) is "," && (i == last || !char.IsLower(parse.Form(i + 1)[0]))
            )
                return i - 1;
        return last;
    }

    private int Head(Stretch words, int verb)
    {
        int head = words.First;
        for (int i = words.First; i <= words.Last; i++)
            if (
                !words.Has(parse.Heads[i])
                && parse.Upos[i] is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.X
            )
                return i;
        return parse.Heads[head] == verb ? head : words.First;
    }

    /// <summary>A short stretch that begins like a name and holds no verb.</summary>
    private bool IsName(Stretch words)
    {
        if (words.IsNone || words.Last - words.First > 10)
            return false;
        for (int i = words.First; i <= words.Last; i++)
            if (
                parse.Upos[i] is Upos.Verb or Upos.Aux or Upos.Sconj
                || parse.Upos[i] == Upos.Punct && parse.Form(i) is not "-"
                || parse.Upos[i] == Upos.Adp && i == words.First
            )
                return false;
        return parse.Upos[words.First] is Upos.Propn or Upos.Pron or Upos.Det or Upos.Noun;
    }

    /// <summary>Words of a speech rather than a name or a phrase: enough of them, or a sentence's capital or end.</summary>
    private bool Speechlike(int q)
    {
        Stretch words = discourse.Words[q];
        return words.Last - words.First >= 2
            && (
                char.IsUpper(parse.Form(words.First)[0])
                || parse.Form(words.Last)[^1] is '.' or '!' or '?' or ','
            );
    }
}
