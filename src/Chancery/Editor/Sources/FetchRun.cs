using Chancery.Reading.Fetching;
using Chancery.Record;

namespace Chancery.Editor.Sources;

/// <summary>One polite pass at a time, in the background of the desk.</summary>
public sealed partial class FetchRun(
    Store store,
    Pipeline pipeline,
    EditorOptions options,
    TimeProvider clock,
    IHostApplicationLifetime host,
    ILogger<FetchRun> log
)
{
    private readonly Lock gate = new();

    /// <summary>How many addresses are asked in the pass; 0 where there was none yet.</summary>
    public int Wanted { get; private set; }

    /// <summary>How many have answered.</summary>
    public int Answered { get; private set; }

    /// <summary>How many of those failed.</summary>
    public int Failed { get; private set; }

    /// <summary>New readings of articles.</summary>
    public long Articles { get; private set; }

    public bool IsUnderWay { get; private set; }

    /// <summary>Starts a pass; false where one is under way.</summary>
    public bool Start(IReadOnlyList<string> addresses)
    {
        lock (gate)
        {
            if (IsUnderWay)
            {
                return false;
            }
            (IsUnderWay, Wanted, Answered, Failed, Articles) = (true, addresses.Count, 0, 0, 0);
        }
        _ = Task.Run(() => Run(addresses));
        return true;
    }

    private async Task Run(IReadOnlyList<string> addresses)
    {
        var tally = new Tally();
        try
        {
            await Fetching.Run(
                store,
                pipeline,
                addresses,
                _ => false,
                options.Fetching,
                clock,
                tally,
                visit =>
                {
                    if (visit is Visit.OfFeed feed)
                    {
                        Answered++;
                        Failed += feed.Outcome is Fetched.Failed || feed.Why is not null ? 1 : 0;
                    }
                    Articles = tally.Articles;
                },
                host.ApplicationStopping
            );
        }
        catch (Exception e) when (e is RecordException or OperationCanceledException)
        {
            Ended(log, e.Message);
        }
        finally
        {
            IsUnderWay = false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A pass over the feeds ended early: {Why}")]
    private static partial void Ended(ILogger log, string why);
}
