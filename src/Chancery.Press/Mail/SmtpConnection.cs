using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Chancery.Terms;

namespace Chancery.Press.Mail;

/// <summary>
/// One connection to a submission server (RFC 5321, RFC 6409), one message at a time. After <see cref="Delivery.Lost"/>,
/// <see cref="Delivery.InDoubt"/> or <see cref="Delivery.Withdrawn"/> it is of no more use.
/// </summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    private static readonly byte[] EndOfData = ".\r\n"u8.ToArray();

    private readonly SmtpServer server;
    private readonly TcpClient client;
    private Stream stream;
    private SmtpLines lines;
    private IReadOnlyList<string> extensions = [];

    private SmtpConnection(SmtpServer server, TcpClient client)
    {
        this.server = server;
        this.client = client;
        stream = client.GetStream();
        lines = new SmtpLines(stream);
    }

    /// <summary>Connects, secures, signs in.</summary>
    /// <returns>The connection, or why there is none; <c>Lasting</c> where trying again is no use.</returns>
    public static async Task<(SmtpConnection? Connection, Reason? Why, bool Lasting)> Open(
        SmtpServer server,
        CancellationToken stop
    )
    {
        var client = new TcpClient { NoDelay = true };
        SmtpConnection? connection = null;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(server.Patience);
            await client.ConnectAsync(server.Host, server.Port, patience.Token).ConfigureAwait(false);
            connection = new SmtpConnection(server, client);
            if (await connection.Greet(patience.Token).ConfigureAwait(false) is var (why, lasting))
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                return (null, why, lasting);
            }
            return (connection, null, false);
        }
        catch (AuthenticationException e)
        {
            client.Dispose();
            return (
                null,
                new Reason("tls", $"{server.Host} showed no certificate that can be trusted: {e.Message}"),
                true
            );
        }
        catch (Exception e) when (IsLoss(e, stop))
        {
            client.Dispose();
            return (null, Unreached(server, e), false);
        }
    }

    /// <summary>Sends one message.</summary>
    /// <param name="sender">The envelope's sender.</param>
    /// <param name="reader">Its one recipient.</param>
    /// <param name="message">As DATA carries it: CRLF at every line's end, no line that begins with a dot.</param>
    /// <param name="beforeEnd">
    /// Called when all but the message's end is sent. A server can take the message only after that, so what is written
    /// down here is written before anybody has the message. False withdraws it, by ending the connection.
    /// </param>
    /// <param name="stop">Ends it before the message's end; between that and its reply nothing does.</param>
    public async Task<Delivery> Send(
        Mailbox sender,
        Mailbox reader,
        ReadOnlyMemory<byte> message,
        Func<Task<bool>> beforeEnd,
        CancellationToken stop
    )
    {
        try
        {
            var reply = await Ask($"MAIL FROM:<{sender.Address}>", stop).ConfigureAwait(false);
            if (reply is { Positive: true })
            {
                reply = await Ask($"RCPT TO:<{reader.Address}>", stop).ConfigureAwait(false);
                if (reply is not { Positive: true })
                    return await Back(Answer(reply, toAddress: true), stop).ConfigureAwait(false);
                reply = await Ask("DATA", stop).ConfigureAwait(false);
            }
            else if (reply is { Transient: false })
                return new Delivery.Unwelcome(reply);
            if (reply is not { Code: 354 })
                return await Back(Answer(reply, toAddress: false), stop).ConfigureAwait(false);
            await Write(message, server.Patience, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e, stop))
        {
            return new Delivery.Lost(Gone(e));
        }
        if (!await beforeEnd().ConfigureAwait(false))
            return new Delivery.Withdrawn();
        try
        {
            await Write(EndOfData, server.EndPatience, CancellationToken.None).ConfigureAwait(false);
            var reply = await Within(server.EndPatience, SmtpReply.Read, CancellationToken.None)
                .ConfigureAwait(false);
            return reply switch
            {
                null => new Delivery.InDoubt(Silent),
                { Positive: true } => new Delivery.Accepted(reply),
                { Transient: true } => new Delivery.Deferred(reply),
                _ => new Delivery.Refused(reply, Address: false),
            };
        }
        catch (Exception e) when (IsLoss(e, CancellationToken.None))
        {
            return new Delivery.InDoubt(Gone(e));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync().ConfigureAwait(false);
        client.Dispose();
    }

    /// <summary>Says goodbye; a server that does not answer is not waited for.</summary>
    public async Task Quit()
    {
        try
        {
            await Write("QUIT\r\n"u8.ToArray(), TimeSpan.FromSeconds(2), CancellationToken.None)
                .ConfigureAwait(false);
            await Within(TimeSpan.FromSeconds(2), SmtpReply.Read, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e, CancellationToken.None))
        {
            // Nothing was under way.
        }
    }

    private async Task<(Reason Why, bool Lasting)?> Greet(CancellationToken stop)
    {
        if (server.Security == SmtpSecurity.Implicit)
            await Secure(stop).ConfigureAwait(false);
        var greeting = await Within(server.Patience, SmtpReply.Read, stop).ConfigureAwait(false);
        if (greeting is not { Code: 220 })
            return (Not("greeted us with", greeting), greeting is { Transient: false });
        if (await Hello(stop).ConfigureAwait(false) is { } unheard)
            return (unheard, false);
        if (server.Security == SmtpSecurity.StartTls)
        {
            if (!Offers("STARTTLS"))
                return (
                    new Reason("no-tls", $"{server.Host} offers no STARTTLS; nothing was sent in the clear."),
                    true
                );
            var ready = await Ask("STARTTLS", stop).ConfigureAwait(false);
            if (ready is not { Code: 220 })
                return (Not("answered STARTTLS with", ready), false);
            // Bytes that came before the handshake were put there by somebody on the way (CVE-2011-0411).
            if (lines.Waiting)
                return (
                    new Reason("tls", $"{server.Host} spoke before the handshake; nothing was sent."),
                    true
                );
            await Secure(stop).ConfigureAwait(false);
            if (await Hello(stop).ConfigureAwait(false) is { } deaf)
                return (deaf, false);
        }
        return server.User is null ? null : await SignIn(stop).ConfigureAwait(false);
    }

    private async Task Secure(CancellationToken stop)
    {
        var secure = new SslStream(stream);
        await secure
            .AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, stop)
            .ConfigureAwait(false);
        stream = secure;
        lines = new SmtpLines(stream);
    }

    private async Task<Reason?> Hello(CancellationToken stop)
    {
        var reply = await Ask($"EHLO {server.Name}", stop).ConfigureAwait(false);
        if (reply is not { Code: 250 })
            return Not("answered EHLO with", reply);
        extensions = [.. reply.Lines.Skip(1)];
        return null;
    }

    /// <summary>AUTH PLAIN (RFC 4616), else LOGIN, over TLS alone.</summary>
    private async Task<(Reason, bool)?> SignIn(CancellationToken stop)
    {
        if (server.Security == SmtpSecurity.None)
            return (
                new Reason("no-tls", "A password is not sent without TLS: use smtps:// or smtp://."),
                true
            );
        if (server.Password is not { } password)
            return (
                new Reason("no-password", $"{server.User} needs a password: set CHANCERY_SMTP_PASSWORD."),
                true
            );
        var ways =
            extensions.FirstOrDefault(e => e.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)) ?? "";
        SmtpReply? reply;
        if (Has("PLAIN"))
            reply = await Ask("AUTH PLAIN " + Base64($"\0{server.User}\0{password}"), stop)
                .ConfigureAwait(false);
        else if (Has("LOGIN"))
        {
            reply = await Ask("AUTH LOGIN", stop).ConfigureAwait(false);
            if (reply is { Code: 334 })
                reply = await Ask(Base64(server.User!), stop).ConfigureAwait(false);
            if (reply is { Code: 334 })
                reply = await Ask(Base64(password), stop).ConfigureAwait(false);
        }
        else
            return (new Reason("no-auth", $"{server.Host} offers neither AUTH PLAIN nor LOGIN."), true);
        return reply is { Code: 235 }
            ? null
            : (Not("did not let us in:", reply), reply is { Transient: false });

        bool Has(string way) => ways.Split(' ').Contains(way, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>After a refused reader the next one needs a clean envelope.</summary>
    private async Task<Delivery> Back(Delivery delivery, CancellationToken stop)
    {
        if (delivery is Delivery.Lost)
            return delivery;
        return await Ask("RSET", stop).ConfigureAwait(false) is { Positive: true }
            ? delivery
            : new Delivery.Lost(Silent);
    }

    private Delivery Answer(SmtpReply? reply, bool toAddress) =>
        reply switch
        {
            null => new Delivery.Lost(Silent),
            // The channel closes (RFC 5321, 4.2.2): that says nothing of the reader.
            { Code: 421 } => new Delivery.Lost(new Reason("closing", reply.Said)),
            { Transient: true } => new Delivery.Deferred(reply),
            // An address that is not there (RFC 3463: x.1.z), told from policy and full mailboxes.
            _ => new Delivery.Refused(
                reply,
                toAddress
                    && (
                        reply.Status.StartsWith("5.1.", StringComparison.Ordinal)
                        || reply.Status.Length == 0 && reply.Code is 550 or 551 or 553
                    )
            ),
        };

    private async Task<SmtpReply?> Ask(string command, CancellationToken stop)
    {
        // A command is one line: whatever it was made of, a break in it would be a second command.
        if (command.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("A command holds a line break.", nameof(command));
        await Write(Encoding.ASCII.GetBytes(command + "\r\n"), server.Patience, stop).ConfigureAwait(false);
        return await Within(server.Patience, SmtpReply.Read, stop).ConfigureAwait(false);
    }

    private async Task Write(ReadOnlyMemory<byte> bytes, TimeSpan patience, CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(patience);
        await stream.WriteAsync(bytes, limited.Token).ConfigureAwait(false);
    }

    private async Task<SmtpReply?> Within(
        TimeSpan patience,
        Func<SmtpLines, CancellationToken, ValueTask<SmtpReply?>> read,
        CancellationToken stop
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(patience);
        return await read(lines, limited.Token).ConfigureAwait(false);
    }

    private bool Offers(string extension) =>
        extensions.Any(e => e.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    private Reason Not(string how, SmtpReply? reply) =>
        new("smtp", $"{server.Host} {how} {(reply is null ? "nothing that is SMTP" : $"“{reply.Said}”")}.");

    private Reason Silent => new("silent", $"{server.Host} ended the connection.");

    private Reason Gone(Exception e) => Unreached(server, e);

    private static Reason Unreached(SmtpServer server, Exception e) =>
        new(
            "unreached",
            e is OperationCanceledException
                ? $"{server.Host} did not answer in time."
                : $"{server.Host}, port {server.Port}: {e.Message}"
        );

    /// <summary>The connection's end, told from the user's stop.</summary>
    private static bool IsLoss(Exception e, CancellationToken stop) =>
        e is IOException or SocketException or ObjectDisposedException
        || e is OperationCanceledException && !stop.IsCancellationRequested;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
