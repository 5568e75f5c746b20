using System.Net.Sockets;
using System.Security.Authentication;
using Chancery.Terms;

namespace Chancery.Reading.Fetching;

/// <summary>What can go wrong on the way to an outlet, in words.</summary>
internal static class Failure
{
    public static Fetched.Failed Of(string code, string sentence, DateTimeOffset? notBefore = null) =>
        new(new Reason(code, sentence), notBefore);

    public static Fetched.Failed TooLarge(Uri uri, int limit) =>
        Of("too-large", $"{uri} is larger than {Math.Max(1, limit >> 20)} MB and was not read.");

    /// <summary>A site whose robots.txt cannot be had is not asked for anything (RFC 9309, 2.3.1.4); the sentence names what was wanted.</summary>
    public static Fetched.Failed WithoutRobots(Uri uri, Fetched.Failed robots) =>
        robots.Why.Sentence.Contains(uri.AbsoluteUri, StringComparison.Ordinal)
            ? robots
            : Of(
                robots.Why.Code,
                $"{uri} was not asked for, since its site's rules cannot be had: {robots.Why.Sentence}",
                robots.NotBefore
            );

    /// <summary>True where a robots.txt could not be had for a reason that may pass (RFC 9309, 2.3.1.4).</summary>
    public static bool IsUnreachable(Reason why) =>
        why.Code
            is "timeout"
                or "server-error"
                or "refused"
                or "cut-off"
                or "dns"
                or "tls"
                or "network"
                or "private-address"
                or "too-many-requests";

    public static Fetched.Failed OfStatus(Uri uri, int status, DateTimeOffset? notBefore)
    {
        var wait = notBefore is { } until ? $" and asks to be asked again not before {until:u}" : "";
        return status switch
        {
            401 or 407 => Of("forbidden", $"{uri} wants a name and a password ({status})."),
            402 => Of("forbidden", $"{uri} wants to be paid for (402)."),
            403 or 451 => Of("forbidden", $"{uri} refuses us ({status})."),
            404 => Of("not-found", $"{uri} is not there (404); has the feed moved?"),
            410 => Of("gone", $"{uri} is gone for good (410); take it out of the watch."),
            429 => Of("too-many-requests", $"{uri} says that it is asked too often (429){wait}.", notBefore),
            >= 500 => Of(
                "server-error",
                $"{uri} cannot answer: its server fails ({status}){wait}.",
                notBefore
            ),
            _ => Of("status", $"{uri} answers with the status {status}, which is no answer to this."),
        };
    }

    public static Fetched.Failed OfException(Uri uri, Exception wrong)
    {
        for (var inner = wrong; inner is not null; inner = inner.InnerException)
            if (inner is PrivateAddressException inside)
                return Of("private-address", $"{uri} was not asked: {inside.Message}.");
            else if (inner is AuthenticationException)
                return Of(
                    "tls",
                    $"{uri}: the certificate of {uri.Host} cannot be trusted ({inner.Message.Split('.')[0]})."
                );
            else if (inner is SocketException socket)
                return OfSocket(uri, socket);
        return wrong switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => Of(
                "cut-off",
                $"{uri} broke off in the middle of its answer."
            ),
            HttpIOException or IOException => Of(
                "cut-off",
                $"{uri} broke off in the middle of its answer ({wrong.Message.TrimEnd('.')})."
            ),
            InvalidDataException => Of("damaged", $"{uri}: the packed answer is damaged."),
            _ => Of("network", $"{uri} could not be had: {wrong.Message.TrimEnd('.')}."),
        };
    }

    private static Fetched.Failed OfSocket(Uri uri, SocketException socket) =>
        socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => Of(
                "dns",
                $"{uri}: no address is known for the name {uri.Host}."
            ),
            SocketError.ConnectionRefused => Of("refused", $"{uri}: {uri.Authority} refuses connections."),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown => Of(
                "network",
                $"{uri}: there is no way to {uri.Host} from here."
            ),
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Of(
                "cut-off",
                $"{uri} broke off in the middle of its answer."
            ),
            SocketError.TimedOut => Of("timeout", $"{uri} did not answer."),
            _ => Of("network", $"{uri} could not be had: {socket.Message.TrimEnd('.')}."),
        };
}
