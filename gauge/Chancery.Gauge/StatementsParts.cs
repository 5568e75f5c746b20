using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>The words of a text, as letters and digits in a row (<c>\w+</c>), to compare passages by.</summary>
internal sealed class Words
{
    private readonly int[] starts;

    public Words(string text)
    {
        var found = new List<int>();
        for (int i = 0; i < text.Length; i++)
            if (IsWord(text[i]) && (i == 0 || !IsWord(text[i - 1])))
                found.Add(i);
        starts = [.. found];
    }

    /// <summary>Indices of the words that begin in the passage.</summary>
    public IEnumerable<int> In(Passage passage)
    {
        int first = Array.BinarySearch(starts, passage.Start);
        for (int i = first < 0 ? ~first : first; i < starts.Length && starts[i] < passage.End; i++)
            yield return i;
    }

    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}

/// <summary>The three parts of a statement, with edge punctuation and quotation marks left out.</summary>
internal sealed record Parts(Passage[] Source, Passage[] Cue, Passage[] Content, HashSet<int> ContentWords)
{
    public static Parts Of(GoldStatement s, string text, Words words) =>
        Of(s.Source, s.Cue, s.Content, text, words);

    public static Parts Of(Statement s, string text, Words words) =>
        Of(s.Speaker is { } speaker ? [speaker] : [], s.Cue is { } cue ? [cue] : [], s.Content, text, words);

    private static Parts Of(
        IReadOnlyList<Passage> source,
        IReadOnlyList<Passage> cue,
        IReadOnlyList<Passage> content,
        string text,
        Words words
    )
    {
        Passage[] trimmed = Trim(content, text);
        return new(Trim(source, text), Cues(cue, text), trimmed, [.. trimmed.SelectMany(words.In)]);
    }

    /// <summary>A cue that is punctuation only (a colon) stays; any other loses its edge punctuation.</summary>
    private static Passage[] Cues(IReadOnlyList<Passage> cue, string text)
    {
        Passage[] trimmed = Trim(cue, text);
        return trimmed.Length > 0 ? trimmed : [.. cue.Where(c => c.Length > 0)];
    }

    private static Passage[] Trim(IReadOnlyList<Passage> passages, string text)
    {
        var kept = new List<Passage>();
        foreach (Passage passage in passages.OrderBy(p => p.Start))
        {
            (int start, int end) = (passage.Start, passage.End);
            while (start < end && !Words.IsWord(text[start]))
                start++;
            while (end > start && !Words.IsWord(text[end - 1]))
                end--;
            if (start == end)
                continue;
            // Two passages with nothing but punctuation between them are one stretch of words.
            if (kept.Count > 0 && !HasWord(text, kept[^1].End, start))
                kept[^1] = Passage.Between(kept[^1].Start, Math.Max(end, kept[^1].End));
            else
                kept.Add(Passage.Between(start, end));
        }
        return [.. kept];
    }

    private static bool HasWord(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (Words.IsWord(text[i]))
                return true;
        return false;
    }

    /// <summary>How many words both contents hold.</summary>
    public int ContentOverlap(Parts other) => ContentWords.Count(other.ContentWords.Contains);

    /// <summary>True where each part that the gold has is touched by ours.</summary>
    public bool Overlaps(Parts gold) =>
        ContentOverlap(gold) > 0
        && (gold.Source.Length == 0 || Meet(Source, gold.Source))
        && (gold.Cue.Length == 0 || Meet(Cue, gold.Cue));

    public static bool Meet(Passage[] a, Passage[] b) => a.Any(x => b.Any(x.Overlaps));
}

/// <summary>Pairs found statements with gold ones, one to one, the greatest content overlap first.</summary>
internal static class Pairing
{
    /// <returns>For each of ours the index of its partner among theirs, or −1.</returns>
    public static int[] Of(Parts[] ours, Parts[] theirs)
    {
        var candidates = new List<(int Overlap, int Excess, int Ours, int Theirs)>();
        for (int o = 0; o < ours.Length; o++)
        for (int t = 0; t < theirs.Length; t++)
        {
            int overlap = ours[o].ContentOverlap(theirs[t]);
            if (overlap == 0)
                continue;
            // Of equal overlaps the one with the nearer size is the pair, and then the one with the same cue.
            int excess = ours[o].ContentWords.Count + theirs[t].ContentWords.Count - 2 * overlap;
            candidates.Add((overlap, 2 * excess + (Parts.Meet(ours[o].Cue, theirs[t].Cue) ? 0 : 1), o, t));
        }
        int[] partner = new int[ours.Length];
        Array.Fill(partner, -1);
        bool[] taken = new bool[theirs.Length];
        foreach (
            var (_, _, o, t) in candidates
                .OrderByDescending(c => c.Overlap)
                .ThenBy(c => c.Excess)
                .ThenBy(c => c.Ours)
                .ThenBy(c => c.Theirs)
        )
        {
            if (partner[o] >= 0 || taken[t])
                continue;
            partner[o] = t;
            taken[t] = true;
        }
        return partner;
    }
}

/// <summary>Tells whether words stand inside quotation marks, whatever the glyphs.</summary>
internal static class QuotationMarks
{
    public static bool Enclose(IReadOnlyList<Passage> passages, string text) =>
        passages.Count > 0 && passages.All(p => Encloses(p, text));

    private static bool Encloses(Passage passage, string text)
    {
        bool inside = Before(text, passage.Start);
        bool single = inside && text[Back(text, passage.Start)] is '‘' or '\'';
        for (int i = passage.Start; i < passage.End; i++)
        {
            char c = text[i];
            if (Words.IsWord(c))
            {
                if (!inside)
                    return false;
            }
            else if (c is '“' or '«' or '„')
                inside = true;
            else if (c is '”' or '»')
                inside = false;
            else if (c == '"')
                inside = !inside;
            else if (c is '\'' or '`' && i + 1 < passage.End && text[i + 1] == c)
            {
                inside = !inside;
                i++;
            }
            else if (c is '‘' && !inside)
                (inside, single) = (true, true);
            else if (c is '’' && single && (i + 1 >= text.Length || !Words.IsWord(text[i + 1])))
                (inside, single) = (false, false);
        }
        return true;
    }

    /// <summary>True where an opening mark stands just before the words (the passages are trimmed of their marks).</summary>
    private static bool Before(string text, int start)
    {
        int i = Back(text, start);
        return i >= 0 && text[i] is '“' or '"' or '«' or '„' or '‘' or '\'' or '`';
    }

    private static int Back(string text, int start)
    {
        int i = start - 1;
        while (
            i >= 0
            && !Words.IsWord(text[i])
            && text[i] is not ('“' or '"' or '«' or '„' or '‘' or '\'' or '`')
        )
        {
            if (text[i] is not ('(' or '[' or '.' or '…' or '-' or '–' or '—' or '$' or '#'))
                return -1;
            i--;
        }
        return i >= 0 && Words.IsWord(text[i]) ? -1 : i;
    }
}
