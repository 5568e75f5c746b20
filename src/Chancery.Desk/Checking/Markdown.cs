using System.Text;

namespace Chancery.Desk.Checking;

/// <summary>The little of Markdown's syntax that lines of an issue meet.</summary>
internal static class Markdown
{
    public static StringBuilder AppendLf(this StringBuilder text, string line = "") =>
        text.Append(line).Append('\n');

    /// <summary>Cited words on one line: a line break is "\n", a backslash "\\".</summary>
    public static string Escape(string words) =>
        words
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    public static string Unescape(string words)
    {
        var plain = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length; at++)
            if (words[at] == '\\' && at + 1 < words.Length)
                plain.Append(
                    words[++at] switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        var c => c,
                    }
                );
            else
                plain.Append(words[at]);
        return plain.ToString();
    }

    /// <summary>A sentence that would begin a heading, a list, a comment or a footnote gets a backslash (CommonMark 2.4).</summary>
    public static string Head(string line) =>
        line.Length > 0 && line[0] is '#' or '-' or '<' or '[' or '\\' or '+' or '*' or '_' or '>'
            ? "\\" + line
            : line;

    public static string Unhead(string line) =>
        line.Length > 1 && line[0] == '\\' && char.IsAscii(line[1]) && !char.IsLetterOrDigit(line[1])
            ? line[1..]
            : line;
}
