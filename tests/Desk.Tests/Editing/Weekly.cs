using Chancery.Terms;

namespace Chancery.Desk.Tests.Editing;

/// <summary>A small invented issue whose lines are easy to tell apart.</summary>
internal static class Weekly
{
    public static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    public static Line.Cited Said(string text, string article = "a1", int start = 0) =>
        new(text, [new Citation(new ArticleId(article), new Passage(start, 10), "ten letters")]);

    public static Issue Issue() =>
        new()
        {
            Watch = "demo",
            Name = "Demo Watch",
            Week = new DateOnly(2031, 3, 3),
            Window = new Window(Monday, Monday.AddDays(7)),
            Zone = "Etc/UTC",
            Title = Said("Title"),
            Dek = Said("Dek"),
            Alternatives = [Said("Other title")],
            Lead = new Item("s1", [new([Said("One"), Said("Two")]), new([Said("Three")])]),
            Digest =
            [
                new Item("s2", [new([Said("Four"), Said("Five")])]),
                new Item("s3", [new([Said("Six")])]),
            ],
            Briefings = [Said("Seven"), Said("Eight")],
            Offered = [new Item("s4", [new([Said("Nine")])])],
        };

    public static string Id(this Desk.Editing.Draft draft, string text) =>
        draft.Lines.Single(line => line.Line.Text == text).Id;

    public static string Item(this Desk.Editing.Draft draft, string text) =>
        draft.Lines.Single(line => line.Line.Text == text).Item;

    /// <summary>The body as one row: "One Two / Three | Four Five | Six".</summary>
    public static string Body(this Issue issue) =>
        string.Join(
            " | ",
            issue
                .Digest.Prepend(issue.Lead)
                .Select(item =>
                    string.Join(
                        " / ",
                        item.Paragraphs.Select(paragraph =>
                            string.Join(' ', paragraph.Lines.Select(line => line.Text))
                        )
                    )
                )
        );

    public static IReadOnlyList<KeptEdit> Kept(params Edit[] edits) =>
        [.. edits.Select((edit, i) => new KeptEdit(i + 1, Monday.AddHours(i), "mira", edit))];
}
