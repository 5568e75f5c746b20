using Chancery.Desk.Checking.Rules;
using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Holds an issue against the words it cites. Refuses what they do not carry, line by line, each with a reason.</summary>
public static class Checker
{
    /// <param name="issue">A draft or an edited issue.</param>
    /// <param name="watch">Aliases, offices, outlets and house spelling; null where there is none: then only the articles speak.</param>
    /// <param name="article">An article version of the record; null where it is not there.</param>
    /// <param name="coding">The article's coding; null where it has none: then the text alone speaks.</param>
    /// <returns>In the order of the lines; empty where everything holds.</returns>
    public static IReadOnlyList<Refusal> Check(
        Issue issue,
        Watch? watch,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding
    )
    {
        var known = new WatchNames(watch);
        var refusals = new List<Refusal>();
        var number = 0;
        foreach (var paragraph in Paragraphs(issue))
        {
            string? speaker = null;
            var longQuotations = 0;
            foreach (var line in paragraph)
            {
                number++;
                var why = CheckLine(line, issue, known, article, coding, ref speaker);
                if (number <= 2 && line is not Line.Cited)
                    why =
                    [
                        new(
                            0,
                            line.Text,
                            new Reason("title-not-cited", "A title and its dek cite the words they rest on.")
                        ),
                        .. why,
                    ];
                refusals.AddRange(why.Select(r => r with { Line = number }));
                longQuotations += BorrowingRule.LongQuotations(line);
                if (longQuotations > 1 && BorrowingRule.LongQuotations(line) > 0)
                    refusals.Add(new Refusal(number, line.Text, LongQuotation, Severity.Advice));
            }
        }
        var lines = issue.Lines().ToList();
        refusals.AddRange(
            SpellingRule.Check(lines, watch).Select(r => new Refusal(r.Line + 1, lines[r.Line].Text, r.Why))
        );
        return [.. refusals.OrderBy(r => r.Line)];
    }

    private static readonly Reason LongQuotation = new(
        "long-quotations",
        $"This item holds a second quotation of over {BorrowingRule.LongQuotation} words; one is enough."
    );

    /// <summary>One line by itself, for use while a person types.</summary>
    /// <param name="line">The line.</param>
    /// <param name="issue">The issue it is of: its week and zone tell what its weekdays mean.</param>
    /// <param name="watch">As for <see cref="Check"/>.</param>
    /// <param name="article">As for <see cref="Check"/>.</param>
    /// <param name="coding">As for <see cref="Check"/>.</param>
    /// <returns>Refusals whose line is 0.</returns>
    public static IReadOnlyList<Refusal> CheckLine(
        Line line,
        Issue issue,
        Watch? watch,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding
    )
    {
        string? speaker = null;
        var known = new WatchNames(watch);
        return CheckLine(line, issue, known, article, coding, ref speaker);
    }

    private static List<Refusal> CheckLine(
        Line line,
        Issue issue,
        WatchNames known,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding,
        ref string? speaker
    )
    {
        IEnumerable<Reason> why = line switch
        {
            Line.Absence absence => AbsenceRule.Check(absence),
            Line.Opinion opinion => OpinionRule.Check(opinion),
            Line.Cited cited => CheckCited(cited, issue, known, article, coding, ref speaker),
            _ => [],
        };
        return
        [
            .. why.Concat(SpellingRule.Check(line.Text, known))
                .Select(reason => new Refusal(0, line.Text, reason)),
        ];
    }

    private static List<Reason> CheckCited(
        Line.Cited line,
        Issue issue,
        WatchNames known,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding,
        ref string? speaker
    )
    {
        var why = CitationRule.Check(line, article).ToList();
        var sources = Sources(line, issue, known, article, coding);
        var ground = new Ground(line, issue, known, sources, speaker);
        if (sources.Count == 0)
            return why;
        why.AddRange(QuotationRule.Check(ground));
        why.AddRange(NameRule.Check(ground));
        why.AddRange(DateRule.Check(ground));
        why.AddRange(NumberRule.Check(ground));
        why.AddRange(HedgeRule.Check(ground));
        why.AddRange(NegationRule.Check(ground));
        why.AddRange(SpeakerRule.Check(ground));
        why.AddRange(AddresseeRule.Check(ground));
        why.AddRange(OfficeRule.Check(ground));
        why.AddRange(FamilyRule.Check(ground));
        why.AddRange(BorrowingRule.Check(ground));
        speaker = SpeakerRule.Last(ground);
        return why;
    }

    private static List<Source> Sources(
        Line.Cited line,
        Issue issue,
        WatchNames known,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding
    )
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(issue.Zone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        var sources = new List<Source>();
        foreach (var citation in line.Citations)
            if (
                article(citation.Article) is { } cited
                && citation.Passage.Length > 0
                && citation.HoldsIn(cited.Text)
            )
                sources.Add(
                    new Source(
                        citation,
                        cited,
                        coding(citation.Article),
                        OutletNames.Of(cited, known.Watch),
                        zone
                    )
                );
        return sources;
    }

    /// <summary>The lines in the order of <see cref="Issue.Lines"/>, those of one item together.</summary>
    private static IEnumerable<IEnumerable<Line>> Paragraphs(Issue issue) =>
        [
            [issue.Title],
            [issue.Dek],
            issue.Lead.Paragraphs.SelectMany(p => p.Lines),
            .. issue.Digest.Select(item => item.Paragraphs.SelectMany(p => p.Lines)),
            issue.Briefings,
            issue.Ahead,
        ];
}
