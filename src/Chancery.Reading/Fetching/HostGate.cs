namespace Chancery.Reading.Fetching;

/// <summary>The courtesy owed to one host: one request at a time, a pause between two, and no request before it wants one.</summary>
internal sealed class HostGate(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private DateTimeOffset next;

    /// <summary>What the host's robots.txt says; null until it was asked.</summary>
    public Robots? Robots { get; set; }

    /// <summary>Why its robots.txt could not be had; null where it could, or was not asked yet.</summary>
    public Fetched.Failed? Unreachable { get; set; }

    /// <summary>When the host wants to be asked again; null where it did not say.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Waits for its turn.</summary>
    public async Task Enter(CancellationToken stop)
    {
        await one.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var wait = next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stop).ConfigureAwait(false);
        }
        catch
        {
            one.Release();
            throw;
        }
    }

    /// <param name="pause">To the next request.</param>
    public void Leave(TimeSpan pause)
    {
        next = clock.GetUtcNow() + pause;
        one.Release();
    }

    /// <summary>The host asked for a wait (Retry-After).</summary>
    public void Hold(DateTimeOffset until)
    {
        if (NotBefore is null || until > NotBefore)
            NotBefore = until;
    }

    public void Dispose() => one.Dispose();
}
