using System.CommandLine;

namespace Chancery.Commands;

/// <summary>Every command there is, with its examples in its help.</summary>
public static class CommandLine
{
    public static RootCommand Root()
    {
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
        return root;
    }
}
