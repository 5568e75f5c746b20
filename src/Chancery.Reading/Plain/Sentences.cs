using System.Collections.Frozen;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>
/// Splits running text where a sentence surely ends. It is for finding paragraphs and notices: where it is not sure it
/// does not split, and it never splits inside a quotation.
/// </summary>
internal static class Sentences
{
    /// <summary>"Sept. 26": the name of a month cut short ends no sentence before its day.</summary>
    private static readonly FrozenDictionary<string, string> Months = Words.Keyed("months");

    /// <summary>Ranges that cover the text but the spaces between.</summary>
    public static List<Range> Of(string text)
    {
        var found = new List<Range>();
        int start = 0;
        bool straight = false;
        int curly = 0;
        int opened = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                straight = !straight;
                opened = i;
            }
            else if (c is '“' or '„' or '«')
            {
                curly = 1;
                opened = i;
            }
            else if (c is '”' or '»')
            {
                curly = 0;
            }

            // A mark that was never closed does not swallow the rest.
            const int LongestQuotation = 900;
            if (i - opened > LongestQuotation)
            {
                straight = false;
                curly = 0;
            }

            bool broken = c is '\n' or '\r';
            if (broken || (!straight && curly == 0 && Ends(text, i)))
            {
                Add(found, text, start, i + 1);
                start = i + 1;
            }
        }

        Add(found, text, start, text.Length);
        return found;
    }

    private static bool Ends(string text, int at)
    {
        char c = text[at];
        if (c is '。' or '！' or '？')
        {
            return true;
        }

        int mark = at;
        while (mark > 0 && text[mark] is '"' or '”' or '’' or '\'' or ')' or '»' or ']')
        {
            mark--;
        }

        if (
            text[mark] is not ('.' or '!' or '?' or '…')
            || at + 2 >= text.Length
            || !char.IsWhiteSpace(text[at + 1])
        )
        {
            return false;
        }

        int next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (
            next >= text.Length
            || !(
                char.IsUpper(text[next])
                || char.IsDigit(text[next])
                || text[next] is '“' or '"' or '„' or '«' or '‘' or '—' or '©' or '(' or '*'
            )
        )
        {
            return false;
        }

        // "Gen. Smith", "U.S. officials", "J. Smith": a short word before the stop leaves it open.
        int word = mark;
        while (word > 0 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        ReadOnlySpan<char> last = text.AsSpan(word, mark - word);
        bool open = text[mark] == '.' && last.Length is > 0 and <= 3 && char.IsUpper(last[0]);
        return !open
            && !(text[mark] == '.' && last.Contains('.'))
            && !(
                text[mark] == '.'
                && char.IsDigit(text[next])
                && Months.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(last)
            );
    }

    private static void Add(List<Range> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add(start..end);
        }
    }
}
