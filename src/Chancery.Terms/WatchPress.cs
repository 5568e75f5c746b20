namespace Chancery.Terms;

/// <summary>Where a watch's issues are published and who is told. Passwords and keys are never in a watch's file.</summary>
public sealed record WatchPress
{
    /// <summary>Where the site's folder is served ("https://watch.example/orva/").</summary>
    public Uri? Site { get; init; }

    /// <summary>Where the program answers readers (sign-up, confirmation, unsubscribing).</summary>
    public Uri? Desk { get; init; }

    /// <summary>The WebSub hub that is told of new issues.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Addresses that are told of publications, corrections and withdrawals.</summary>
    public IReadOnlyList<Uri> Webhooks
    {
        get;
        init => field = value ?? [];
    } = [];

    public WatchMail? Mail { get; init; }
}

/// <summary>How the newsletter is sent.</summary>
/// <param name="From">The address that readers see ("news@watch.example").</param>
/// <param name="Bounces">The envelope's sender, to which reports of failure come; <paramref name="From"/> where it is null.</param>
/// <param name="Server">"smtps://user@host:465" (implicit TLS), "smtp://user@host:587" (STARTTLS), "smtp+plain://localhost:25" (no TLS).</param>
/// <param name="Connections">Open at the same time.</param>
/// <param name="PerMinute">Messages a minute at most; 0 for no limit.</param>
/// <param name="Postal">The house's postal address, which stands under every mail; the law of many countries asks for it.</param>
public sealed record WatchMail(
    string From,
    string? Bounces,
    Uri Server,
    int Connections,
    int PerMinute,
    string? Postal
);
