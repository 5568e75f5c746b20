using Chancery.Editor;
using Chancery.Publication;
using Chancery.Record;
using Chancery.Record.Subscribers;

namespace Chancery.Newsletter;

using Watches = Chancery.Editor.Watches;

/// <summary>Does what is due while the desk is served: a new reader's question at once, the rest within a minute.</summary>
internal sealed partial class Post(
    EditorOptions options,
    Watches watches,
    Store store,
    TimeProvider clock,
    ILogger<Post> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim nudged = new(0);
    private readonly HttpClient http = Notices.Client();

    /// <summary>Something was queued that somebody waits for.</summary>
    public void Nudge() => nudged.Release();

    public override void Dispose()
    {
        nudged.Dispose();
        http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var watch in watches.All)
            {
                try
                {
                    var tally = await Due.Do(store, watch, http, clock, stoppingToken).ConfigureAwait(false);
                    if (tally.Untold > 0)
                        Stopped(watch.Id, $"{tally.Untold} could not be told of a publication yet");
                    if (Outbox.Open(store, watch.Id).Count == 0)
                        continue;
                    var sending = Mailroom.Options(watch) with { Wait = TimeSpan.Zero };
                    var why = await Mailroom
                        .Send(store, options.Desk, watch, sending, () => { }, clock, stoppingToken)
                        .ConfigureAwait(false);
                    if (why is not null)
                        Stopped(watch.Id, why.Sentence);
                }
                catch (Exception e) when (e is MisuseException or RecordException)
                {
                    Stopped(watch.Id, e.Message);
                }
            }
            await nudged.WaitAsync(Round, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Watch}: {Why}")]
    private partial void Stopped(string watch, string why);
}
