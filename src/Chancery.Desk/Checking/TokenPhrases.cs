using System.Collections.Frozen;

namespace Chancery.Desk.Checking;

/// <summary>Phrases of one or more words, each with what it means; found in tokens by the longest that stands there.</summary>
internal sealed class TokenPhrases
{
    private readonly FrozenDictionary<string, (string[] Words, string Means)[]> byFirst;

    public TokenPhrases(IEnumerable<(string Phrase, string Means)> phrases) =>
        byFirst = phrases
            .Select(p => (Words: Tokens.Of(p.Phrase).Select(t => t.Folded).ToArray(), p.Means))
            .Where(p => p.Words.Length > 0)
            .GroupBy(p => p.Words[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray());

    /// <param name="tokens">A text.</param>
    /// <param name="at">Where the phrase must begin.</param>
    /// <param name="length">How many tokens it takes; 0 where none stands here.</param>
    /// <returns>What the longest phrase here means; null where none stands here.</returns>
    public string? At(IReadOnlyList<Token> tokens, int at, out int length)
    {
        if (byFirst.TryGetValue(tokens[at].Folded, out var candidates))
            foreach (var (words, means) in candidates)
                if (Stands(words, tokens, at))
                {
                    length = words.Length;
                    return means;
                }
        length = 0;
        return null;
    }

    public string? Of(string folded) =>
        byFirst.TryGetValue(folded, out var candidates) && candidates[^1].Words.Length == 1
            ? candidates[^1].Means
            : null;

    /// <summary>Every phrase in the text, from left to right, none inside another.</summary>
    public List<Found> In(IReadOnlyList<Token> tokens)
    {
        var found = new List<Found>();
        for (var at = 0; at < tokens.Count; at++)
            if (At(tokens, at, out var length) is { } means)
            {
                found.Add(new Found(at, length, means));
                at += length - 1;
            }
        return found;
    }

    private static bool Stands(string[] words, IReadOnlyList<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 1; i < words.Length; i++)
            if (tokens[at + i].Folded != words[i])
                return false;
        return true;
    }

    /// <param name="At">Index of its first token.</param>
    /// <param name="Length">Number of tokens.</param>
    /// <param name="Means">Its class or its group's first phrase.</param>
    internal readonly record struct Found(int At, int Length, string Means)
    {
        public int End => At + Length;
    }
}
