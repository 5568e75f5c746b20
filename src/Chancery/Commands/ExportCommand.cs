using System.CommandLine;
using System.Text;
using Chancery.Desk.Checking;
using Chancery.Press.Files;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Writes an issue as a file.</summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var week = new Option<string>("--week")
        {
            Description = "The week's first day, like 2025-05-16.",
            Required = true,
        };
        var format = new Option<string>("--format")
        {
            Description =
                "md, html (one file), pdf (by this machine's Chromium), docx, txt, cms (HTML to paste) or json.",
            DefaultValueFactory = _ => "html",
        };
        format.AcceptOnlyFromAmong("md", "html", "pdf", "docx", "txt", "cms", "json");
        var to = new Option<string?>("--out")
        {
            Description =
                "The file; without it, texts are printed, and a PDF or DOCX is named after watch and week.",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "export",
            "Writes an issue or draft as a file. Exit code 1: there is none, or no Chromium to print it.",
            "chancery export watches/ukraine.yaml --week 2025-05-16 --format docx",
            "chancery export watches/ukraine.yaml --week 2025-05-16 --format cms | xclip"
        )
        {
            watchFile,
            week,
            format,
            to,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                var day = DraftCommand.Day(result.GetValue(week)!, watch);
                using var store = DeskOption.Open(result, desk);
                var issue =
                    IssueShelf.Find(store, watch.Id, day)
                    ?? throw new MisuseException(Exit.Nothing, $"There is no issue of {day:yyyy-MM-dd}.");
                var form = result.GetValue(format)!;
                var bytes = await Write(store, watch, issue, form, stop).ConfigureAwait(false);
                var output = result.InvocationConfiguration.Output;
                var file =
                    result.GetValue(to)
                    ?? (form is "pdf" or "docx" ? $"{watch.Id}-{day:yyyy-MM-dd}.{form}" : null);
                if (file is null)
                {
                    await output.WriteAsync(Encoding.UTF8.GetString(bytes)).ConfigureAwait(false);
                    return Exit.Done;
                }
                try
                {
                    await File.WriteAllBytesAsync(file, bytes, stop).ConfigureAwait(false);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new MisuseException(Exit.Unreadable, $"{file} cannot be written: {e.Message}");
                }
                await output.WriteLineAsync(Path.GetFullPath(file)).ConfigureAwait(false);
                return Exit.Done;
            }
        );
        return command;
    }

    private static async Task<byte[]> Write(
        Store store,
        Watch watch,
        Issue issue,
        string form,
        CancellationToken stop
    )
    {
        // What the desk only offered is the editor's; Markdown and JSON are his files.
        var shown = issue with
        {
            Alternatives = [],
            Offered = [],
        };
        return form switch
        {
            "docx" => DocxIssue.Write(shown, watch, Article),
            "pdf" => await Pdf().ConfigureAwait(false),
            "md" => Text(MarkdownIssue.Write(issue)),
            "json" => Text(IssueFile.Write(issue)),
            "txt" => Text(PlainIssue.Write(shown, Article)),
            "cms" => Text(CmsIssue.Write(shown, watch, Article)),
            _ => Text(await HtmlIssue.Write(shown, watch, Article).ConfigureAwait(false)),
        };

        async Task<byte[]> Pdf()
        {
            var html = await HtmlIssue.Write(shown, watch, Article).ConfigureAwait(false);
            var (pdf, why) = await PdfIssue.Print(html, stop).ConfigureAwait(false);
            return pdf ?? throw new MisuseException(Exit.Nothing, why!.Sentence);
        }

        Article? Article(ArticleId id) => ArticleShelf.Find(store, id);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
