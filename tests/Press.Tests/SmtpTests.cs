using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Chancery.Press.Mail;

namespace Chancery.Press.Tests;

/// <summary>The submission client against a server that says what each test wants it to say.</summary>
public sealed class SmtpTests
{
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("Subject: x\r\n\r\nbody\r\n");

    [Fact]
    public async Task A_message_is_sent_to_its_end_only_after_the_end_was_written_down()
    {
        using var server = new Script("220 hi", "250 ok", "250 ok", "250 ok", "354 go", "250 2.0.0 taken");
        var connection = await Open(server);
        var heard = "";
        var delivery = await Send(
            connection,
            () =>
            {
                heard = string.Join('|', server.Heard);
                return Task.FromResult(true);
            }
        );
        Assert.IsType<Delivery.Accepted>(delivery);
        Assert.DoesNotContain("|.", heard, StringComparison.Ordinal);
        Assert.Equal(
            [
                "EHLO desk.example",
                "MAIL FROM:<news@watch.example>",
                "RCPT TO:<reader@mail.example>",
                "DATA",
                "Subject: x",
                "",
                "body",
                ".",
            ],
            server.Heard
        );
    }

    [Fact]
    public async Task A_message_withdrawn_at_the_last_moment_is_never_ended()
    {
        using var server = new Script("220 hi", "250 ok", "250 ok", "250 ok", "354 go", "250 taken");
        Assert.IsType<Delivery.Withdrawn>(await Send(await Open(server), () => Task.FromResult(false)));
        Assert.DoesNotContain(".", server.Heard);
    }

    [Theory]
    [InlineData("550 5.1.1 unknown", true)]
    [InlineData("553 no", true)]
    [InlineData("552 5.2.2 full", false)]
    [InlineData("550 5.7.1 policy", false)]
    public async Task A_refused_reader_is_told_from_a_refused_message(string reply, bool address)
    {
        using var server = new Script("220 hi", "250 ok", "250 ok", reply, "250 reset");
        var refused = Assert.IsType<Delivery.Refused>(await Send(await Open(server)));
        Assert.Equal(address, refused.Address);
        Assert.Equal("RSET", server.Heard[^1]);
    }

    [Fact]
    public async Task Greylisting_puts_off_and_a_closing_server_or_a_lost_connection_loses_nothing()
    {
        using var grey = new Script("220 hi", "250 ok", "250 ok", "451 4.7.1 later", "250 reset");
        Assert.IsType<Delivery.Deferred>(await Send(await Open(grey)));
        using var closing = new Script("220 hi", "250 ok", "421 4.3.2 closing");
        Assert.IsType<Delivery.Lost>(await Send(await Open(closing)));
        using var lost = new Script("220 hi", "250 ok", "250 ok", "250 ok", "354 go", Script.Drop);
        var delivery = await Send(await Open(lost));
        Assert.IsType<Delivery.InDoubt>(delivery);
        using var early = new Script("220 hi", "250 ok", "250 ok", Script.Drop);
        Assert.IsType<Delivery.Lost>(await Send(await Open(early)));
    }

    [Fact]
    public async Task A_server_that_will_not_have_the_sender_ends_the_mailing_not_the_reader()
    {
        using var server = new Script("220 hi", "250 ok", "550 5.7.1 you are not welcome");
        Assert.IsType<Delivery.Unwelcome>(await Send(await Open(server)));
    }

    [Fact]
    public async Task Without_tls_no_password_is_sent_and_without_starttls_nothing_is()
    {
        using var plain = new Script("220 hi", "250-desk\r\n250 AUTH PLAIN", "235 in");
        var (connection, why, lasting) = await SmtpConnection.Open(
            Server(plain) with
            {
                User = "u",
                Password = "secret",
            },
            default
        );
        Assert.Null(connection);
        Assert.True(lasting);
        Assert.Equal("no-tls", why!.Code);
        using var bare = new Script("220 hi", "250 ok");
        (connection, why, _) = await SmtpConnection.Open(
            Server(bare) with
            {
                Security = SmtpSecurity.StartTls,
            },
            default
        );
        Assert.Null(connection);
        Assert.Equal("no-tls", why!.Code);
        Assert.DoesNotContain(
            plain.Heard.Concat(bare.Heard),
            line => line.Contains("AUTH", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var server = new Script("220 hi", "250-desk\r\n250 STARTTLS", "220 go", Script.Tls);
        var (connection, why, lasting) = await SmtpConnection.Open(
            Server(server) with
            {
                Security = SmtpSecurity.StartTls,
            },
            default
        );
        Assert.Null(connection);
        Assert.Equal("tls", why!.Code);
        Assert.True(lasting);
    }

    [Fact]
    public async Task Words_that_come_before_the_handshake_are_nobodys()
    {
        using var server = new Script("220 hi", "250-desk\r\n250 STARTTLS", "220 go\r\n250 injected");
        var (connection, why, _) = await SmtpConnection.Open(
            Server(server) with
            {
                Security = SmtpSecurity.StartTls,
            },
            default
        );
        Assert.Null(connection);
        Assert.Contains("before the handshake", why!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_ends_its_line_or_speaks_no_smtp_is_left()
    {
        using var endless = new Script(new string('2', 100_000));
        Assert.Null((await SmtpConnection.Open(Server(endless), default)).Connection);
        using var other = new Script("HTTP/1.1 400 Bad Request");
        Assert.Null((await SmtpConnection.Open(Server(other), default)).Connection);
    }

    [Fact]
    public void What_a_server_says_is_kept_without_addresses_and_control_characters()
    {
        var reply = new SmtpReply(550, ["5.1.1 <reader@mail.example> is not here"]);
        Assert.DoesNotContain("reader", reply.Said, StringComparison.Ordinal);
        Assert.Equal("5.1.1", reply.Status);
    }

    private static SmtpServer Server(Script server) =>
        new()
        {
            Host = "localhost",
            Port = server.Port,
            Security = SmtpSecurity.None,
            Name = "desk.example",
            Patience = TimeSpan.FromSeconds(5),
            EndPatience = TimeSpan.FromSeconds(5),
        };

    private static async Task<SmtpConnection> Open(Script server)
    {
        var (connection, why, _) = await SmtpConnection.Open(Server(server), default);
        Assert.True(connection is not null, why?.Sentence);
        return connection;
    }

    private static async Task<Delivery> Send(SmtpConnection connection, Func<Task<bool>>? beforeEnd = null)
    {
        Assert.True(Mailbox.TryParse("news@watch.example", null, out var from, out _));
        Assert.True(Mailbox.TryParse("reader@mail.example", null, out var to, out _));
        await using (connection)
            return await connection.Send(
                from,
                to,
                Message,
                beforeEnd ?? (() => Task.FromResult(true)),
                default
            );
    }

    /// <summary>Answers each line with the next reply; in a message, its end alone.</summary>
    private sealed class Script : IDisposable
    {
        public const string Drop = "(drop)";
        public const string Tls = "(tls)";
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<string> heard = [];

        public Script(params string[] replies)
        {
            listener.Start();
            _ = Task.Run(() => Serve(replies));
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public IReadOnlyList<string> Heard => heard;

        public void Dispose() => listener.Dispose();

        private async Task Serve(string[] replies)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            var inside = false;
            foreach (var (reply, i) in replies.Select((reply, i) => (reply, i)))
            {
                if (i > 0 && reply != Tls)
                {
                    string? line;
                    do
                    {
                        line = await reader.ReadLineAsync();
                        if (line is null)
                            return;
                        heard.Add(line);
                    } while (inside && line != ".");
                }
                if (reply == Drop)
                {
                    client.Client.Close(0);
                    return;
                }
                if (reply == Tls)
                {
                    await Shake(client.GetStream());
                    return;
                }
                inside = reply.StartsWith("354", StringComparison.Ordinal);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"));
            }
            await reader.ReadLineAsync();
        }

        private static async Task Shake(Stream stream)
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest(
                "CN=localhost",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            using var secure = new SslStream(stream);
            try
            {
                await secure.AuthenticateAsServerAsync(certificate);
            }
            catch (Exception e)
                when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client would not have it.
            }
        }
    }
}
