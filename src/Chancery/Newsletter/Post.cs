using Chancery.Editor;
using Chancery.Record;
using Chancery.Record.Subscribers;

namespace Chancery.Newsletter;

using Watches = Chancery.Editor.Watches;

/// <summary>Sends what is queued while the desk is served: a new reader's question at once, the rest within a minute.</summary>
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

    /// <summary>Something was queued that somebody waits for.</summary>
    public void Nudge() => nudged.Release();

    public override void Dispose()
    {
        nudged.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var watch in watches.All.Where(w => w.Press.Mail is not null))
            {
                try
                {
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail of {Watch} waits: {Why}")]
    private partial void Stopped(string watch, string why);
}
