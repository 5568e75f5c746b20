using System.Data.Common;
using System.Threading.Channels;

namespace Chancery.Record.Subscribers;

/// <summary>
/// Writes what becomes of copies, in the order in which it is told, for several connections at once: whatever has come in
/// while one transaction was on its way to the disk goes into the next, so that one wait for the disk serves them all.
/// </summary>
public sealed class OutboxJournal : IAsyncDisposable
{
    private readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Store store;
    private readonly TimeProvider clock;
    private readonly Task writing;

    public OutboxJournal(Store store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        writing = Task.Run(Write);
    }

    /// <summary>On the disk when it ends: the copy's end is about to be sent. False: it is not to be sent.</summary>
    public Task<bool> Begin(long mailing, long subscriber) =>
        Enter((connection, now) => Outbox.Begin(connection, mailing, subscriber, now));

    /// <summary>On the disk when it ends: what became of the copy.</summary>
    /// <param name="after">How long a copy that is queued again has to wait.</param>
    /// <param name="gone">True where the address is not there.</param>
    public Task End(
        long mailing,
        long subscriber,
        OutboxState state,
        string? reply,
        TimeSpan after = default,
        bool gone = false
    ) =>
        Enter(
            (connection, now) =>
            {
                Outbox.End(
                    connection,
                    mailing,
                    subscriber,
                    state,
                    reply,
                    now,
                    now + (long)after.TotalMilliseconds,
                    gone
                );
                return true;
            }
        );

    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing.ConfigureAwait(false);
    }

    private Task<bool> Enter(Func<DbConnection, long, bool> work)
    {
        var entry = new Entry(work, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return entries.Writer.TryWrite(entry)
            ? entry.Done.Task
            : Task.FromException<bool>(new InvalidOperationException("The journal is closed."));
    }

    private async Task Write()
    {
        var batch = new List<Entry>();
        while (await entries.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            try
            {
                var results = new bool[batch.Count];
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                store.Write(connection =>
                {
                    for (var i = 0; i < batch.Count; i++)
                        results[i] = batch[i].Work(connection, now);
                });
                for (var i = 0; i < batch.Count; i++)
                    batch[i].Done.SetResult(results[i]);
            }
#pragma warning disable CA1031 // Whoever waits for the disk gets its failure; nobody waits for ever.
            catch (Exception e)
            {
                foreach (var entry in batch)
                    entry.Done.TrySetException(e);
            }
#pragma warning restore CA1031
        }
    }

    private sealed record Entry(Func<DbConnection, long, bool> Work, TaskCompletionSource<bool> Done);
}
