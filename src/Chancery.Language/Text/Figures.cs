using System.Text.RegularExpressions;

namespace Chancery.Language.Text;

/// <summary>Figures that hyphens join into one token: telephone numbers and dates.</summary>
internal static partial class Figures
{
    [GeneratedRegex(@"^(?:1-)?(?:\d{3}-)?\d{3}-\d{4}(?![\w-])|^\d{1,4}-\d{1,2}-\d{1,4}(?![\w-])")]
    private static partial Regex Pattern { get; }

    /// <returns>The length of the joined figure at the head of <paramref name="chunk"/>, or zero.</returns>
    public static int Joined(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 6 || !chunk.Contains('-'))
        {
            return 0;
        }
        foreach (var match in Pattern.EnumerateMatches(chunk))
        {
            return match.Length;
        }
        return 0;
    }
}
