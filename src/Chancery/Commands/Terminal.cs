using Spectre.Console;

namespace Chancery.Commands;

/// <summary>What the program says while it works: a bar for a person, plain lines for a pipe or a log. All of it goes to the error stream.</summary>
public static class Terminal
{
    private static readonly IAnsiConsole Errors = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }
    );

    /// <summary>How often a pipe gets a line.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    public static void Say(string sentence) => Console.Error.WriteLine(sentence);

    /// <summary>Runs long work. It reports how far it is as (done, of, what); an <c>of</c> of 0 means that nobody knows.</summary>
    public static async Task Progress(string title, Func<Action<long, long, string>, Task> work)
    {
        if (Console.IsErrorRedirected || !Errors.Profile.Capabilities.Ansi)
        {
            await Plain(title, work).ConfigureAwait(false);
            return;
        }
        await Errors
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                await work(
                        (done, of, what) =>
                        {
                            task.IsIndeterminate = of == 0;
                            task.MaxValue = Math.Max(of, 1);
                            task.Value = done;
                            task.Description = Markup.Escape($"{title} {done:N0} {what}");
                        }
                    )
                    .ConfigureAwait(false);
            })
            .ConfigureAwait(false);
    }

    private static async Task Plain(string title, Func<Action<long, long, string>, Task> work)
    {
        var last = TimeProvider.System.GetTimestamp();
        await work(
                (done, of, what) =>
                {
                    if (TimeProvider.System.GetElapsedTime(last) < Pace)
                    {
                        return;
                    }
                    last = TimeProvider.System.GetTimestamp();
                    Say(of == 0 ? $"{title}: {done} {what}" : $"{title}: {done} of {of} {what}");
                }
            )
            .ConfigureAwait(false);
    }
}
