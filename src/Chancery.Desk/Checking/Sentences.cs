using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Where the sentences of an article are, for articles that are not coded yet.</summary>
internal static class Sentences
{
    /// <summary>The coding's sentences, or our own cut at full stops, question marks and blank lines.</summary>
    public static IReadOnlyList<Passage> Of(string text, Coding? coding) =>
        coding is { Sentences.Count: > 0 } ? [.. coding.Sentences.Where(s => s.FitsIn(text))] : Cut(text);

    public static List<Passage> Cut(ReadOnlySpan<char> text)
    {
        var sentences = new List<Passage>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var end =
                text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n' ? at
                : text[at] is '.' or '!' or '?' or '…' ? EndAt(text, start, at)
                : -1;
            if (end < 0)
                continue;
            Add(sentences, text, start, end);
            start = end;
            at = Math.Max(at, end - 1);
        }
        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<Passage> sentences, ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(Passage.Between(start, end));
    }

    // A stop ends a sentence when white space and then a capital, a digit or an opening mark follow, and no
    // abbreviation (a short capitalised word, "Gen.", or a single letter) stands before it.
    private static int EndAt(ReadOnlySpan<char> text, int start, int stop)
    {
        var end = stop + 1;
        while (
            end < text.Length
            && (text[end] is '.' or '!' or '?' or '”' or '’' or '"' or '\'' or '»' or ')' or ']')
        )
            end++;
        if (end == text.Length)
            return end;
        if (!char.IsWhiteSpace(text[end]))
            return -1;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next < text.Length && char.IsLower(text[next]))
            return -1;
        if (text[stop] != '.' || end > stop + 1)
            return end;
        var word = stop;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
            word--;
        var abbreviation =
            stop - word is 1
            || text[word..stop].Contains('.')
            || stop - word is 2 or 3 or 4
                && char.IsUpper(text[word])
                && WordLists.Abbreviations.Contains(Fold.Word(text[word..stop]));
        return abbreviation ? -1 : end;
    }
}
