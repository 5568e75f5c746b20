using Chancery.Reading.Pages.Head;

namespace Chancery.Reading.Cleaning;

/// <summary>Lines between a headline and the first paragraph that are no text: bylines, dates, reading times.</summary>
internal static class HeadLines
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Openers = Words.Set("byline-openers");

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

    private static int WordCount(ReadOnlySpan<char> words) => words.Count(' ') + 1;
}
