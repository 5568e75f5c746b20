using Chancery.Terms;

namespace Chancery.Press.Mail;

public enum SmtpSecurity
{
    /// <summary>TLS from the first byte (RFC 8314), port 465.</summary>
    Implicit,

    /// <summary>STARTTLS (RFC 3207), and no mail without it; port 587.</summary>
    StartTls,

    /// <summary>None: for a server on this machine.</summary>
    None,
}

/// <summary>The submission server (RFC 6409) and how long to wait for it.</summary>
public sealed record SmtpServer
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public SmtpSecurity Security { get; init; } = SmtpSecurity.Implicit;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>What EHLO says of us; a domain of the sender's.</summary>
    public string Name { get; init; } = "localhost";

    /// <summary>For each command (RFC 5321, 4.5.3.2: 5 minutes).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the reply to the end of a message (RFC 5321, 4.5.3.2.6: 10 minutes).</summary>
    public TimeSpan EndPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <param name="address">As the watch's file gives it: see <see cref="WatchMail"/>.</param>
    /// <param name="password">From outside the file.</param>
    public static SmtpServer Of(Uri address, string? password)
    {
        var (security, port) = address.Scheme switch
        {
            "smtps" => (SmtpSecurity.Implicit, 465),
            "smtp" => (SmtpSecurity.StartTls, 587),
            _ => (SmtpSecurity.None, 25),
        };
        return new()
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : port,
            Security = security,
            User = address.UserInfo is { Length: > 0 } user
                ? Uri.UnescapeDataString(user.Split(':')[0])
                : null,
            Password = password,
        };
    }
}
