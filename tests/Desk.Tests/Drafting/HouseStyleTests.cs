using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Drafting;

/// <summary>What an editor of a column would otherwise mend by hand: names, marks, who told whom, and what cannot stand alone.</summary>
public sealed class HouseStyleTests
{
    private static readonly DateOnly Day = new(2031, 3, 10);

    private static readonly Watch Watch = new()
    {
        Id = "orsa",
        Name = "Orsa Watch",
        Question = "What does it do to the talks?",
        Subject = "Orsa war",
        Edition = new Edition(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
        TopicsIn = ["Orsa"],
        Stakes = ["talks", "truce"],
        Actors =
        [
            new("Orsa", ActorKind.State, [], null, "orsa", true, []),
            new("Belmar", ActorKind.State, [], null, "belmar", true, []),
            Person("Ilse Karn", "orsa", "Orsan Foreign Minister"),
            Person("Tomas Reyl", "belmar", "Belmari President"),
        ],
        Outlets =
        [
            Outlet("The Strait Times", "strait.example", OutletKind.Paper),
            Outlet("Belmar Wire", "wire.example", OutletKind.Agency),
            Outlet("The Lamp", "lamp.example", OutletKind.Magazine),
            Outlet("Orsan Foreign Ministry", "ministry.example", OutletKind.Official),
        ],
    };

    [Theory]
    [InlineData(
        "Reyl met President Ilse Karn of Orsa.",
        "Belmari President Tomas Reyl met President Ilse Karn of Orsa."
    )]
    [InlineData(
        "Foreign Minister Ilse Karn and Karn's aide left.",
        "Orsan Foreign Minister Ilse Karn and Karn's aide left."
    )]
    [InlineData("Orsan Minister Ilse Karn left.", "Orsan Foreign Minister Ilse Karn left.")]
    [InlineData("The Karn government fell.", "The Karn government fell.")]
    [InlineData("Ilse Karn, Orsa's envoy, left.", "Ilse Karn, Orsa's envoy, left.")]
    [InlineData(
        "Ilse Karn, who leads the round, left.",
        "Orsan Foreign Minister Ilse Karn, who leads the round, left."
    )]
    [InlineData("Mr. Reyl's guns fell silent.", "Belmari President Tomas Reyl's guns fell silent.")]
    [InlineData("It is “the Reyl who said no”.", "It is “the Reyl who said no”.")]
    public void Somebody_is_brought_in_with_name_and_office(string words, string printed)
    {
        var brought = new List<string>();
        Assert.Equal(printed, new Naming(new Cast(Watch)).Apply(words, Day, new HashSet<string>(), brought));
    }

    [Theory]
    [InlineData("Orsan Foreign Minister Ilse Karn left.", "Karn left.")]
    [InlineData("On Monday President Tomas Reyl left.", "On Monday Reyl left.")]
    [InlineData("Mr. Reyl left with Karn.", "Reyl left with Karn.")]
    public void Whoever_was_brought_in_has_the_last_name_only(string words, string printed) =>
        Assert.Equal(
            printed,
            new Naming(new Cast(Watch)).Apply(
                words,
                Day,
                new HashSet<string> { "Ilse Karn", "Tomas Reyl" },
                []
            )
        );

    [Theory]
    [InlineData("He called it \"a door\", she said.", "He called it “a door”, she said.")]
    [InlineData("\"It's late,\" Karn said.", "“It’s late,” Karn said.")]
    [InlineData("Orsa's 'last' word", "Orsa’s ‘last’ word")]
    public void Marks_open_and_close(string typed, string set) => Assert.Equal(set, Typeset.Line(typed));

    [Theory]
    [InlineData("HALM (Wire) — Orsa will talk.", "Orsa will talk.")]
    [InlineData("PORT HALM, Belmar, March 3 (Wire) — Orsa will talk.", "Orsa will talk.")]
    [InlineData("Orsa — and Belmar — will talk.", "Orsa — and Belmar — will talk.")]
    public void A_dateline_is_no_part_of_the_sentence(string sentence, string rest) =>
        Assert.Equal(rest, sentence[English.Dateline(sentence)..]);

    [Theory]
    [InlineData("he would make such decisions himself")]
    [InlineData("the two men had favoured direct flights")]
    [InlineData("Reyl was asked about it by workers")]
    [InlineData("the word was not used")]
    [InlineData("the diplomat conveyed greetings to Karn")]
    [InlineData("Reyl is sending him to Halm")]
    public void What_points_back_cannot_stand_alone(string clause) => Assert.True(English.PointsBack(clause));

    [Theory]
    [InlineData("the offer of Orsa stands until Friday")]
    [InlineData("the minister of Belmar left the hall")]
    [InlineData("Orsa and Belmar agreed such a truce")]
    public void What_says_which_stands_alone(string clause) => Assert.False(English.PointsBack(clause));

    [Theory]
    [InlineData(
        "For months, Reyl has been threatening to simply leave the long talks with Orsa in the port of Halm",
        "leave the long talks with Orsa"
    )]
    [InlineData("Orsa is ready to give up its seat if the round fails", "give up its seat")]
    public void A_prospect_is_asked_by_its_verb(string sentence, string doing) =>
        Assert.Equal(doing, English.Prospect(sentence, 6)!.Value.Doing);

    [Theory]
    [InlineData("Orsa could have attacked")]
    [InlineData("Orsa met Belmar in Halm")]
    public void What_is_past_is_no_prospect(string sentence) => Assert.Null(English.Prospect(sentence, 6));

    [Theory]
    [InlineData("During the trip, Karn met the mediator.", true)]
    [InlineData("After their meeting, Karn left for Halm.", true)]
    [InlineData("During the talks in Halm, Karn met the mediator.", false)]
    [InlineData("After a night of talks, Karn left for Halm.", false)]
    public void An_occasion_that_was_named_before_leans_on_it(string sentence, bool leans) =>
        Assert.Equal(leans, English.Leans(sentence));

    [Theory]
    [InlineData("Orsa's guns shot down 61 drones, Colonel Tarn, its spokesman, said in a statement.", true)]
    [InlineData("The port is closed, Karn said.", true)]
    [InlineData("Karn, who leads the delegation, said that Orsa will talk to Belmar in the spring.", false)]
    [InlineData("Orsa will talk to Belmar in the spring.", false)]
    public void A_sentence_that_ends_in_its_speaker_is_no_outlets_own(string sentence, bool ascribed) =>
        Assert.Equal(ascribed, English.IsAscribed(sentence));

    [Theory]
    [InlineData("Halm to reopen its port — ministry", true)]
    [InlineData("Orsa weighs its answer — experts in Belmar", true)]
    [InlineData("Orsa — and the whole coast with it — waits for an answer", false)]
    [InlineData("Orsa waits", false)]
    public void A_headline_that_ends_in_its_source_passes_it_on(string headline, bool relayed) =>
        Assert.Equal(relayed, English.IsRelayed(headline));

    [Theory]
    [InlineData("Karn and Reyl meet in Halm on March 18.", "Karn and Reyl are to meet in Halm on March 18.")]
    [InlineData("Karn meets Reyl on March 18.", "Karn is to meet Reyl on March 18.")]
    [InlineData("Karn will meet Reyl on March 18.", "Karn will meet Reyl on March 18.")]
    [InlineData("The annual meet is on March 18.", "The annual meet is on March 18.")]
    public void What_is_arranged_is_told_as_to_come(string told, string printed) =>
        Assert.Equal(printed, English.AsArranged(told));

    [Theory]
    [InlineData("Karn cannot confirm the reports of an", true)]
    [InlineData("Karn cannot confirm the reports", false)]
    public void A_lead_that_was_cut_is_no_sentence(string words, bool cut) =>
        Assert.Equal(cut, English.BreaksOff(words));

    [Theory]
    [InlineData("We are going to say, 'You know what?", true)]
    [InlineData("We are going to say, ‘You know what?", true)]
    [InlineData("We said 'no' and left.", false)]
    [InlineData("It's Orsa's port, and the ministers' word.", false)]
    public void A_quotation_that_opens_another_ends_it(string words, bool open) =>
        Assert.Equal(open, English.LeavesOpen(words));

    [Theory]
    [InlineData("Belmar's dictator Reyl left Halm.", true)]
    [InlineData("Karn called him a “dictator” in Halm.", false)]
    public void Names_that_an_outlet_calls_somebody_are_not_the_desks(string words, bool loaded) =>
        Assert.Equal(loaded, English.IsLoaded(words));

    [Theory]
    [InlineData("Karn said that the port is closed.", true)]
    [InlineData("Karn said Saturday that the port is closed.", true)]
    [InlineData("Karn said no and left the port that night.", false)]
    public void A_report_of_a_report_is_no_line(string words, bool report) =>
        Assert.Equal(report, English.IsReport(words));

    [Theory]
    [InlineData("They have shot down more than we launched.", true)]
    [InlineData("It takes two to talk.", false)]
    public void A_quotation_that_begins_with_somebody_unnamed_needs_words_before_it(
        string words,
        bool lacks
    ) => Assert.Equal(lacks, English.LacksItsSubject(words));

    [Theory]
    [InlineData("The O.N. and the ON.", "The O.N. and the O.N.")]
    [InlineData("ON envoys spoke of “the ON”.", "O.N. envoys spoke of “the ON”.")]
    [InlineData("A cease-fire holds.", "A ceasefire holds.")]
    [InlineData("B.L. envoys met the B.L.", "BL envoys met the BL.")]
    public void The_house_has_one_spelling_outside_quotation_marks(string words, string printed)
    {
        var watch = Watch with
        {
            Spelling = new Dictionary<string, string>
            {
                ["ON"] = "O.N.",
                ["cease-fire"] = "ceasefire",
                ["B.L."] = "BL",
            },
        };
        Assert.Equal(printed, new Cast(watch).Spell(words));
    }

    [Theory]
    [InlineData(
        "Orsan Foreign Minister Ilse Karn sees no sign that the siege of the port will end soon",
        true
    )]
    [InlineData("Orsan Foreign Minister Ilse Karn left for Halm with a delegation of nine", false)]
    public void What_a_paper_tells_of_somebody_and_then_quotes_is_said_once(string told, bool same)
    {
        var coded = Told();
        var balance = new Balance(new Outlets(Watch));
        var karn = Cast.Known(Watch.Actors[2], Day);
        var citation = new Citation(coded.Article.Id, new Passage(0, 1), "");
        balance.Take(new Candidate.Told(coded, told, told, [citation], 3));

        var now = balance.Now(
            new Candidate.Said(
                coded,
                karn,
                "say",
                "There are no signs that this siege will end.",
                true,
                null,
                [citation],
                3
            ),
            false
        );

        Assert.Equal(same, now == 0);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("Belmar Wire", 0)]
    public void A_sentence_in_two_papers_is_cited_from_the_agency_that_one_credits_else_from_the_first(
        string? credit,
        int cited
    )
    {
        const string Text = "Envoys of Orsa and Belmar sat in Halm over a truce for nine hours.";
        var wire = Paper.Article("wire.example", "Envoys sit over a truce", Text);
        var paper = Paper.Article("strait.example", "Nine hours in Halm", Text);
        paper = paper with
        {
            Article = paper.Article with { Agency = credit },
            At = Paper.Monday.AddHours(-1),
        };
        Coded[] both = [wire, paper];
        var originals = new Originals(both, new Outlets(Watch));

        Assert.Equal(
            [cited == 0, cited == 1],
            both.Select(coded =>
                !originals.Has(
                    new Candidate.Told(
                        coded,
                        Text,
                        Text,
                        [new Citation(coded.Article.Id, new Passage(0, Text.Length), Text)],
                        1
                    )
                )
            )
        );
    }

    [Fact]
    public void What_was_told_to_the_outlet_says_so_once()
    {
        var coded = Told(
            "strait.example",
            "Minister Ilse Karn told the Times that Orsa wants talks about a truce with Belmar.",
            "Minister Ilse Karn",
            "Orsa wants talks about a truce with Belmar",
            "the Times"
        );
        var text = All(Draft(coded));
        Assert.Contains(
            "Ilse Karn told The Strait Times that Orsa wants talks",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("The Strait Times reported, told", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_magazines_own_sentences_are_views_and_no_report()
    {
        var view = Paper.Article(
            "lamp.example",
            "What the talks of Orsa and Belmar are worth",
            "Orsa has no hand to play in the talks with Belmar about a truce this spring."
        );
        Assert.DoesNotContain("no hand to play", All(Draft(Told(), view)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_thing_to_come_stands_ahead_though_no_meeting_was_coded()
    {
        const string Text =
            "Belmari envoys sat in Halm for a third day. Orsa and Belmar have until March 20 to sign the truce, the council ruled.";
        var coded = Paper.Article("wire.example", "Belmar and Orsa sit over a truce", Text);
        coded = coded with
        {
            Coding = coded.Coding with
            {
                Times =
                [
                    new TimeExpression(
                        new Passage(Text.IndexOf("March 20", StringComparison.Ordinal), 8),
                        TimeKind.Date,
                        "2031-03-20"
                    ),
                ],
            },
        };
        // The lead has the sentence already where it is the week's only news.
        var draft = Draft(Told(), coded);
        Assert.Contains("March 20", All(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_issues_lie_beside_the_draft()
    {
        var now = Draft(Told());
        var last = now with { Week = now.Week.AddDays(-7), Title = new Line.Cited("Last week’s title", []) };
        var older = now with { Week = now.Week.AddDays(-14) };
        var week = Week([Told()]) with
        {
            Issues = [older, last],
            Tracks =
            [
                new Track
                {
                    Id = "halm",
                    Watch = "orsa",
                    Name = "Halm talks",
                    Parties = ["Orsa", "Belmar"],
                    Log =
                    [
                        new TrackEntry(
                            Paper.Monday,
                            TrackStep.Offer,
                            null,
                            null,
                            null,
                            null,
                            "The Strait Times",
                            now
                                .Lead.Paragraphs.SelectMany(one => one.Lines)
                                .OfType<Line.Cited>()
                                .First()
                                .Citations[0]
                        ),
                    ],
                },
            ],
        };
        var earlier = Drafter.Draft(week).Draft!.Earlier!;
        Assert.Equal("Last week’s title", earlier.LastWeek!.Title);
        Assert.Equal("Halm talks", earlier.OnTracks[0].Name);
        Assert.Null(now.Earlier);
    }

    [Fact]
    public void Who_only_passes_words_on_is_named_with_them_or_they_are_not_told()
    {
        const string Text =
            "Minister Ilse Karn, who had come to the harbour of Halm on Monday for the launch of a new ferry and stayed on for a dinner with its crew, mentioned in passing that President Tomas Reyl said Belmar wants talks about a truce with Orsa.";
        var coded = Paper.Article(
            "strait.example",
            "Belmar wants talks about a truce with Orsa",
            Text,
            ("President Tomas Reyl", "said", "Belmar wants talks about a truce with Orsa"),
            (
                "Minister Ilse Karn",
                "mentioned",
                "that President Tomas Reyl said Belmar wants talks about a truce with Orsa"
            )
        );
        var inner = coded.Coding.Statements[0] with { Clausal = true };
        var outer = coded.Coding.Statements[1];

        var beside = Told(
            "wire.example",
            "Envoy Ilse Karn told reporters that the ferry at Halm waits for talks with Belmar.",
            "Envoy Ilse Karn",
            "the ferry at Halm waits for talks with Belmar",
            "reporters"
        );

        string[] Lines(Passage through) =>
            [
                .. Draft(
                        beside,
                        coded with
                        {
                            Coding = coded.Coding with
                            {
                                Statements = [inner with { Through = [through] }, outer],
                            },
                        }
                    )
                    .Lines()
                    .OfType<Line.Cited>()
                    .Select(line => line.Text)
                    .Where(text => text.Contains("Belmar wants talks", StringComparison.Ordinal)),
            ];

        var told = Lines(outer.Speaker!.Value);
        Assert.Contains(told, text => text.Contains("Reyl said, according to", StringComparison.Ordinal));
        Assert.All(told, text => Assert.Contains("Karn", text, StringComparison.Ordinal));
        // "Monday" is nobody who could answer for it.
        Assert.Empty(Lines(new Passage(Text.IndexOf("Monday", StringComparison.Ordinal), 6)));
    }

    private static Coded Told() =>
        Told(
            "strait.example",
            "Minister Ilse Karn told reporters that Orsa wants talks about a truce with Belmar.",
            "Minister Ilse Karn",
            "Orsa wants talks about a truce with Belmar",
            "reporters"
        );

    private static Coded Told(string outlet, string text, string speaker, string content, string hearer)
    {
        var coded = Paper.Article(
            outlet,
            "Orsa wants talks about a truce with Belmar",
            text,
            (speaker, "told", content)
        );
        return coded with
        {
            Coding = coded.Coding with
            {
                Statements =
                [
                    coded.Coding.Statements[0] with
                    {
                        CueLemma = "tell",
                        Clausal = true,
                        Addressee = new Passage(
                            text.IndexOf(hearer, StringComparison.Ordinal),
                            hearer.Length
                        ),
                    },
                ],
            },
        };
    }

    private static Issue Draft(params Coded[] articles) => Drafter.Draft(Week(articles)).Draft!;

    private static Week Week(IReadOnlyList<Coded> articles) =>
        new(
            Watch,
            new DateOnly(2031, 3, 7),
            new Window(Paper.Monday.AddDays(-3), Paper.Monday.AddDays(4)),
            TimeZoneInfo.Utc,
            articles,
            []
        );

    private static string All(Issue issue) => string.Join(' ', issue.Lines().Select(line => line.Text));

    private static WatchActor Person(string name, string side, string office) =>
        new(name, ActorKind.Person, [], null, side, true, [new(office, null, null)]);

    private static Outlet Outlet(string name, string domain, OutletKind kind) =>
        new(name, [domain], name, null, "en", kind, []);
}
