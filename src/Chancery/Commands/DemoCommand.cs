using System.CommandLine;
using Chancery.Press.Files;
using Chancery.Publication;
using Chancery.Reading.Files;
using Chancery.Record;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>The whole flow on the sample week: an invented dispute, offline.</summary>
public static class DemoCommand
{
    private const string Mark = "demo.txt";

    private static readonly string[] Parts = ["desk", "site"];

    private static readonly DateOnly Week = new(2026, 3, 6);

    public static Command Create()
    {
        var folder = new Option<string>("--folder")
        {
            Description = "Where the demo's desk and site go.",
            DefaultValueFactory = _ => "demo",
        };
        var command = new ExampleCommand(
            "demo",
            "Reads the sample week (all of it invented), drafts the issue, writes the site and says where to look.",
            "chancery demo"
        )
        {
            folder,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var output = result.InvocationConfiguration.Output;
                var samples = Samples();
                var watch = CheckCommand.Use(Path.Combine(samples, "..", "watches", "demo.yaml"));
                var where = Path.GetFullPath(result.GetValue(folder)!);
                StartAnew(where);
                using var store = Store.Open(Path.Combine(where, "desk"));
                var pipeline = new Pipeline(store, Weights.Coder());
                var tally = new Tally();
                await Terminal
                    .Progress(
                        "reading samples",
                        report =>
                            pipeline.Read(
                                Intake.Open(Path.Combine(samples, "week")),
                                tally,
                                () => report(tally.Captures, 0, "captures"),
                                stop
                            )
                    )
                    .ConfigureAwait(false);
                var (draft, why) = pipeline.Draft(watch, Week);
                if (draft is null)
                {
                    throw new MisuseException(Exit.Nothing, why!.Sentence);
                }
                pipeline.KeepDraft(draft);
                // The site shows the issue as it would be published; the desk keeps it a draft, to be finished by whoever looks.
                var site = Path.Combine(where, "site");
                var shown = draft with { Approved = new Approval("Demo Editor", draft.Window.To) };
                SiteWriter.Show(store, watch, [shown], site);
                output.WriteLine(PlainIssue.Write(draft, pipeline.Article));
                output.WriteLine($"Read {tally.Captures} captures of an invented week into {where}/desk.");
                output.WriteLine($"The issue as a site: {Path.Combine(site, "index.html")}");
                output.WriteLine(
                    $"The draft in the editor: ./chancery serve watches/demo.yaml --desk {Path.Combine(result.GetValue(folder)!, "desk")}"
                );
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>Takes away what an earlier demo left, and nothing else: its folder carries a mark.</summary>
    private static void StartAnew(string folder)
    {
        var mark = Path.Combine(folder, Mark);
        if (File.Exists(mark))
        {
            foreach (var part in Parts.Select(name => Path.Combine(folder, name)))
            {
                if (Directory.Exists(part))
                {
                    Directory.Delete(part, recursive: true);
                }
            }
        }
        else if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"{folder} is not empty and not an earlier demo; give another --folder."
            );
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(mark, "Made by chancery demo; the next demo starts this folder anew.\n");
    }

    /// <summary>The samples that ship with the source: beside the program, or in a folder above it.</summary>
    private static string Samples()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var samples = Path.Combine(folder.FullName, "samples");
            if (Directory.Exists(Path.Combine(samples, "week")))
            {
                return samples;
            }
        }
        throw new MisuseException(
            Exit.Unreadable,
            "The samples are not here: run the demo from a checkout of Chancery."
        );
    }
}
