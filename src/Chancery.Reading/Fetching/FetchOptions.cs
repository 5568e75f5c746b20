using System.Net;
using Chancery.Reading.Files;

namespace Chancery.Reading.Fetching;

/// <summary>How politely and how far the fetcher goes.</summary>
public sealed record FetchOptions
{
    /// <summary>Sent with every request; say who asks, and give an address to complain to.</summary>
    public string UserAgent { get; init; } = "Chancery/0.1 (news desk; reads feeds)";

    /// <summary>The name that robots.txt may call us by (RFC 9309's product token).</summary>
    public string ProductToken { get; init; } = "Chancery";

    /// <summary>Between the end of one request to a host and the next one to it.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For one address, redirects included. Told by the machine's own clock.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of one body, unpacked.</summary>
    public int MaxBytes { get; init; } = Limits.CaptureBytes;

    public int MaxRedirects { get; init; } = 5;

    /// <summary>Hosts asked at the same time.</summary>
    public int Hosts { get; init; } = 12;

    /// <summary>New pages that are asked for because of one feed, in one pass; the rest waits for the next.</summary>
    public int PagesPerFeed { get; init; } = 200;

    /// <summary>The longest wait for a host's sake within a pass, when it asks for one; a longer one ends the host's part of the pass.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>False only for tests and for sites that gave leave: robots.txt is then not asked for.</summary>
    public bool AskRobots { get; init; } = true;

    /// <summary>Addresses that are never connected to: those of private networks by default; none where a desk reads its own network.</summary>
    public Func<IPAddress, bool> Refuses { get; init; } = PrivateNetwork.Contains;

    /// <summary>Turns a host's name into addresses; the machine's resolver by default.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } =
        static (host, stop) => Dns.GetHostAddressesAsync(host, stop);
}
