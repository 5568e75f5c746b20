using System.Text;

namespace Chancery.Press.Mail;

/// <summary>What one mailing says, the same for everybody but for the token in its links.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; <see cref="Token"/> stands where the reader's own token goes.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Leave">The unsubscribe address with <see cref="Token"/> in it (RFC 8058: a POST there is enough); null for mail that nobody can be subscribed to.</param>
/// <param name="List">The list that it belongs to; null for a mail to one person.</param>
public sealed record MailContent(string Subject, string Text, string Html, string? Leave, MailList? List)
{
    /// <summary>Stands for a reader's token: letters alone, so that no encoding touches it.</summary>
    public const string Token = "TheTokenOfThisReaderStandsHere";
}

/// <summary>List-Id (RFC 2919): "Orva Watch &lt;orva.watch.example&gt;" in its two parts.</summary>
public sealed record MailList(string Name, string Id);

/// <summary>
/// A mailing made ready: its two bodies are encoded once (RFC 2045), and a reader's message is the pieces between his
/// token. For 100,000 readers nothing is rendered and encoded but once.
/// </summary>
public sealed class Mailing
{
    private readonly MailContent content;
    private readonly Mailbox from;
    private readonly string[] body;
    private readonly string boundary;

    /// <param name="content">What it says.</param>
    /// <param name="from">The sender that readers see.</param>
    /// <param name="id">Any text that is this mailing's alone; it makes the boundary and the message ids.</param>
    public Mailing(MailContent content, Mailbox from, string id)
    {
        this.content = content;
        this.from = from;
        Id = id;
        boundary =
            "=_"
            + Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(id))
            )[..40];
        var whole = new StringBuilder();
        Part(whole, "text/plain", content.Text);
        Part(whole, "text/html", content.Html);
        whole.Append("--").Append(boundary).Append("--\r\n");
        body = whole.ToString().Split(MailContent.Token);
    }

    public string Id { get; }

    /// <summary>One reader's message, as DATA carries it: CRLF at every line's end, no line that begins with a dot.</summary>
    /// <param name="to">The reader.</param>
    /// <param name="token">Of letters, digits, "-" and "_".</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="at">The moment.</param>
    public byte[] For(Mailbox to, string token, string messageId, DateTimeOffset at)
    {
        var message = new StringBuilder(body.Sum(piece => piece.Length) + 1024);
        HeaderText.Field(message, "Date", HeaderText.Date(at));
        HeaderText.Address(message, "From", from);
        HeaderText.Address(message, "To", to);
        HeaderText.Field(message, "Message-ID", $"<{messageId}>");
        HeaderText.Unstructured(message, "Subject", content.Subject);
        if (content.List is var (name, id))
            HeaderText.Field(message, "List-Id", $"{Ascii(name)} <{id}>");
        if (content.Leave is { } leave)
        {
            // RFC 8058, 3.1.
            HeaderText.Field(
                message,
                "List-Unsubscribe",
                $"<{leave.Replace(MailContent.Token, token, StringComparison.Ordinal)}>"
            );
            HeaderText.Field(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            HeaderText.Field(message, "Precedence", "list");
        }
        // RFC 3834, 2: no out-of-office notice answers it.
        HeaderText.Field(message, "Auto-Submitted", "auto-generated");
        message.Append("MIME-Version: 1.0\r\n");
        message
            .Append("Content-Type: multipart/alternative;\r\n boundary=\"")
            .Append(boundary)
            .Append("\"\r\n\r\n");
        for (var i = 0; i < body.Length; i++)
        {
            if (i > 0)
                message.Append(token);
            message.Append(body[i]);
        }
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    private void Part(StringBuilder whole, string type, string text)
    {
        whole.Append("--").Append(boundary).Append("\r\n");
        whole.Append("Content-Type: ").Append(type).Append("; charset=utf-8\r\n");
        whole.Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        var pieces = text.Split(MailContent.Token).Select(QuotedPrintable.Encode);
        // A soft line break on both sides, so that a token of any length keeps its lines within 76.
        whole.AppendJoin($"=\r\n{MailContent.Token}=\r\n", pieces).Append("\r\n");
    }

    /// <summary>What List-Id may say of a name without encoding it.</summary>
    private static string Ascii(string text)
    {
        var name = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-'));
        return name[..Math.Min(name.Length, 60)].Trim();
    }
}
