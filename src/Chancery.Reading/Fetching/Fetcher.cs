using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Chancery.Terms;

namespace Chancery.Reading.Fetching;

/// <summary>
/// Asks outlets for their feeds and pages, as a guest: one request at a time to a host, with a pause, by robots.txt, never
/// twice for what has not changed, and never an address of a private network, whatever a name or a redirect says.
/// Safe for use by several threads.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, HostGate> gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly SocketsHttpHandler handler;
    private readonly HttpMessageInvoker http;

    /// <param name="options">How.</param>
    /// <param name="clock">Measures the pauses and dates the captures.</param>
    public Fetcher(FetchOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would connect in our place, to wherever it likes.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        http = new HttpMessageInvoker(handler);
    }

    /// <summary>Asks once, politely. Nothing is thrown but for a stop: what goes wrong is told in words.</summary>
    public async Task<Fetched> Get(FetchRequest request, CancellationToken stop)
    {
        var address = request.Address;
        string? movedTo = null;
        var forGood = true;
        for (var hop = 0; ; hop++)
        {
            if (
                !Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https")
                || uri.Host.Length == 0
            )
                return Failure.Of(
                    "scheme",
                    hop == 0
                        ? $"{address} is no http or https address."
                        : $"{request.Address} redirects to {address}, which is no http or https address; it was not followed."
                );
            var answer = await AskHost(uri, hop == 0 ? request : new FetchRequest(address), stop)
                .ConfigureAwait(false);
            if (answer.Outcome is { } outcome)
                return outcome is Fetched.Arrived arrived ? arrived with { MovedTo = movedTo } : outcome;
            if (hop == options.MaxRedirects)
                return Failure.Of(
                    "too-many-redirects",
                    $"{request.Address} redirects more than {options.MaxRedirects} times."
                );
            address = answer.Redirect!.AbsoluteUri;
            forGood &= answer.ForGood;
            movedTo = forGood ? address : movedTo;
        }
    }

    /// <summary>Either what came, or where to go on.</summary>
    private readonly record struct Answer(Fetched? Outcome, Uri? Redirect = null, bool ForGood = false);

    private async Task<Answer> AskHost(Uri uri, FetchRequest request, CancellationToken stop)
    {
        var gate = gates.GetOrAdd(uri.Authority, _ => new HostGate(clock));
        await gate.Enter(stop).ConfigureAwait(false);
        var pause = TimeSpan.Zero;
        try
        {
            if (gate.NotBefore is { } until && until > clock.GetUtcNow())
                return new(
                    Failure.Of(
                        "told-to-wait",
                        $"{uri.Host} asked not to be asked before {until:u}; {uri} was left for then.",
                        until
                    )
                );
            if (options.AskRobots && gate.Robots is null)
            {
                if (gate.Unreachable is null)
                    (gate.Robots, gate.Unreachable) = await AskRobots(uri, stop).ConfigureAwait(false);
                pause = options.Pause;
                if (gate.Unreachable is { } failed)
                    return new(Failure.WithoutRobots(uri, failed));
                await Task.Delay(pause, clock, stop).ConfigureAwait(false);
            }
            if (gate.Robots is { } robots && !robots.Allows(uri.PathAndQuery))
                return new(
                    Failure.Of(
                        "robots",
                        $"The robots.txt of {uri.Host} does not allow {uri}; it was not asked for."
                    )
                );
            pause = Longest(options.Pause, gate.Robots?.Delay);
            var answer = await Ask(uri, request, options.MaxBytes, stop).ConfigureAwait(false);
            if (answer.Outcome is Fetched.Failed { NotBefore: { } wait })
                gate.Hold(wait);
            return answer;
        }
        finally
        {
            gate.Leave(pause);
        }
    }

    private TimeSpan Longest(TimeSpan pause, TimeSpan? asked) =>
        asked is not { } delay || delay <= pause ? pause
        : delay < options.LongestWait ? delay
        : options.LongestWait;

    /// <summary>The site's rules (RFC 9309, 2.3): a file that is not there forbids nothing; where none can be had, nothing may be asked for.</summary>
    private async Task<(Robots? Robots, Fetched.Failed? Unreachable)> AskRobots(
        Uri site,
        CancellationToken stop
    )
    {
        var uri = new Uri(site, "/robots.txt");
        for (var hop = 0; hop <= 5; hop++)
        {
            var answer = await Ask(uri, new FetchRequest(uri.AbsoluteUri), Robots.MaxBytes, stop)
                .ConfigureAwait(false);
            switch (answer.Outcome)
            {
                case null when answer.Redirect!.Scheme is "http" or "https":
                    uri = answer.Redirect;
                    continue;
                case Fetched.Arrived arrived:
                    return (
                        Robots.Parse(
                            Encoding.UTF8.GetString(arrived.Capture.Body.Span),
                            options.ProductToken
                        ),
                        null
                    );
                case Fetched.Failed failed when Failure.IsUnreachable(failed.Why):
                    return (null, failed);
            }
            break;
        }
        return (Robots.Open, null);
    }

    private async Task<Answer> Ask(Uri uri, FetchRequest request, int maxBytes, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            using var message = Message(uri, request);
            using var response = await http.SendAsync(message, limit.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status == 304)
                return new(new Fetched.Unchanged());
            if (status is 301 or 302 or 303 or 307 or 308)
                return
                    response.Headers.Location is { } location && Uri.TryCreate(uri, location, out var target)
                    ? new(null, target, status is 301 or 308)
                    : new(Failure.Of("redirect", $"{uri} redirects ({status}) and does not say where."));
            if (status != 200)
                return new(Failure.OfStatus(uri, status, RetryAfter(response.Headers.RetryAfter)));
            return new(await Arrived(uri, response, maxBytes, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(
                Failure.Of(
                    "timeout",
                    $"{uri} did not answer in full within {options.TimeLimit.TotalSeconds:0.#} seconds."
                )
            );
        }
        catch (Exception wrong)
            when (wrong
                    is HttpRequestException
                        or IOException
                        or SocketException
                        or InvalidDataException
                        or PrivateAddressException
            )
        {
            return new(Failure.OfException(uri, wrong));
        }
    }

    private HttpRequestMessage Message(Uri uri, FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, uri);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.TryAddWithoutValidation(
            "Accept",
            "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, */*;q=0.5"
        );
        // A value with a line end in it would be a header of somebody else's; the framework refuses it, and so it is left out.
        if (request.ETag is { } tag && !tag.AsSpan().ContainsAny('\r', '\n'))
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } date && !date.AsSpan().ContainsAny('\r', '\n'))
            message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return message;
    }

    private async Task<Fetched> Arrived(
        Uri uri,
        HttpResponseMessage response,
        int maxBytes,
        CancellationToken stop
    )
    {
        if (response.Content.Headers.ContentLength > maxBytes)
            return Failure.TooLarge(uri, maxBytes);
        await using var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var body = new MemoryStream();
        var block = new byte[64 << 10];
        int read;
        while ((read = await stream.ReadAsync(block, stop).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > maxBytes)
                return Failure.TooLarge(uri, maxBytes);
            body.Write(block, 0, read);
        }
        var type = Header(response, "Content-Type")?.ToLowerInvariant() ?? "";
        var address =
            Header(response, "Content-Location") is { } said
            && Uri.TryCreate(uri, said, out var own)
            && own.Host == uri.Host
                ? own
                : uri;
        var capture = Capture.Of(
            body.ToArray(),
            type,
            address.AbsoluteUri,
            uri.AbsoluteUri,
            clock.GetUtcNow()
        );
        return new Fetched.Arrived(
            capture,
            Header(response, "ETag"),
            Header(response, "Last-Modified"),
            null
        );
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private DateTimeOffset? RetryAfter(RetryConditionHeaderValue? asked) =>
        asked?.Date ?? (asked?.Delta is { } delta ? clock.GetUtcNow() + delta : null);

    /// <summary>Connects to what a name means now, after looking at it: a name that is looked up twice can mean two things.</summary>
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal)
            ? [literal]
            : await options.Resolve(host, stop).ConfigureAwait(false);
        if (Array.Find(addresses, address => options.Refuses(address)) is { } inside)
            throw new PrivateAddressException(host, inside);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
        foreach (var gate in gates.Values)
            gate.Dispose();
    }
}

/// <summary>Ends a connection before it is made; it never leaves the fetcher.</summary>
internal sealed class PrivateAddressException(string host, IPAddress address)
    : Exception($"{host} is {address}, an address of a private network")
{
    public string Host { get; } = host;
}
