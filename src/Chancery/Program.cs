using System.CommandLine;
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
    return await root.Parse(args)
        .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
