using System.Buffers;

namespace Chancery.Language.Text;

/// <summary>Addresses of the web and of mail, which are one token.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("@:w.");
    private static readonly SearchValues<char> Trailing = SearchValues.Create(
        ".,;:!?)]}>\"'\u2019\u201D\u2026*"
    );

    /// <returns>The length of the address at the head of <paramref name="chunk"/>, or zero.</returns>
    public static int End(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 5 || !chunk.ContainsAny(Signs) || !(Web(chunk) || Mail(chunk)))
        {
            return 0;
        }
        var end = chunk.Length;
        while (end > 0 && Trailing.Contains(chunk[end - 1]))
        {
            if (chunk[end - 1] == ')' && chunk[..end].Contains('('))
            {
                break;
            }
            end--;
        }
        return end;
    }

    private static bool Web(ReadOnlySpan<char> chunk) =>
        chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool Mail(ReadOnlySpan<char> chunk)
    {
        var at = chunk.IndexOf('@');
        return at > 0
            && char.IsLetterOrDigit(chunk[0])
            && chunk[(at + 1)..].IndexOf('.') is var stop and > 0
            && at + stop + 2 < chunk.Length
            && char.IsLetterOrDigit(chunk[at + stop + 2]);
    }
}
