using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>A line of a draft with what stays when its words change.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Line">What it says, on what evidence.</param>
/// <param name="Section">The part that it stands in.</param>
/// <param name="Item">The item that it is of; lines of one item stand together.</param>
/// <param name="Paragraph">The paragraph that it is of; lines of one paragraph stand together.</param>
/// <param name="Revision">The number of the last edit that touched it; 0 where none did.</param>
/// <param name="IsCut">True where it was taken out; it keeps its place for a return.</param>
public sealed record DraftLine(
    string Id,
    Line Line,
    Section Section,
    string Item,
    string Paragraph,
    int Revision = 0,
    bool IsCut = false
);

/// <summary>
/// An edition while people work on it: every line that it ever had, in order, those that were cut included.
/// <see cref="ToIssue"/> is what readers would get.
/// </summary>
public sealed record Draft
{
    /// <summary>What it began as: its watch, its week and all that no edit changes.</summary>
    public required Issue Base { get; init; }

    /// <summary>In the order of the sections, and within each as readers would see them.</summary>
    public required IReadOnlyList<DraftLine> Lines { get; init; }

    /// <summary>For an item's name, the story that it tells, where it tells one.</summary>
    public required IReadOnlyDictionary<string, string> Stories { get; init; }

    public IssuePicture? Picture { get; init; }

    /// <summary>The number of the last edit.</summary>
    public int Number { get; init; }

    public DraftLine? Find(string? id) => Lines.FirstOrDefault(line => line.Id == id);

    /// <summary>The lines of one section that were not cut.</summary>
    public IEnumerable<DraftLine> In(Section section) =>
        Lines.Where(line => line.Section == section && !line.IsCut);

    /// <summary>The lines that readers will see, in the order of <see cref="Issue.Lines"/>.</summary>
    public IEnumerable<DraftLine> Printed =>
        Lines.Where(line => !line.IsCut && line.Section is not (Section.Alternatives or Section.Offered));

    /// <summary>Not yet approved.</summary>
    public Issue ToIssue()
    {
        var lead = Items(Section.Lead);
        return Base with
        {
            Title = Single(Section.Title),
            Dek = Single(Section.Dek),
            Picture = Picture,
            Lead = new Item(
                lead.Count > 0 ? lead[0].Story : null,
                [.. lead.SelectMany(item => item.Paragraphs)]
            ),
            Digest = Items(Section.Digest),
            Briefings = [.. In(Section.Briefings).Select(line => line.Line)],
            Ahead = [.. In(Section.Ahead).Select(line => line.Line)],
            Alternatives = [.. In(Section.Alternatives).Select(line => line.Line)],
            Offered = Items(Section.Offered),
        };
    }

    // Title and dek are changed and exchanged, never cut.
    private Line Single(Section section) => In(section).First().Line;

    private List<Item> Items(Section section) =>
        [
            .. In(section)
                .GroupBy(line => line.Item)
                .Select(item => new Item(
                    Stories.GetValueOrDefault(item.Key),
                    [
                        .. item.GroupBy(line => line.Paragraph)
                            .Select(paragraph => new Paragraph([.. paragraph.Select(line => line.Line)])),
                    ]
                )),
        ];
}
