using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Checking;

public sealed class CheckerTests
{
    private static readonly DateOnly Tuesday = new(2031, 3, 11);
    private static readonly Article Article = Invented.Article(
        "courier.example",
        Tuesday,
        "Jan Novák arrived in Tarn. He met Petra Vell. “We are ready,” he said. “So are we,” she replied. The envoys left on that day."
    );
    private static readonly Window Window = new(
        Invented.At(Invented.Week),
        Invented.At(Invented.Week.AddDays(7))
    );

    private static Passage At(string words) =>
        new(Article.Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static Line.Cited Cited(string text, params string[] words) =>
        new Line.Cited(text, [.. words.Select(w => Invented.Cite(Article, w))]);

    private static List<string> Codes(Line line, Coding? coding = null) =>
        [
            .. Checker
                .CheckLine(
                    line,
                    Invented.Issue(line),
                    Invented.Watch,
                    id => id == Article.Id ? Article : null,
                    _ => coding
                )
                .Select(r => r.Why.Code),
        ];

    private static Coding Coding { get; } =
        new()
        {
            Article = Article.Id,
            Coder = "test",
            Entities =
            [
                new Entity(
                    "Jan Novák",
                    EntityKind.Person,
                    [
                        new Mention(At("Jan Novák")),
                        new Mention(At("He"), true),
                        new Mention(At("he said") with { Length = 2 }, true),
                    ]
                ),
                new Entity(
                    "Petra Vell",
                    EntityKind.Person,
                    [new Mention(At("Petra Vell")), new Mention(At("she"), true)]
                ),
            ],
            Statements =
            [
                new Statement
                {
                    Form = StatementForm.Direct,
                    Content = [At("We are ready,")],
                    SpeakerEntity = 0,
                    Evidence = At("“We are ready,” he said."),
                },
                new Statement
                {
                    Form = StatementForm.Direct,
                    Content = [At("So are we,")],
                    SpeakerEntity = 1,
                    Evidence = At("“So are we,” she replied."),
                },
            ],
            Times = [new TimeExpression(At("that day"), TimeKind.Date, "2031-03-10")],
        };

    [Fact]
    public void The_codings_speaker_decides_where_a_pronoun_speaks()
    {
        Assert.Empty(Codes(Cited("“We are ready,” Novák said.", "“We are ready,” he said."), Coding));
        Assert.Empty(Codes(Cited("“So are we,” Vell replied.", "“So are we,” she replied."), Coding));
        Assert.Contains(
            "speaker-changed",
            Codes(
                Cited(
                    "“So are we,” Novák replied.",
                    "He met Petra Vell. “We are ready,” he said. “So are we,” she replied."
                ),
                Coding
            )
        );
        Assert.Contains(
            "speaker-changed",
            Codes(Cited("“We are ready,” Vell said.", "He met Petra Vell. “We are ready,” he said."), Coding)
        );
    }

    [Fact]
    public void A_pronoun_that_the_coding_resolves_carries_the_name_and_no_other()
    {
        Assert.Empty(Codes(Cited("Novák met Vell.", "He met Petra Vell."), Coding));
        Assert.Contains("name-not-carried", Codes(Cited("Arkel met Vell.", "He met Petra Vell."), Coding));
    }

    [Fact]
    public void A_date_that_the_coding_resolves_is_carried()
    {
        Assert.Empty(Codes(Cited("The envoys left on Monday.", "The envoys left on that day."), Coding));
        Assert.Contains(
            "date-not-carried",
            Codes(Cited("The envoys left on Sunday.", "The envoys left on that day."), Coding)
        );
    }

    [Fact]
    public void A_line_without_a_citation_is_refused() =>
        Assert.Contains("no-citation", Codes(new Line.Cited("Envoys met.", [])));

    [Fact]
    public void A_citation_of_an_article_that_nobody_knows_is_refused() =>
        Assert.Contains(
            "unknown-article",
            Codes(
                new Line.Cited("Envoys met.", [new Citation(new ArticleId("no"), new Passage(0, 3), "Jan")])
            )
        );

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 3)]
    [InlineData(0, 99999)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_passage_outside_its_article_is_refused(int start, int length) =>
        Assert.Contains(
            "passage-outside",
            Codes(
                new Line.Cited("Envoys met.", [new Citation(Article.Id, new Passage(start, length), "Jan")])
            )
        );

    [Fact]
    public void A_citation_whose_words_stand_elsewhere_is_refused() =>
        Assert.Contains(
            "citation-does-not-hold",
            Codes(new Line.Cited("Novák arrived.", [new Citation(Article.Id, new Passage(1, 3), "Jan")]))
        );

    [Fact]
    public void An_absence_holds_only_where_the_feed_was_read_for_the_whole_window_and_held_nothing()
    {
        Line.Absence Nothing(string feed, Window window, FeedHealth health) =>
            new("There were no briefings.", feed, window, health);
        var healthy = new FeedHealth(8, 1, Window.To, 0, true);
        Assert.Empty(Codes(Nothing("feed", Window, healthy)));
        Assert.Contains("absence-no-feed", Codes(Nothing(" ", Window, healthy)));
        Assert.Contains("absence-no-window", Codes(Nothing("feed", default, healthy)));
        Assert.Contains("absence-not-read", Codes(Nothing("feed", Window, healthy with { Reads = 0 })));
        Assert.Contains(
            "absence-not-covered",
            Codes(Nothing("feed", Window, healthy with { Covered = false }))
        );
        Assert.Contains("absence-contradicted", Codes(Nothing("feed", Window, healthy with { Entries = 1 })));
        Assert.Contains("absence-quotes", Codes(new Line.Absence("“None” came.", "feed", Window, healthy)));
    }

    [Fact]
    public void An_opinion_is_signed_and_quotes_nobody()
    {
        Assert.Empty(Codes(new Line.Opinion("The talks' end isn't near.", "Vera Lund")));
        Assert.Contains("opinion-unsigned", Codes(new Line.Opinion("It may last.", " ")));
        Assert.Contains("opinion-quotes", Codes(new Line.Opinion("“It may last.”", "Vera Lund")));
    }

    [Fact]
    public void A_title_and_a_dek_are_cited()
    {
        var refusals = Check(
            Invented.Issue() with
            {
                Title = new Line.Opinion("A bad week", "Vera Lund"),
                Dek = Cited("Novák met Vell", "He met Petra Vell."),
            }
        );
        Assert.Contains(refusals, r => r is { Line: 1, Why.Code: "title-not-cited" });
        Assert.DoesNotContain(refusals, r => r.Line == 2);
    }

    [Fact]
    public void He_said_is_the_speaker_of_the_line_before_in_the_same_item()
    {
        var said = Cited("“We are ready,” Novák said.", "He met Petra Vell. “We are ready,” he said.");
        var replied = Cited(
            "“So are we,” Vell replied.",
            "He met Petra Vell. “We are ready,” he said. “So are we,” she replied."
        );
        var hers = Cited("“So are we,” he said.", "“So are we,” she replied.");
        Assert.DoesNotContain(
            Check(Whole(said, replied, Cited("“So are we,” she said.", "“So are we,” she replied."))),
            r => r.Line > 2
        );
        Assert.Contains(Check(Whole(said, hers)), r => r is { Line: 4, Why.Code: "speaker-changed" });
    }

    [Fact]
    public void Two_spellings_of_one_name_in_one_issue_are_refused()
    {
        var first = Cited("Novák arrived in Tarn.", "Jan Novák arrived in Tarn.");
        var second = Cited("Novak arrived in Tarn.", "Jan Novák arrived in Tarn.");
        Assert.Contains(Check(Whole(first, second)), r => r is { Line: 4, Why.Code: "two-spellings" });
        Assert.DoesNotContain(Check(Whole(first, first)), r => r.Why.Code == "two-spellings");
    }

    [Fact]
    public void A_second_long_quotation_in_an_item_is_advised_against()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 31));
        var article = Invented.Article("courier.example", Tuesday, $"“{words},” Jan Novák said.");
        var line = new Line.Cited($"“{words},” Novák said.", [Invented.Cite(article)]);
        var refusals = Checker.Check(
            Whole(line, line),
            Invented.Watch,
            id => id == article.Id ? article : Article,
            _ => null
        );
        Assert.Contains(
            refusals,
            r => r is { Line: 4, Why.Code: "long-quotations", Severity: Severity.Advice }
        );
        Assert.DoesNotContain(refusals, r => r.Line == 3);
    }

    [Fact]
    public void Without_a_watch_the_articles_alone_speak()
    {
        var line = Cited("Jan Novák met Petra Vell.", "Jan Novák arrived in Tarn. He met Petra Vell.");
        Assert.Empty(Checker.CheckLine(line, Invented.Issue(line), null, _ => Article, _ => null));
    }

    private static Issue Whole(params Line[] lead) =>
        Invented.Issue(lead) with
        {
            Title = Cited("Novák met Vell", "He met Petra Vell."),
            Dek = Cited("Novák met Vell", "He met Petra Vell."),
        };

    private static IReadOnlyList<Refusal> Check(Issue issue) =>
        Checker.Check(issue, Invented.Watch, id => id == Article.Id ? Article : null, _ => Coding);
}
