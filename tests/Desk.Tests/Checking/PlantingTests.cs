using System.Text.RegularExpressions;
using Chancery.Desk.Checking;
using Chancery.Gauge;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Checking;

public sealed partial class PlantingTests
{
    private static readonly DateOnly Tuesday = new(2031, 3, 11);

    private static readonly Article Courier = Invented.Article(
        "courier.example",
        Tuesday,
        "Foreign Minister Jan Novák said on Monday that talks with Vellia could resume in Tarn within 12 days. "
            + "“We will not leave the table before the old bridge is open,” he told Meridian Wire. "
            + "President Tomas Arkel and Kestrian special envoy Oman Sarr spoke for two hours on Sunday. "
            + "Ostmark reportedly moved 485 drones and 31 trucks across the river on Saturday. "
            + "The army has moved 14 guns back. "
            + "Tomas Arkel told reporters in Tarn that Oman Sarr would return with a paper."
    );

    private static readonly Article Ledger = Invented.Article(
        "ledger.example",
        Tuesday.AddDays(1),
        "Vellian Prime Minister Petra Vell denied that 40 soldiers had crossed the river. "
            + "“Nobody in this government wants another winter of war,” Vell said on Tuesday. "
            + "Ilse Brandt, a spokesperson of the Vellian Foreign Ministry, said the accord was not signed and that a second round might follow on March 17. "
            + "Kestria pledged $1.5 billion for the bridge, according to Oman Sarr. "
            + "A convoy of Kestria waited near Belgar on Monday. "
            + "In Tarn, Petra Vell told Kestria Today that Jan Novák would meet her."
    );

    private static Line.Cited Cited(string text, Article article, params string[] words) =>
        new Line.Cited(text, [.. words.Select(w => Invented.Cite(article, w))]);

    private static Issue Issue { get; } =
        Invented.Issue(
            Cited(
                "Ostmark Foreign Minister Jan Novák said on Monday that talks with Vellia could resume in Tarn within 12 days.",
                Courier,
                Sentence(Courier, 0)
            ),
            Cited(
                "“We will not leave the table before the old bridge is open,” Novák told Meridian Wire.",
                Courier,
                Sentence(Courier, 1)
            ),
            Cited(
                "On Sunday, President Tomas Arkel and Kestrian special envoy Oman Sarr spoke for two hours.",
                Courier,
                Sentence(Courier, 2)
            ),
            Cited(
                "Ostmark reportedly moved 485 drones and 31 trucks across the river on Saturday.",
                Courier,
                Sentence(Courier, 3)
            ),
            Cited("The army has moved 14 guns back, the Courier reports.", Courier, Sentence(Courier, 4)),
            Cited(
                "Vellian Prime Minister Petra Vell denied that 40 soldiers had crossed the river.",
                Ledger,
                Sentence(Ledger, 0)
            ),
            Cited(
                "“Nobody in this government wants another winter of war,” Petra Vell said on Tuesday.",
                Ledger,
                Sentence(Ledger, 1)
            ),
            Cited(
                "The accord was not signed, spokesperson Ilse Brandt said, adding that a second round might follow on March 17.",
                Ledger,
                Sentence(Ledger, 2)
            ),
            Cited(
                "Kestria pledged $1.5 billion for the bridge, according to Oman Sarr.",
                Ledger,
                Sentence(Ledger, 3)
            ),
            Cited(
                "A convoy waited near Belgar on Monday, according to the Ledger.",
                Ledger,
                Sentence(Ledger, 4)
            ),
            Cited("Vell told Kestria Today that Novák would meet her.", Ledger, Sentence(Ledger, 5)),
            Cited("Arkel told reporters that Sarr would return with a paper.", Courier, Sentence(Courier, 5))
        ) with
        {
            Title = Cited("Tarn Watch: Could talks resume?", Courier, Sentence(Courier, 0)),
            Dek = Cited("‘We will not leave the table’", Courier, Sentence(Courier, 1)),
        };

    private static string Sentence(Article article, int at) => SentenceEnd().Split(article.Text)[at];

    [GeneratedRegex("""(?<=[.”]) (?=[\p{Lu}“])(?<!,” )""")]
    private static partial Regex SentenceEnd();

    private static IReadOnlyList<Refusal> Check(Issue issue) =>
        [
            .. Checker
                .Check(
                    issue,
                    Invented.Watch,
                    id =>
                        id == Courier.Id ? Courier
                        : id == Ledger.Id ? Ledger
                        : null,
                    _ => null
                )
                .Where(r => r.Severity == Severity.Refused),
        ];

    [Fact]
    public void The_issue_in_which_errors_are_planted_holds() =>
        Assert.Equal(
            "",
            string.Join("\n", Check(Issue).Select(r => $"{r.Line} {r.Why.Code} {r.Why.Sentence}"))
        );

    [Fact]
    public void Sixty_planted_errors_are_refused_each_in_its_line()
    {
        var missed = Enumerable
            .Range(1, 60)
            .Select(seed => Planting.Plant(Issue, seed))
            .Where(p => !Check(p.Issue).Any(r => r.Line == p.What.Line))
            .Select(p => p.What.ToString());
        Assert.Equal("", string.Join("\n", missed));
    }

    [Fact]
    public void Errors_of_fresh_seeds_are_refused_too()
    {
        var missed = Enumerable
            .Range(1001, 120)
            .Select(seed => Planting.Plant(Issue, seed))
            .Where(p => !Check(p.Issue).Any(r => r.Line == p.What.Line))
            .Select(p => p.What.ToString());
        Assert.Equal("", string.Join("\n", missed));
    }

    [Theory]
    [InlineData(PlantedKind.Quotation)]
    [InlineData(PlantedKind.Number)]
    [InlineData(PlantedKind.Speaker)]
    [InlineData(PlantedKind.Office)]
    [InlineData(PlantedKind.Hedge)]
    [InlineData(PlantedKind.Date)]
    [InlineData(PlantedKind.Name)]
    [InlineData(PlantedKind.Negation)]
    [InlineData(PlantedKind.Source)]
    [InlineData(PlantedKind.Addressee)]
    public void Every_error_of_each_kind_that_can_be_planted_is_refused(PlantedKind kind)
    {
        var all = Planting.All(Issue, kind);
        Assert.NotEmpty(all);
        var lines = Issue.Lines().ToList();
        var missed = all.Where(planted =>
        {
            var line = ((Line.Cited)lines[planted.Line - 1]) with { Text = planted.After };
            return Checker
                    .CheckLine(
                        line,
                        Issue,
                        Invented.Watch,
                        id => id == Courier.Id ? Courier : Ledger,
                        _ => null
                    )
                    .Count == 0;
        });
        Assert.Equal("", string.Join("\n", missed));
    }

    [Fact]
    public void The_same_seed_plants_the_same_error() =>
        Assert.Equal(Planting.Plant(Issue, 17).What, Planting.Plant(Issue, 17).What);

    [Fact]
    public void An_issue_without_cited_lines_has_no_place_for_an_error() =>
        Assert.Throws<ArgumentException>(() =>
            Planting.Plant(Invented.Issue(new Line.Opinion("It may last.", "Vera Lund")), 1)
        );
}
