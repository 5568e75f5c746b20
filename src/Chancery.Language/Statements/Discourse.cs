using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>One article as the rules for statements see it: its parse, its quotations, and what of it is already attributed.</summary>
internal sealed class Discourse
{
    /// <summary>
    /// Fewer words in marks than these may be a name or a scare quotation, unless a stop or comma ends them: cues inside are looked at all the
    /// same.
    /// </summary>
    private const int Speech = 4;

    /// <summary>How many tokens a dateline may have.</summary>
    private const int Dateline = 14;

    /// <summary>How many tokens a label in capitals may have.</summary>
    private const int Label = 6;

    private readonly int[] quotationAt;
    private readonly bool[] taken;
    private readonly bool[] spoken;
    private readonly bool[] attributed;

    public Discourse(Parse parse, StatementLexicon lexicon)
    {
        (Parse, Lexicon) = (parse, lexicon);
        Quotations = QuotationFinder.Find(parse.Text);
        quotationAt = new int[parse.Count];
        Array.Fill(quotationAt, -1);
        taken = new bool[parse.Count];
        spoken = new bool[parse.Count];
        attributed = new bool[parse.Count];
        Words = [.. Quotations.Select(q => Tokens(q.Inner))];
        for (int q = 0; q < Words.Count; q++)
        for (int i = Words[q].First; i <= Words[q].Last; i++)
        {
            quotationAt[i] = q;
            spoken[i] =
                Words[q].Last - Words[q].First >= Speech
                || Words[q].Last > Words[q].First && Parse.Form(Words[q].Last) is "," or "." or "!" or "?";
        }
        foreach (Upos upos in parse.Upos)
            HasTrees |= upos != Upos.X;
    }

    public Parse Parse { get; }
    public StatementLexicon Lexicon { get; }
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>The tokens inside the marks of each quotation.</summary>
    public IReadOnlyList<Stretch> Words { get; }

    /// <summary>False where there are words and sentences alone.</summary>
    public bool HasTrees { get; }

    /// <summary>The quotation that holds the token; −1 for none.</summary>
    public int QuotationAt(int token) => quotationAt[token];

    /// <summary>True inside words that somebody speaks: what is said there is said by the speaker, not by the article.</summary>
    public bool IsSpoken(int token) => spoken[token];

    public void Speak(Stretch words)
    {
        for (int i = words.First; i <= words.Last; i++)
            spoken[i] = attributed[i] = true;
    }

    /// <summary>True where the words already stand in a direct statement.</summary>
    public bool IsAttributed(int token) => attributed[token];

    /// <summary>True where a statement already hangs on the token.</summary>
    public bool IsTaken(int token) => taken[token];

    public void Take(Stretch cue)
    {
        for (int i = cue.First; i <= cue.Last; i++)
            taken[i] = true;
    }

    /// <summary>The tokens of a passage.</summary>
    public Stretch Tokens(Passage passage)
    {
        int first = Parse.TokenAt(passage.Start);
        int last = first - 1;
        while (last + 1 < Parse.Count && Parse.Tokens[last + 1].Start < passage.End)
            last++;
        return new Stretch(first, last);
    }

    /// <summary>The speaker found by word order for a cue beside a quotation; trees are often wrong there.</summary>
    public Dictionary<int, int> Mouths { get; } = [];

    public Passage Passage(Stretch tokens) => Parse.PassageOf((tokens.First, tokens.Last));

    /// <summary>The sentence that holds the token, without a dateline at its head.</summary>
    public Stretch Sentence(int token)
    {
        var sentence = Parse.Sentences[Parse.SentenceOf(token)];
        int first = AfterLabel(AfterDateline(sentence.First, sentence.End), sentence.End);
        var words = new Stretch(first <= token ? first : sentence.First, sentence.End - 1);
        return InCapitals(words, token);
    }

    /// <summary>How many words in capitals in a row are a headline or a link that lost its line.</summary>
    private const int Headline = 4;

    /// <summary>"CLICK HERE FOR MORE Orlo said …": a row of words in capitals is a line of its own.</summary>
    private Stretch InCapitals(Stretch words, int token)
    {
        int run = -1;
        int count = 0;
        for (int i = words.First; i <= words.Last + 1; i++)
        {
            bool shouted = i <= words.Last && IsShouted(i);
            if (shouted || run >= 0 && i <= words.Last && !Parse.Form(i).ContainsAnyInRange('a', 'z'))
            {
                run = run < 0 ? i : run;
                count += shouted ? 1 : 0;
                continue;
            }
            if (run >= 0 && count >= Headline)
            {
                if (token < run)
                    return words with { Last = run - 1 };
                if (token < i)
                    return new Stretch(run, i - 1);
                words = words with { First = i };
            }
            (run, count) = (-1, 0);
        }
        return words;
    }

    private bool IsShouted(int token) =>
        Parse.Form(token).Length > 1
        && char.IsUpper(Parse.Form(token)[0])
        && char.IsUpper(Parse.Form(token)[^1])
        && !Parse.Form(token).ContainsAnyInRange('a', 'z');

    /// <summary>"FIRST ON TELN:", "EXCLUSIVE:": words in capitals before a colon that names no speaker of two words or less of its own.</summary>
    private int AfterLabel(int first, int end)
    {
        for (int i = first; i < Math.Min(end - 1, first + Label); i++)
            if (Parse.Form(i) is ":")
                return i > first && char.IsUpper(Parse.Form(i + 1)[0]) ? i + 1 : first;
            else if (Parse.Form(i).ContainsAnyInRange('a', 'z') || !char.IsUpper(Parse.Form(i)[0]))
                return first;
        return first;
    }

    /// <summary>"HARL, July 19 (Agency) — ": a paragraph's first words, a capital and no verb among them, before a dash.</summary>
    private int AfterDateline(int first, int end)
    {
        bool agency = char.IsUpper(Parse.Form(first)[^1]);
        if (
            first > 0 && !BeginsLine(first)
            || Parse.Upos[first] is not (Upos.Propn or Upos.X or Upos.Noun)
                && !(agency && Parse.Upos[first] == Upos.Adj)
        )
            return first;
        for (int i = first; i < Math.Min(end - 1, first + Dateline); i++)
        {
            if (Parse.Upos[i] is Upos.Verb or Upos.Aux or Upos.Pron or Upos.Det)
                return first;
            agency |= Parse.Form(i) is "(";
            if (i > first && Parse.Form(i) is "—" or "–" or "-" or "--" or "―")
                return agency && Parse.Gaps[i] != Text.Gap.None ? i + 1 : first;
        }
        return first;
    }

    /// <summary>The verb at a token as a cue, without particle or preposition; null where it is none.</summary>
    public CueVerb? VerbAt(int token)
    {
        if (!HasTrees)
            return Lexicon.VerbOf(Parse.Form(token));
        return Parse.Upos[token] == Upos.Verb
            ? Lexicon.Verbs.GetValueOrDefault(Parse.Lemma(token)) ?? Lexicon.VerbOf(Parse.Form(token))
            : null;
    }

    /// <summary>A verb's lemma, by its ending where the lemma is no verb of the lexicon.</summary>
    public string VerbLemma(int token) =>
        VerbAt(token)?.Lemma ?? Lexicon.LemmaOf(Parse.Form(token)) ?? Parse.Lemma(token);

    /// <summary>True for a passive.</summary>
    public bool IsPassive(int verb) => Subjects.IsPassive(Parse, verb);

    /// <summary>True for the first token of a line.</summary>
    public bool BeginsLine(int token) => Parse.Gaps[token] is Text.Gap.NewLine or Text.Gap.BlankLine;

    public bool IsMark(int token) =>
        !char.IsLetterOrDigit(Parse.Form(token)[0])
        && !char.IsLetterOrDigit(Parse.Form(token)[^1])
        && Parse.Upos[token] is Upos.Punct or Upos.X or Upos.Sym
        && Parse.Form(token) is not ("$" or "%" or "€" or "£" or "+");

    /// <summary>Without punctuation at the edges; a quotation that begins inside keeps its closing mark.</summary>
    public Stretch Trim(Stretch tokens)
    {
        (int first, int last) = (AfterBracket(tokens), tokens.Last);
        while (first <= last && IsMark(first) && !OpensIn(first, last))
            first++;
        while (last >= first && IsMark(last) && !ClosesIn(first, last) && !Bracketed(first, last))
            last--;
        return new Stretch(first, last);
    }

    /// <summary>A bracket that closes without having opened, or that opens the stretch, ends a caption that stands before.</summary>
    private int AfterBracket(Stretch tokens)
    {
        int open = 0;
        int first = tokens.First;
        for (int i = tokens.First; i < tokens.Last; i++)
            if (Parse.Form(i) is "(")
                open++;
            else if (
                Parse.Form(i) is ")"
                && (--open < 0 || open == 0 && Parse.Form(first) is "(" && char.IsUpper(Parse.Form(i + 1)[0]))
            )
                (first, open) = (i + 1, 0);
        return first;
    }

    /// <summary>The mark at the head of a stretch that opens a quotation of which the stretch holds more than that.</summary>
    private bool OpensIn(int first, int last) =>
        first < last
        && quotationAt[first + 1] is var q and >= 0
        && quotationAt[first] != q
        && Words[q].First == first + 1
        && Words[q].Last < last;

    private bool Bracketed(int first, int last)
    {
        if (Parse.Form(last) is not (")" or "]"))
            return false;
        for (int i = last - 1; i > first; i--)
            if (Parse.Form(i) is "(" or "[")
                return true;
        return false;
    }

    private bool ClosesIn(int first, int last) =>
        last > first
        && quotationAt[last - 1] is var q and >= 0
        && quotationAt[last] != q
        && Words[q].Last == last - 1
        && Words[q].First > first;

    /// <summary>What is left of a stretch without others, trimmed.</summary>
    public List<Stretch> Minus(Stretch whole, params ReadOnlySpan<Stretch> holes)
    {
        var left = new List<Stretch>();
        int start = whole.First;
        for (int i = whole.First; i <= whole.Last + 1; i++)
        {
            bool hole = i > whole.Last;
            foreach (Stretch h in holes)
                hole |= h.Has(i);
            if (!hole)
                continue;
            Stretch piece = Trim(new Stretch(start, i - 1));
            if (!piece.IsNone)
                left.Add(piece);
            start = i + 1;
        }
        return left;
    }
}
