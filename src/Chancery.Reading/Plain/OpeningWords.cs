using System.Collections.Frozen;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>Small words of English ("the", "in", "it"): with a capital one opens a sentence, a title apart.</summary>
internal static class OpeningWords
{
    private static readonly FrozenSet<string> Small = Words
        .Lines("function-words")
        .Where(line => line.StartsWith("en:", StringComparison.Ordinal))
        .SelectMany(line => line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is one of them with a capital.</summary>
    public static bool Are(string word) =>
        word.Length > 0
        && char.IsUpper(word[0])
        && Small.Contains(char.ToLowerInvariant(word[0]) + word[1..]);

    /// <summary>
    /// Where a sentence opens inside words that hold none of its own marks: before a small word with a capital, behind a
    /// word that is neither small itself nor has a capital ("… and on the bridge The talks …"); -1 where none does.
    /// </summary>
    public static int Inside(string words)
    {
        int at = 0;
        string before = "";
        foreach (string word in words.Split(' '))
        {
            if (
                Are(word)
                && before.Length > 0
                && char.IsLower(before[0])
                && char.IsLetterOrDigit(before[^1])
                && !Small.Contains(before)
            )
            {
                return at;
            }

            before = word;
            at += word.Length + 1;
        }

        return -1;
    }
}
