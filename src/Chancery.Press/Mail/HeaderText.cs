using System.Globalization;
using System.Text;

namespace Chancery.Press.Mail;

/// <summary>Header fields of a message (RFC 5322, RFC 2047). A line break in a value never reaches the wire.</summary>
internal static class HeaderText
{
    /// <summary>RFC 5322, 2.1.1: what a line should not exceed.</summary>
    private const int Width = 76;

    /// <summary>Octets of text in one encoded word: 75 less "=?UTF-8?B?" and "?=", by 4/3.</summary>
    private const int WordOctets = 45;

    /// <summary>An unstructured value: as it is where it is plain ASCII, else as encoded words.</summary>
    public static void Unstructured(StringBuilder header, string name, string value) =>
        Field(header, name, Text(value));

    /// <summary>"Name &lt;address&gt;".</summary>
    public static void Address(StringBuilder header, string name, Mailbox mailbox) =>
        Field(
            header,
            name,
            mailbox.Name.Length == 0 ? $"<{mailbox.Address}>" : $"{Phrase(mailbox.Name)} <{mailbox.Address}>"
        );

    /// <summary>RFC 5322, 3.3.</summary>
    public static string Date(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    /// <summary>A field, folded at its spaces.</summary>
    public static void Field(StringBuilder header, string name, string value)
    {
        header.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var word in Line(value).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column + 1 + word.Length > Width && column > name.Length + 1)
            {
                header.Append("\r\n");
                column = 0;
            }
            header.Append(' ').Append(word);
            column += 1 + word.Length;
        }
        header.Append("\r\n");
    }

    /// <summary>A value as one line of printable ASCII: encoded where it is anything else.</summary>
    private static string Text(string value)
    {
        var line = Line(value);
        // A word that looks encoded, or is longer than a line may be, is encoded so that nobody reads it otherwise.
        return
            Ascii.IsValid(line)
            && !line.Contains("=?", StringComparison.Ordinal)
            && line.Split(' ').All(word => word.Length < Width)
            ? line
            : EncodedWords(line);
    }

    /// <summary>RFC 5322 "phrase": atoms as they are, other ASCII quoted, the rest encoded.</summary>
    private static string Phrase(string value)
    {
        var line = Line(value);
        if (
            line.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')
            && line.Split(' ').All(word => word.Length < Width)
        )
            return line;
        return
            Ascii.IsValid(line) && line.Length < Width - 2 && !line.Contains("=?", StringComparison.Ordinal)
            ? $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : EncodedWords(line);
    }

    /// <summary>RFC 2047, 2 and 5: words of whole characters, each at most 75 long.</summary>
    private static string EncodedWords(string line)
    {
        var words = new List<string>();
        var word = new List<byte>(WordOctets);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (word.Count + length > WordOctets)
                Close();
            word.AddRange(utf8[..length]);
        }
        Close();
        return string.Join(' ', words);

        void Close()
        {
            if (word.Count > 0)
                words.Add($"=?UTF-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }

    /// <summary>Every control character, line breaks before all, becomes a space.</summary>
    private static string Line(string value)
    {
        var line = value.Any(IsBreak) ? string.Concat(value.Select(c => IsBreak(c) ? ' ' : c)) : value;
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
    }
}
