using System.Threading.Channels;

namespace Chancery;

/// <summary>This machine's cores: bounded, back-pressured, and in order, so that two runs over one input write the same record.</summary>
public static class Engine
{
    /// <summary>How many results wait at most for a slow writer, for each core.</summary>
    private const int Waiting = 8;

    /// <summary>Works on each input on any core and hands the results over in the order of the input, in batches.</summary>
    /// <param name="inputs">Read only as fast as the results are taken.</param>
    /// <param name="work">Pure; called on several threads at once.</param>
    /// <param name="commit">Called on one thread, with at least one result.</param>
    /// <param name="batch">The most results for one commit; fewer where the input runs dry.</param>
    /// <param name="stop">Ends the run between two commits.</param>
    public static async Task Run<TIn, TOut>(
        IEnumerable<TIn> inputs,
        Func<TIn, TOut> work,
        Action<IReadOnlyList<TOut>> commit,
        int batch,
        CancellationToken stop
    )
    {
        var queue = Channel.CreateBounded<Task<TOut>>(Environment.ProcessorCount * Waiting);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var feeding = Task.Run(() => Feed(inputs, work, queue.Writer, ended.Token), CancellationToken.None);
        try
        {
            var results = new List<TOut>(batch);
            while (await queue.Reader.WaitToReadAsync(stop).ConfigureAwait(false))
            {
                while (results.Count < batch && queue.Reader.TryRead(out var result))
                {
                    results.Add(await result.ConfigureAwait(false));
                }
                commit(results);
                results.Clear();
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Feed<TIn, TOut>(
        IEnumerable<TIn> inputs,
        Func<TIn, TOut> work,
        ChannelWriter<Task<TOut>> queue,
        CancellationToken stop
    )
    {
        Exception? failure = null;
        try
        {
            foreach (var input in inputs)
            {
                // A place in the queue is taken before the work starts: no more runs than the queue holds.
                await queue.WaitToWriteAsync(stop).ConfigureAwait(false);
                await queue
                    .WriteAsync(Task.Run(() => work(input), CancellationToken.None), stop)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e;
        }
        finally
        {
            queue.TryComplete(failure);
        }
    }
}
