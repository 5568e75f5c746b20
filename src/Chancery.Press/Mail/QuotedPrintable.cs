using System.Text;

namespace Chancery.Press.Mail;

/// <summary>RFC 2045, 6.7: text as lines of at most 76 printable ASCII characters that no server on the way changes.</summary>
internal static class QuotedPrintable
{
    private const int Width = 76;

    /// <summary>Encodes UTF-8 text; line ends of any kind become CRLF. The result ends without a line end.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        var first = true;
        foreach (var line in text.EnumerateLines())
        {
            if (!first)
                encoded.Append("\r\n");
            first = false;
            Line(encoded, Encoding.UTF8.GetBytes(line.ToString()));
        }
        return encoded.ToString();
    }

    private static void Line(StringBuilder encoded, byte[] octets)
    {
        var column = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            var last = i == octets.Length - 1;
            // A dot or "From " at a line's start is changed by some servers; a space at its end is lost.
            var literal =
                octet is >= 33 and <= 126 and not (byte)'='
                    && !(column == 0 && octet is (byte)'.' or (byte)'F')
                || octet is (byte)' ' or (byte)'\t' && !last;
            var length = literal ? 1 : 3;
            if (column + length > Width - 1)
            {
                encoded.Append("=\r\n");
                column = 0;
                i--;
                continue;
            }
            if (literal)
                encoded.Append((char)octet);
            else
                encoded.Append('=').Append(Hex(octet >> 4)).Append(Hex(octet & 15));
            column += length;
        }
    }

    private static char Hex(int digit) => "0123456789ABCDEF"[digit];
}
