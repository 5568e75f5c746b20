using System.Text;

namespace Chancery.Press.Mail;

/// <summary>
/// A part of a message (RFC 5322, RFC 2045, RFC 2046), as far as a report of failure needs it. Octets are held as Latin-1
/// characters; what is broken reads as nothing and never throws.
/// </summary>
internal sealed class MimePart
{
    private const int Deepest = 8;
    private const int Most = 100;
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly int depth;
    private readonly string body = "";

    private MimePart(string text, int depth)
    {
        this.depth = depth;
        var end = text.StartsWith('\n') ? 0 : text.IndexOf("\n\n", StringComparison.Ordinal);
        fields = [.. Fields(end < 0 ? text : text[..end])];
        body = end < 0 ? "" : text[(end + (end == 0 ? 1 : 2))..];
    }

    /// <summary>"multipart/report", lower case, without its parameters.</summary>
    public string Type => (Field("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public static MimePart Of(ReadOnlySpan<byte> message) =>
        new(Encoding.Latin1.GetString(message).Replace("\r\n", "\n", StringComparison.Ordinal), 0);

    public string? Field(string name) =>
        fields.FirstOrDefault(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The parts of a multipart, and theirs; itself first.</summary>
    public IEnumerable<MimePart> All()
    {
        yield return this;
        if (depth >= Deepest)
            yield break;
        foreach (var part in Parts().Take(Most).SelectMany(part => part.All()))
            yield return part;
    }

    /// <summary>The body, its transfer encoding undone.</summary>
    public string Text() =>
        (Field("Content-Transfer-Encoding") ?? "").Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(body),
            "quoted-printable" => Unquoted(body),
            _ => body,
        };

    /// <summary>Header-like groups, parted by blank lines (RFC 3464, 2.1).</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(string text)
    {
        var unfolded = text.Replace("\n ", " ", StringComparison.Ordinal)
            .Replace("\n\t", " ", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return new(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
    }

    private IEnumerable<MimePart> Parts()
    {
        if (
            !Type.StartsWith("multipart/", StringComparison.Ordinal)
            || Boundary(Field("Content-Type")!) is not { Length: > 0 } boundary
        )
            yield break;
        var lines = body.Split('\n');
        var open = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var last = line == $"--{boundary}--";
            if (!last && line != $"--{boundary}")
                continue;
            if (open >= 0)
                yield return new MimePart(string.Join('\n', lines[open..i]), depth + 1);
            if (last)
                yield break;
            open = i + 1;
        }
        if (open >= 0)
            yield return new MimePart(string.Join('\n', lines[open..]), depth + 1);
    }

    private static string? Boundary(string type)
    {
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = type[(at + "boundary=".Length)..];
        return value.StartsWith('"') ? value.Split('"')[1] : value.Split(';', ' ')[0];
    }

    private static string Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.Latin1.GetString(bytes, 0, length).Replace("\r\n", "\n", StringComparison.Ordinal)
            : "";
    }

    private static string Unquoted(string text)
    {
        var plain = new StringBuilder(text.Length);
        text = text.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '='
                && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1])
                && char.IsAsciiHexDigit(text[i + 2])
            )
            {
                plain.Append((char)Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
                plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
