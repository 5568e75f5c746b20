using System.Globalization;
using Chancery.Terms;
using Spectre.Console;

namespace Chancery.Commands;

/// <summary>Statements of the ledger as people and other programs read them.</summary>
internal static class StatementLists
{
    /// <summary>Columns of a terminal that cannot be asked for its width: a pipe, a file.</summary>
    private const int Width = 140;

    /// <summary>A row a saying: the same words in one mouth, printed by several outlets, are one.</summary>
    public static void Table(IReadOnlyList<LedgerEntry> entries, TextWriter output)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            }
        );
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Width;
        }
        var table = new Table().Border(TableBorder.Horizontal).Expand();
        table.AddColumn(new TableColumn("Day").NoWrap());
        table.AddColumn(new TableColumn("Who").Width(26));
        table.AddColumn(new TableColumn("Said"));
        table.AddColumn(new TableColumn("To, through").Width(24));
        table.AddColumn(new TableColumn("Outlet").Width(18));
        foreach (var same in entries.GroupBy(entry => (Who(entry), Letters(entry.Said))))
        {
            var entry = same.First();
            table.AddRow(
                entry.Dated.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
                Markup.Escape(Who(entry))
                    + (
                        entry.Office is { } office && entry.Name is not null
                            ? $"\n[dim]{Markup.Escape(office)}[/]"
                            : ""
                    ),
                $"[bold]{Markup.Escape(Cue(entry))}[/] {Markup.Escape(Said(entry))}",
                Markup.Escape(Ways(entry)),
                Markup.Escape(string.Join(", ", same.Select(e => e.Outlet).Distinct()))
            );
        }
        console.Write(table);
    }

    /// <summary>Comma-separated values with a head line (RFC 4180).</summary>
    public static void Csv(IReadOnlyList<LedgerEntry> entries, TextWriter output)
    {
        output.Write(
            "dated,outlet,headline,address,article,name,office,speaker,anonymous,cue,stance,negated,form,said,addressee,medium,through,hedges,about,when\r\n"
        );
        foreach (var entry in entries)
        {
            string?[] fields =
            [
                entry.Dated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                entry.Outlet,
                entry.Headline,
                entry.Address,
                entry.Article.Value,
                entry.Name,
                entry.Office,
                entry.Speaker,
                Is(entry.Statement.Anonymous),
                entry.Cue,
                Lower(entry.Statement.Stance),
                Is(entry.Statement.Negated),
                Lower(entry.Statement.Form),
                entry.Said,
                entry.Addressee,
                entry.Medium,
                string.Join("; ", entry.Through),
                string.Join("; ", entry.Hedges),
                string.Join("; ", entry.About),
                entry.When,
            ];
            output.Write(string.Join(',', fields.Select(Field)) + "\r\n");
        }
    }

    /// <summary>The name; else the article's own words, for a description is no name; else that it stays open.</summary>
    private static string Who(LedgerEntry entry) => entry.Name ?? entry.Speaker ?? "(open)";

    private static string Cue(LedgerEntry entry) =>
        entry.Cue is { } cue && cue.Any(char.IsLetter) ? cue
        : entry.Statement.Form == StatementForm.Direct ? "said"
        : "";

    private static string Said(LedgerEntry entry) =>
        entry.Statement.Form == StatementForm.Direct ? $"“{entry.Said.TrimEnd(',')}”" : entry.Said;

    private static string Ways(LedgerEntry entry) =>
        string.Join(
            "\n",
            new[]
            {
                entry.Addressee,
                entry.Medium is { } medium && medium != entry.Addressee ? $"in {medium}" : null,
                entry.Through.Count > 0 ? $"through {string.Join(", ", entry.Through)}" : null,
            }.Where(part => part is not null)
        );

    private static string Letters(string words) =>
        new([.. words.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Is(bool value) => value ? "true" : "false";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Field(string? text) =>
        text is null ? ""
        : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
