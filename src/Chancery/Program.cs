using System.CommandLine;
using System.CommandLine.Invocation;
using Chancery;
using Chancery.Commands;
using Chancery.Record;

var root = new RootCommand(
    "The desk behind a weekly diplomacy watch: reads the news, keeps the record, drafts the issue, publishes it."
)
{
    ReadCommand.Create(),
    FetchCommand.Create(),
    FeedsCommand.Create(),
    DraftCommand.Create(),
    TracksCommand.Create(),
    DisputesCommand.Create(),
    CheckIssueCommand.Create(),
    PublishCommand.Create(),
    CorrectCommand.Correct(),
    CorrectCommand.Withdraw(),
    DueCommand.Create(),
    ExportCommand.Create(),
    NewsletterCommand.Create(),
    StatementsCommand.Create(),
    ShowCommand.Create(),
    EventsCommand.Create(),
    FiguresCommand.Create(),
    MeetingsCommand.Create(),
    CheckCommand.Create(),
    GaugeCommand.Create(),
    ServeCommand.Create(),
    DemoCommand.Create(),
    VersionCommand.Create(),
};
Examples.Show(root);

try
{
    var parsed = root.Parse(args);
    var code = await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false }
    );
    // The library's own code for a line it does not understand means "nothing there" here.
    return parsed.Action is ParseErrorAction ? Exit.Unreadable : code;
}
catch (MisuseException e)
{
    Console.Error.WriteLine($"chancery: {e.Message}");
    return e.Code;
}
catch (RecordException e)
{
    Console.Error.WriteLine($"chancery: {e.Message}");
    return Exit.Desk;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("chancery: stopped; run it again to go on where it was.");
    return Exit.Stopped;
}
