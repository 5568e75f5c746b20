using Chancery.Language.Grammar;
using Chancery.Language.Text;

namespace Chancery.Language.Statements;

/// <summary>
/// Words in quotation marks with the cue beside them. Word order decides which cue is beside which quotation, since trees
/// break at quotation marks; the tree, where there is one, tells the speaker's words.
/// </summary>
internal sealed class QuotedSpeech(Discourse discourse)
{
    /// <summary>How many tokens may stand between a quotation and its cue: an office and an apposition.</summary>
    private const int Reach = 32;

    private readonly Parse parse = discourse.Parse;

    private sealed record Heard(List<int> Parts, Beside? By);

    /// <param name="Verb">The cue.</param>
    /// <param name="Token">Where it stands.</param>
    /// <param name="Speaker">The speaker's words.</param>
    /// <param name="Head">The token that the speaker is known by.</param>
    private sealed record Beside(CueVerb Verb, int Token, Stretch Speaker, int Head)
    {
        /// <summary>"Vesk Wire quoted Orlo as saying": the cue's first part, and who passes it on.</summary>
        public (Stretch Cue, Stretch Through)? Quoted { get; init; }
    }

    public static IEnumerable<Attribution> Find(Discourse discourse) => new QuotedSpeech(discourse).Find();

    private List<Attribution> Find()
    {
        var heard = new List<Heard>();
        for (int q = 0; q < discourse.Quotations.Count; q++)
        {
            if (discourse.Words[q].IsNone || discourse.IsAttributed(discourse.Words[q].First))
                continue;
            Heard? last = heard.Count > 0 ? heard[^1] : null;
            bool adjoins = last is not null && last.Parts[^1] == q - 1;
            if (discourse.Quotations[q].Continues && adjoins)
                last!.Parts.Add(q);
            else if (Behind(q) is { } behind)
                heard.Add(new Heard([q], behind));
            else if (Ahead(q, last) is { } ahead)
                heard.Add(new Heard([q], ahead));
            else if (adjoins && last!.By is { } by && GoesOn(last, by, q))
                last.Parts.Add(q);
            else if (adjoins && IsWhole(q) && NothingBetween(last!.Parts[^1], q))
                last.Parts.Add(q);
            else if (IsWhole(q))
                heard.Add(new Heard([q], null));
        }
        List<Attribution> found = [.. heard.Select(Attribution)];
        foreach (Attribution attribution in found)
        {
            discourse.Take(attribution.Cue);
            foreach (Stretch said in attribution.Content)
                discourse.Speak(said);
        }
        return found;
    }

    /// <summary>"…," Novák said. | "…," said Novák.</summary>
    private Beside? Behind(int q)
    {
        Stretch said = discourse.Words[q];
        int first = parse.TokenAt(discourse.Quotations[q].Outer.End);
        if (first >= parse.Count || !BeginsHere(q) || parse.Gaps[first] == Gap.BlankLine)
            return null;
        bool comma = parse.Form(first) is "," or "-" or "–" or "—" or "--";
        if (
            !comma
            && parse.Form(said.Last)[^1] is not (',' or '?' or '!' or '\u2026' or '\u2014' or '-' or '.')
        )
            return null;
        if (
            !comma
            && parse.Form(said.Last)[^1] == '.'
            && char.IsUpper(parse.Form(first)[0])
            && parse.SentenceOf(first) != parse.SentenceOf(said.Last)
        )
            return null;
        first += comma ? 1 : 0;
        int end = first < parse.Count ? Math.Min(discourse.Sentence(first).Last, first + Reach) : -1;
        int k = first;
        while (k <= end && !(Cue(k) is { } && (k == first || !Relative(k))))
        {
            if (
                discourse.QuotationAt(k) >= 0
                || parse.Form(k) is ":" or ";" or "."
                || k == first && !MayBegin(k)
            )
                return null;
            k++;
        }
        if (k > end)
            return null;
        // Adverbs before an inverted cue: "…," later said Novák.
        int nominal = first;
        while (nominal < k && parse.Upos[nominal] == Upos.Adv)
            nominal++;
        return nominal == k && !(SubjectIn(k, first, k - 1) is { }) ? Inverted(k) : Straight(k, first);
    }

    private CueVerb? Cue(int token) =>
        (
            discourse.VerbAt(token)
            ?? (parse.Upos[token] is Upos.Verb or Upos.X ? discourse.Lexicon.VerbOf(parse.Form(token)) : null)
        )
            is { } verb
        && verb.Can(Complements.Quote)
        && !discourse.IsTaken(token)
            ? verb
            : null;

    /// <summary>The cue of a relative clause is another's: "…," Novák, who told nobody, said.</summary>
    private bool Relative(int token) => parse.Relations[token] == Relation.AclRelcl;

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
            || parse.Form(mark - 1) is ":" or "." or "!" or "?"
            || parse.Form(mark - 1)[^1] is '"' or '\u201D' or '\u2019'
            || parse.Upos[start] is Upos.Cconj or Upos.Adv && mark - start <= 2
            || !discourse.HasTrees;
    }

    private Stretch? SubjectIn(int verb, int first, int last)
    {
        foreach (int dependent in parse.Dependents(verb))
            if (parse.Relations[dependent].Base == Relation.Nsubj && dependent >= first && dependent <= last)
                return discourse.Trim(Subjects.Words(discourse, dependent, verb).Within(first, last));
        return null;
    }

    private Beside? Straight(int k, int first)
    {
        Stretch group = CueWords.Of(discourse, k);
        int last = Math.Min(k, group.First) - 1;
        if (last < first)
            return null;
        if (Quoted(k, first) is { } quoted)
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
            return new Beside(Cue(k)!, k, speaker, Head(speaker, k));
        }
        Stretch zone = discourse.Trim(new Stretch(first, last));
        return zone.IsNone ? null : new Beside(Cue(k)!, k, zone, Head(zone, k));
    }

    /// <summary>"…," Vesk Wire quoted Orlo as saying.</summary>
    private Beside? Quoted(int k, int first)
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
                    : new Beside(Cue(k)!, k, speaker, Head(speaker, s))
                    {
                        Quoted = (new Stretch(s, s), discourse.Trim(new Stretch(first, s - 1))),
                    };
            }
        return null;
    }

    private Beside? Inverted(int k)
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
            )
            {
                head = dependent;
                break;
            }
        if (!discourse.HasTrees || head < 0 || head > k + 12)
        {
            Stretch words = discourse.Trim(new Stretch(k + 1, Stop(k + 1, sentence.Last)));
            return words.IsNone || discourse.QuotationAt(words.First) >= 0
                ? null
                : new Beside(Cue(k)!, k, words, Head(words, k));
        }
        Stretch subject = Stretch.Of(parse.Subtree(head)).Within(k + 1, sentence.Last);
        for (int i = subject.First; i <= subject.Last; i++)
            if (discourse.QuotationAt(i) >= 0)
                subject = new Stretch(subject.First, i - 1);
        subject = discourse.Trim(subject);
        return subject.IsNone ? null : new Beside(Cue(k)!, k, subject, head);
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

    /// <summary>Novák said: "…"</summary>
    private Beside? Ahead(int q, Heard? last)
    {
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        if (mark <= 0 || mark >= parse.Count)
            return null;
        bool colon = parse.Form(mark - 1) is ":";
        if (parse.Gaps[mark] == Gap.BlankLine && !colon)
            return null;
        int from = discourse.Sentence(mark - 1).First;
        int floor = last is null ? from : Math.Max(from, discourse.Words[last.Parts[^1]].Last + 1);
        bool led = colon || parse.Form(mark - 1) is ",";
        for (int k = mark - 1; k >= floor && k > mark - Reach; k--)
        {
            if (Cue(k) is not { } verb)
                continue;
            if (!led && k != mark - 1)
                return null;
            if (!led && !Speechlike(q))
                return null;
            if (last?.By is { } by && by.Token == k)
                return null;
            // "told reporters, “…”" but not "said it was late, “…”": between cue and quotation no clause of its own.
            for (int i = k + 1; i < mark - 1; i++)
                if (
                    discourse.HasTrees
                    && parse.Upos[i] is Upos.Verb or Upos.Aux
                    && parse.Features[i].VerbForm == VerbForm.Fin
                    && !colon
                )
                    return null;
            return Before(k, verb, floor);
        }
        return null;
    }

    private Beside Before(int k, CueVerb verb, int floor)
    {
        if (discourse.HasTrees)
        {
            if (Subjects.Of(parse, k) is { } subject)
            {
                Stretch words = Subjects.Words(discourse, subject.Head, k);
                return new Beside(verb, k, words, subject.Meant);
            }
            return new Beside(verb, k, Stretch.None, -1);
        }
        Stretch all = discourse.Trim(new Stretch(floor, k - 1));
        return new Beside(verb, k, all, all.First);
    }

    /// <summary>Words of a speech rather than a name or a phrase: enough of them, or a sentence's capital or end.</summary>
    private bool Speechlike(int q)
    {
        Stretch words = discourse.Words[q];
        return words.Last - words.First >= 2
            && (char.IsUpper(parse.Form(words.First)[0]) || parse.Form(words.Last)[^1] is '.' or '!' or '?');
    }

    /// <summary>The cue stands between the last part and this quotation, and no other clause does.</summary>
    private bool GoesOn(Heard last, Beside by, int q)
    {
        int end = discourse.Words[last.Parts[^1]].Last;
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        if (by.Token < end || by.Token >= mark)
            return false;
        int from = Math.Max(by.Token, by.Speaker.Last);
        for (int i = from + 1; i < mark; i++)
            if (
                parse.Gaps[i] == Gap.BlankLine
                || discourse.HasTrees && parse.Upos[i] == Upos.Verb && Cue(i) is not null
            )
                return false;
        if (parse.Gaps[mark] == Gap.BlankLine)
            return IsWhole(q);
        bool comma = parse.Form(mark - 1) is "," or ":" or "–" or "—" or "--" or "-";
        return comma
            || mark - from <= 2
            || IsWhole(q) && parse.SentenceOf(mark - 1) == parse.SentenceOf(from);
    }

    /// <summary>Whole sentences: a capital at the start, a full stop or the like at the end, nothing of the sentence outside.</summary>
    private bool IsWhole(int q)
    {
        Quotation quotation = discourse.Quotations[q];
        ReadOnlySpan<char> words = quotation.Inner.In(parse.Text);
        int before = quotation.Outer.Start - 1;
        while (before >= 0 && parse.Text[before] is ' ' or '\n')
            before--;
        return (char.IsUpper(words[0]) || words[0] is '[' or '(' or '\u2026' or '.' && words.Length > 20)
            && words[^1] is '.' or '!' or '?' or '\u2026'
            && (
                before < 0
                || parse.Text[before]
                    is '.'
                        or '!'
                        or '?'
                        or ':'
                        or '"'
                        or '\u201D'
                        or '\u2019'
                        or '\''
                        or '\u2026'
                || quotation.Outer.Start > 1 && parse.Text[quotation.Outer.Start - 1] == '\n'
            )
            && words.Count(' ') >= 2;
    }

    /// <summary>At most the cue's own sentence stands between: the same mouth goes on.</summary>
    private bool NothingBetween(int before, int q)
    {
        int from = discourse.Words[before].Last + 1;
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        while (from < mark && discourse.IsMark(from))
            from++;
        return from >= mark;
    }

    /// <summary>Without a tree only a name or a pronoun is sure enough to be called the speaker.</summary>
    private bool Sure(Stretch speaker)
    {
        if (discourse.HasTrees || speaker.IsNone)
            return true;
        StatementLexicon lexicon = discourse.Lexicon;
        ReadOnlySpan<char> first = parse.Form(speaker.First);
        bool pronoun = lexicon.Is("he", first) || lexicon.Is("she", first) || lexicon.Is("they", first);
        bool name = char.IsUpper(parse.Form(speaker.Last)[0]) || char.IsUpper(first[0]);
        return speaker.First == speaker.Last ? pronoun || name : name && speaker.Last - speaker.First < 12;
    }

    private Attribution Attribution(Heard heard)
    {
        if (heard.By is { } unsure && !Sure(unsure.Speaker))
            heard = heard with { By = unsure with { Speaker = Stretch.None, Head = -1 } };
        var said = heard.Parts.Select(q => discourse.Words[q]).ToList();
        Stretch cue = heard.By is { } by ? CueWords.Of(discourse, by.Token) : Stretch.None;
        if (heard.By is { } b && cue.Meets(b.Speaker))
            cue = new Stretch(b.Token, b.Token);
        Stretch rest = Stretch.None;
        if (heard.By?.Quoted is { } quoted)
            (cue, rest) = (quoted.Cue, new Stretch(heard.By.Token - 1, heard.By.Token));
        var made = new Attribution
        {
            Direct = true,
            Content = said,
            Speaker = heard.By?.Speaker ?? Stretch.None,
            SpeakerHead = heard.By?.Head ?? -1,
            Cue = cue,
            CueRest = rest,
            CueToken = heard.By?.Token ?? -1,
            Lemma = heard.By?.Verb.Lemma ?? "",
            Stance = heard.By?.Verb.Stance ?? Terms.Stance.Say,
        };
        if (heard.By?.Quoted is { Through.IsNone: false } through)
            made.Through.Add(through.Through);
        return made;
    }
}
