using Chancery.Record;
using Chancery.Record.Subscribers;

namespace Chancery.Newsletter;

/// <summary>Hands the due copies of one mailing to its connections, each copy to one of them.</summary>
internal sealed class CopyQueue(Store store, long mailing, TimeSpan patience, TimeProvider clock)
    : IDisposable
{
    private const int Batch = 512;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    private readonly Queue<Copy> ready = new();
    private readonly HashSet<long> held = [];
    private readonly SemaphoreSlim door = new(1);
    private readonly DateTimeOffset end = clock.GetUtcNow() + patience;

    /// <summary>The next copy; null where none is left, or none falls due within the sender's patience.</summary>
    public async Task<Copy?> Take(CancellationToken stop)
    {
        while (true)
        {
            TimeSpan wait;
            await door.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                if (ready.Count == 0)
                    Fill();
                if (ready.TryDequeue(out var copy))
                {
                    held.Add(copy.Subscriber);
                    return copy;
                }
                var now = clock.GetUtcNow();
                var due = Outbox.NextDue(store, mailing);
                // What another connection holds may come back to the queue.
                if (held.Count == 0 && (due is null || due > end))
                    return null;
                wait = held.Count == 0 && due > now ? due.Value - now : Shortest;
            }
            finally
            {
                door.Release();
            }
            await Task.Delay(wait < Shortest ? Shortest : wait, clock, stop).ConfigureAwait(false);
        }
    }

    /// <summary>To be called when the record knows what became of the copy.</summary>
    public async Task Release(Copy copy)
    {
        await door.WaitAsync().ConfigureAwait(false);
        held.Remove(copy.Subscriber);
        door.Release();
    }

    public void Dispose() => door.Dispose();

    private void Fill()
    {
        foreach (var copy in Outbox.Due(store, mailing, clock.GetUtcNow(), Batch + held.Count))
            if (!held.Contains(copy.Subscriber))
                ready.Enqueue(copy);
    }
}
