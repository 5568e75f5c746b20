using Chancery.Terms;

namespace Chancery.Desk;

/// <summary>
/// Finds many names and phrases in a text in one pass over its words: the longest that starts at a word wins.
/// Case counts where the phrase has a capital ("US" is not "us"); a lower-case phrase matches any case.
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Of)>> byFirst = new(
        StringComparer.OrdinalIgnoreCase
    );

    public Phrases(IEnumerable<(string Phrase, T Of)> phrases)
    {
        foreach (var (phrase, of) in phrases)
        {
            string[] words = [.. Words.Of(phrase).Select(word => word.In(phrase).ToString())];
            if (words.Length == 0)
            {
                continue;
            }
            if (!byFirst.TryGetValue(words[0], out var list))
            {
                byFirst[words[0]] = list = [];
            }
            list.Add((words, of));
        }
        foreach (var list in byFirst.Values)
        {
            list.Sort((a, b) => b.Words.Length - a.Words.Length);
        }
    }

    /// <summary>What stands in the text, in order, without overlaps.</summary>
    public IEnumerable<(Passage Passage, T Of)> In(string text)
    {
        Passage[] words = [.. Words.Of(text)];
        for (var i = 0; i < words.Length; i++)
        {
            if (
                Longest(text, words.AsSpan(i)) is not ({ } length, var of)
                || IsCompounded(text, words[i + length - 1].End)
            )
            {
                continue;
            }
            yield return (Passage.Between(words[i].Start, words[i + length - 1].End), of);
            i += length - 1;
        }
    }

    /// <summary>"Karn-style" and "Orsa-backed" name a manner and a tie, not Karn or Orsa.</summary>
    private static bool IsCompounded(string text, int end) =>
        end + 1 < text.Length && (text[end] is '-' or '‐' or '‑') && char.IsLower(text[end + 1]);

    private (int? Length, T Of) Longest(string text, ReadOnlySpan<Passage> words)
    {
        var lookup = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(words[0].In(text), out var list))
        {
            foreach (var (phrase, of) in list)
            {
                if (phrase.Length <= words.Length && Matches(text, words, phrase))
                {
                    return (phrase.Length, of);
                }
            }
        }
        return (null, default!);
    }

    private static bool Matches(string text, ReadOnlySpan<Passage> words, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var exact = phrase[i].AsSpan().ContainsAnyInRange('A', 'Z') || char.IsUpper(phrase[i][0]);
            if (
                !words[i]
                    .In(text)
                    .Equals(phrase[i], exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
            )
            {
                return false;
            }
        }
        return true;
    }
}
