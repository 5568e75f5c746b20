using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.Reading.Fetching;

namespace Chancery.Reading.Tests.Fetching;

/// <summary>One request as the stub saw it.</summary>
/// <param name="Began">By the test's clock.</param>
/// <param name="Running">Requests to the same host that were being answered when it came.</param>
public sealed record Seen(
    string Host,
    string Path,
    IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset Began,
    int Running
);

/// <summary>A web server on loopback that stands for any number of hosts and says what it is told to, byte for byte.</summary>
public sealed class StubSite : IDisposable
{
    /// <summary>Loopback too, and told apart from the address that nobody may be sent to.</summary>
    public static IPAddress Own { get; } =
        OperatingSystem.IsMacOS() ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2");

    /// <summary>Refuses what is always refused, but for the stub.</summary>
    public static bool Refuses(IPAddress address) => !address.Equals(Own) && PrivateNetwork.Contains(address);

    private readonly TcpListener listener = new(Own, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<string, int> running = new();
    private readonly Func<Seen, byte[]> answer;
    private readonly TimeProvider clock;

    public StubSite(Func<Seen, byte[]> answer, TimeProvider? clock = null)
    {
        (this.answer, this.clock) = (answer, clock ?? TimeProvider.System);
        listener.Start();
        _ = Task.Run(Serve);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<Seen> Log { get; } = [];

    public string At(string host, string path) => $"http://{host}.example:{Port}{path}";

    /// <summary>Every name means this machine.</summary>
    public static Task<IPAddress[]> Resolve(string host, CancellationToken stop) =>
        Task.FromResult<IPAddress[]>([Own]);

    public static byte[] Answer(
        string body,
        string fields = "Content-Type: text/plain\r\n",
        string status = "200 OK"
    ) => Answer(Encoding.UTF8.GetBytes(body), fields, status);

    public static byte[] Answer(byte[] body, string fields, string status = "200 OK") =>
        [
            .. Encoding.Latin1.GetBytes(
                $"HTTP/1.1 {status}\r\n{fields}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"
            ),
            .. body,
        ];

    private async Task Serve()
    {
        while (!ended.IsCancellationRequested)
            _ = One(await listener.AcceptTcpClientAsync(ended.Token));
    }

    private async Task One(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            var path = (await reader.ReadLineAsync(ended.Token) ?? "  ").Split(' ')[1];
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadLineAsync(ended.Token) is { Length: > 0 } line)
                fields[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            var host = fields.GetValueOrDefault("Host", "");
            var seen = new Seen(
                host,
                path,
                fields,
                clock.GetUtcNow(),
                running.AddOrUpdate(host, 1, (_, n) => n + 1) - 1
            );
            Log.Enqueue(seen);
            var bytes = answer(seen);
            if (bytes.Length == 0)
                await Task.Delay(Timeout.Infinite, ended.Token);
            running.AddOrUpdate(host, 0, (_, n) => n - 1);
            await stream.WriteAsync(bytes, ended.Token);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception wrong)
            when (wrong
                    is IOException
                        or OperationCanceledException
                        or SocketException
                        or ObjectDisposedException
            )
        {
            // The fetcher hung up: that is what some of these tests are about.
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        ended.Dispose();
    }
}

/// <summary>A clock on which every wait is over at once and has taken as long as it should.</summary>
public sealed class LeapingClock : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = new(2026, 3, 6, 18, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        lock (gate)
            now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
