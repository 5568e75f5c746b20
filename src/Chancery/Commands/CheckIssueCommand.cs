using System.CommandLine;
using System.Text.Json;
using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Checks any issue against the record, hand-edited ones too.</summary>
public static class CheckIssueCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "issue.json, or Markdown with footnotes “[^n]: article-version start length”.",
        };
        var watchFile = new Option<string?>("--watch")
        {
            Description = "The watch's YAML file: known names, offices and spelling.",
        };
        var json = new Option<bool>("--json") { Description = "Print a JSON array of {line, text, why}." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "check-issue",
            "Checks that every line of an issue rests on words that stand in the record. Exit code 0: it holds; 3: refused; 2: unreadable.",
            "chancery check-issue issue.json --watch watches/ukraine.yaml",
            "chancery check-issue edited.md"
        )
        {
            file,
            watchFile,
            json,
            desk,
        };
        command.SetAction(result =>
        {
            var path = result.GetValue(file)!;
            var watch = result.GetValue(watchFile) is { } yaml ? CheckCommand.Use(yaml) : null;
            using var store = DeskOption.Open(result, desk);
            var pipeline = new Pipeline(store, Weights.Coder());
            var refusals = Check(path, Text(path), watch, pipeline);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(refusals, JsonSerializerOptions.Web));
            }
            else
            {
                foreach (var refusal in refusals)
                {
                    output.WriteLine(
                        $"{path}:{refusal.Line}: {(refusal.Severity == Severity.Refused ? "" : "advice: ")}{refusal.Why.Sentence}\n    {refusal.Text}"
                    );
                }
                var refused = refusals.Count(refusal => refusal.Severity == Severity.Refused);
                output.WriteLine(
                    refused == 0 ? $"{path} holds." : $"{path} is refused: {refused} lines do not hold."
                );
            }
            return refusals.Any(refusal => refusal.Severity == Severity.Refused) ? Exit.Refused : Exit.Done;
        });
        return command;
    }

    public static string Text(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MisuseException(Exit.Unreadable, $"{path} is a folder; name the issue's file.");
        }
        try
        {
            return path == "-" ? Console.In.ReadToEnd() : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException(Exit.Unreadable, $"{path} cannot be read: {e.Message}");
        }
    }

    private static IReadOnlyList<Refusal> Check(string path, string text, Watch? watch, Pipeline pipeline)
    {
        if (text.AsSpan().TrimStart() is ['{', ..])
        {
            return pipeline.Check(Parse(path, text), watch);
        }
        return MarkdownIssue.TryRead(text, path, pipeline.Article, out var read, out var why)
            ? read.InFile(pipeline.Check(read.Issue, watch))
            : throw new MisuseException(Exit.Unreadable, why.Sentence);
    }

    public static Issue Parse(string path, string json) =>
        IssueFile.TryRead(json, path, out var issue, out var why)
            ? issue
            : throw new MisuseException(Exit.Unreadable, why.Sentence);
}
