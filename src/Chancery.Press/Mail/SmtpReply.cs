using System.Text;

namespace Chancery.Press.Mail;

/// <summary>A reply (RFC 5321, 4.2).</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">Its texts.</param>
public sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool Positive => Code is >= 200 and < 400;

    /// <summary>4yz: the same may be asked again later.</summary>
    public bool Transient => Code is >= 400 and < 500;

    /// <summary>RFC 2034: "5.1.1" where the server gives one; else empty.</summary>
    public string Status =>
        Lines.Count > 0
        && Lines[0].Split(' ')[0] is var first
        && first.Split('.') is [("2" or "4" or "5"), var subject, var detail]
        && subject.Length is > 0 and <= 3
        && detail.Length is > 0 and <= 3
        && subject.All(char.IsAsciiDigit)
        && detail.All(char.IsAsciiDigit)
            ? first
            : "";

    /// <summary>One line for people, without anything that could be a reader's address.</summary>
    public string Said =>
        string.Join(
            ' ',
            $"{Code} {string.Join(' ', Lines)}"
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Contains('@', StringComparison.Ordinal) ? "…" : word)
        )
            is var said
        && said.Length > 200
            ? said[..200]
            : said;

    /// <summary>Reads one reply; null where the connection ended or spoke no SMTP.</summary>
    internal static async ValueTask<SmtpReply?> Read(SmtpLines lines, CancellationToken stop)
    {
        const int mostLines = 128;
        var texts = new List<string>();
        var code = 0;
        while (texts.Count < mostLines)
        {
            var line = await lines.Read(stop).ConfigureAwait(false);
            if (
                line is not { Length: >= 3 }
                || !(char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2]))
            )
                return null;
            code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0';
            texts.Add(line.Length > 4 ? Printable(line.AsSpan(4)) : "");
            if (line.Length == 3 || line[3] != '-')
                return code is >= 200 and < 600 ? new SmtpReply(code, texts) : null;
        }
        return null;
    }

    private static string Printable(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(c is >= ' ' and <= '~' ? c : ' ');
        return clean.ToString().Trim();
    }
}

/// <summary>Lines of a stream: none longer than a server may send, so that no server fills our memory.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    /// <summary>True where bytes came that nobody asked for yet.</summary>
    public bool Waiting => end > start;

    /// <summary>Without its line end; null at the stream's end or where a line is too long.</summary>
    public async ValueTask<string?> Read(CancellationToken stop)
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = Encoding.ASCII.GetString(buffer, start, at).TrimEnd('\r');
                start += at + 1;
                return line;
            }
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (end == buffer.Length)
                return null;
            var read = await stream.ReadAsync(buffer.AsMemory(end), stop).ConfigureAwait(false);
            if (read == 0)
                return null;
            end += read;
        }
    }
}
