namespace Chancery.Desk.Checking;

/// <summary>
/// Brings the forms of one English word together, roughly ("agreed", "agrees", "agreement" → "agre"): enough to see
/// whether a line speaks of the same thing as its passage. A weak form of Porter's stemmer; the endings are data.
/// </summary>
internal static class Stem
{
    public static string Of(string folded)
    {
        if (WordLists.Irregular.TryGetValue(folded, out var lemma))
            folded = lemma;
        foreach (var ending in WordLists.Endings)
        {
            if (folded.Length - ending.Length < 3 || !folded.EndsWith(ending, StringComparison.Ordinal))
                continue;
            folded = folded[..^ending.Length];
            break;
        }
        // "stopped", "planning": the doubled letter is spelling; so are a final "e" and "y".
        if (folded.Length > 3 && folded[^1] == folded[^2] && folded[^1] is not ('s' or 'l'))
            folded = folded[..^1];
        return folded.Length > 3 && folded[^1] is 'e' or 'y' or 'i' ? folded[..^1] : folded;
    }

    public static bool Same(string a, string b) => a == b || Of(a) == Of(b);
}
