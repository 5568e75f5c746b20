using Chancery.Reading.Pages.Head;

namespace Chancery.Reading.Cleaning;

/// <summary>Lines between a headline and the first paragraph that are no text: bylines, dates, reading times.</summary>
internal static class HeadLines
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Openers = Words.Set("byline-openers");

    private static readonly System.Buffers.SearchValues<char> NeverInNames =
        System.Buffers.SearchValues.Create(",.:;!?()0123456789");

    private const int Longest = 110;

    /// <summary>A short line with a date and few other words, or one that opens with "By" and a name.</summary>
    public static bool IsByline(ReadOnlySpan<char> words)
    {
        if (words.Length > Longest)
        {
            return false;
        }

        int end = words.IndexOfAny(' ', ':', '\n');
        Span<char> lower = stackalloc char[16];
        if (end is > 0 and < 16)
        {
            int length = words[..end].ToLowerInvariant(lower);
            ReadOnlySpan<char> rest = words[(end + 1)..].Trim();
            bool name = rest.Length is > 2 and < 90 && char.IsUpper(rest[0]) && !rest.EndsWith(".");
            if (name && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]))
            {
                return true;
            }
        }

        return words.ContainsAnyInRange('0', '9')
            && words.Length < 90
            && WordCount(words) <= 12
            && !words.EndsWith(".")
            && DateText.Read(words.ToString()) is not null;
    }

    /// <summary>
    /// Whether a line set in bold is names and nothing else: two to four words each, every one with a capital, several
    /// names apart by a stroke or a joining word ("Ada Novak/Jan Holm").
    /// </summary>
    public static bool IsNames(ReadOnlySpan<char> words, bool bold)
    {
        const int LongestNames = 70;
        if (!bold || words.Length > LongestNames || words.ContainsAny(NeverInNames))
        {
            return false;
        }

        int names = 0;
        foreach (string name in Bylines.Split(words.ToString().Replace("/", " / ", StringComparison.Ordinal)))
        {
            string[] parts = name.Split(' ');
            if (parts.Length is < 2 or > 4 || !parts.All(part => char.IsUpper(part[0]) && part.Length > 1))
            {
                return false;
            }

            names++;
        }

        return names > 0;
    }

    private static int WordCount(ReadOnlySpan<char> words) => words.Count(' ') + 1;
}
