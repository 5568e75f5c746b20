namespace Chancery.Newsletter;

/// <summary>Messages a minute, evenly spread over all connections.</summary>
/// <param name="perMinute">0 for no limit.</param>
/// <param name="clock">Tells when the next one may go.</param>
internal sealed class Pace(int perMinute, TimeProvider clock)
{
    private readonly TimeSpan step = perMinute > 0 ? TimeSpan.FromMinutes(1) / perMinute : TimeSpan.Zero;
    private readonly Lock door = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;

    public Task Turn(CancellationToken stop)
    {
        if (step == TimeSpan.Zero)
            return Task.CompletedTask;
        TimeSpan wait;
        lock (door)
        {
            var now = clock.GetUtcNow();
            next = next < now ? now : next;
            wait = next - now;
            next += step;
        }
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, stop) : Task.CompletedTask;
    }
}
