using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// Takes the best candidate whose line holds, and remembers what an issue has taken: who was introduced, what was said,
/// which outlet carried it. One for an issue.
/// </summary>
internal sealed class Selection
{
    /// <summary>Worth of a side of a dispute, and of the answer to one that the issue has.</summary>
    private const double Disputed = 0.8,
        Answering = 2.5;

    private readonly Week week;
    private readonly Issue setting;
    private readonly Balance balance;
    private readonly Outlets outlets;
    private readonly Writer writer;
    private readonly HashSet<Candidate> refused = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ArticleId, Coded> byId;
    private readonly HashSet<string> heard = new(StringComparer.Ordinal);
    private readonly Sides sides;
    private readonly Dictionary<Line, Candidate> taken = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes what is printed, in the order in which it is read.</summary>
    private readonly Writer final;
    private Candidate? last;

    /// <param name="week">What a draft may rest on.</param>
    /// <param name="setting">The issue as the checking of a single line needs it: its week and its zone.</param>
    /// <param name="cast">The watch's names.</param>
    /// <param name="outlets">The watch's outlets.</param>
    public Selection(Week week, Issue setting, Cast cast, Outlets outlets)
    {
        this.week = week;
        this.setting = setting;
        balance = new Balance(outlets);
        this.outlets = outlets;
        // What is not sure is offered to the editor and never printed as a dispute.
        sides = new Sides([.. week.Disputes.Where(MayBePrinted)]);
        writer = new Writer(cast, outlets, week.Zone);
        final = new Writer(cast, outlets, week.Zone);
        byId = week.Articles.ToDictionary(coded => coded.Article.Id);
    }

    /// <summary>True for a dispute that is sure, or that a person upholds.</summary>
    public static bool MayBePrinted(Dispute dispute) =>
        dispute.Ruling == Ruling.Upheld || dispute.Sure && dispute.Ruling != Ruling.Dismissed;

    /// <summary>True for somebody who has spoken in the issue.</summary>
    public bool Heard(Speaker speaker) => heard.Contains(speaker.Key);

    /// <summary>A new paragraph: nobody is "he" any more, and nothing goes on from the last one.</summary>
    public void Break()
    {
        writer.Break();
        last = null;
    }

    /// <summary>The best candidate whose line holds, taken; null where none is left.</summary>
    /// <param name="pool">Candidates.</param>
    /// <param name="favour">Multiplies what each is worth now; 1 where nobody asks.</param>
    public (T Candidate, Line Line)? Next<T>(IEnumerable<T> pool, Func<T, double>? favour = null)
        where T : Candidate
    {
        var ranked = pool.Where(candidate => !refused.Contains(candidate) && CanStandHere(candidate))
            .Select(candidate => (candidate, now: Now(candidate) * (favour?.Invoke(candidate) ?? 1)))
            .Where(pair => pair.now > 0)
            .OrderByDescending(pair => pair.now)
            .ThenBy(pair => pair.candidate.From.At)
            .ThenBy(pair => pair.candidate.From.Article.Id.Value, StringComparer.Ordinal)
            .ThenBy(pair => pair.candidate.Place.Start)
            .Select(pair => pair.candidate);
        foreach (var candidate in ranked)
        {
            var line = writer.Write(candidate);
            if (Holds(line))
            {
                taken[line] = candidate;
                balance.Take(candidate);
                sides.Take(candidate);
                writer.Accept(candidate);
                last = candidate;
                if (candidate is Candidate.Said { Speaker.Key: var speaker })
                {
                    heard.Add(speaker);
                }
                return (candidate, line);
            }
            refused.Add(candidate);
        }
        return null;
    }

    /// <summary>
    /// Items in the order in which they are read: who comes first is introduced there, whatever was tried before. A line that
    /// would not hold in its new wording keeps the one that holds.
    /// </summary>
    public IReadOnlyList<Item> InOrder(IEnumerable<Item> items) =>
        [.. items.Select(item => item with { Paragraphs = [.. item.Paragraphs.Select(InOrder)] })];

    private Paragraph InOrder(Paragraph paragraph)
    {
        final.Break();
        var lines = new List<Line>();
        foreach (var line in paragraph.Lines)
        {
            if (!taken.TryGetValue(line, out var candidate))
            {
                lines.Add(line);
                continue;
            }
            var written = final.Write(candidate);
            lines.Add(Holds(written) ? written : line);
            final.Accept(candidate);
        }
        return new Paragraph(lines);
    }

    /// <summary>How many families of outlets carry these items.</summary>
    public int Families(IEnumerable<Item> items) =>
        items
            .SelectMany(item => item.Paragraphs)
            .SelectMany(paragraph => paragraph.Lines)
            .OfType<Line.Cited>()
            .SelectMany(line => line.Citations)
            .Select(citation => outlets.Family(byId[citation.Article].Article))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();

    /// <summary>True where one of these lines is of these words of an article.</summary>
    public bool Has(IEnumerable<Line> lines, ArticleId article, Passage place) =>
        lines.Any(line =>
            taken.TryGetValue(line, out var one)
            && one.From.Article.Id == article
            && one.Place.Overlaps(place)
        );

    /// <summary>The lines that could still be taken, the best first, as they would stand by themselves; nothing is taken.</summary>
    public IEnumerable<Line> Rest(IEnumerable<Candidate> pool, int most)
    {
        Break();
        return pool.Where(candidate =>
                !refused.Contains(candidate) && candidate is not Candidate.Said { Follows: not null }
            )
            .Select(candidate => (candidate, now: balance.Now(candidate, false)))
            .Where(pair => pair.now > 0)
            .OrderByDescending(pair => pair.now)
            .ThenBy(pair => pair.candidate.From.Article.Id.Value, StringComparer.Ordinal)
            .ThenBy(pair => pair.candidate.Place.Start)
            .Select(Line (pair) => writer.Write(pair.candidate))
            .DistinctBy(line => line.Text, StringComparer.Ordinal)
            .Where(Holds)
            .Take(most)
            .ToList();
    }

    /// <summary>A candidate as a line after all that is printed; null where it does not hold. Nothing is taken.</summary>
    public Line? Alone(Candidate candidate)
    {
        final.Break();
        var line = final.Write(candidate);
        return candidate is not Candidate.Said { Follows: not null } && Holds(line) ? line : null;
    }

    private double Now(Candidate candidate)
    {
        var now = balance.Now(candidate, GoesOn(candidate));
        return now <= 0
            ? 0
            : now
                + (
                    sides.Answers(candidate) ? Answering
                    : sides.Disputes(candidate) ? Disputed
                    : 0
                );
    }

    /// <summary>What the checking would refuse is not proposed.</summary>
    public bool Holds(Line line) =>
        Checker
            .CheckLine(
                line,
                setting,
                week.Watch,
                id => byId.GetValueOrDefault(id)?.Article,
                id => byId.GetValueOrDefault(id)?.Coding
            )
            .All(refusal => refusal.Severity != Severity.Refused);

    private bool CanStandHere(Candidate candidate) =>
        (candidate is not Candidate.Said { Follows: not null } || GoesOn(candidate))
        && !IsExpertAgain(candidate)
        && !(
            candidate is Candidate.Said { Quoted: true } said
            && English.LacksItsSubject(said.Words)
            && last?.From.Article.Id != said.From.Article.Id
        );

    /// <summary>The house's own experts are quoted once.</summary>
    private bool IsExpertAgain(Candidate candidate) =>
        candidate is Candidate.Said { Speaker: var speaker }
        && week.Watch.Experts.Contains(speaker.Key, StringComparer.Ordinal)
        && heard.Contains(speaker.Key);

    /// <summary>True for the words that followed in the same mouth.</summary>
    private bool GoesOn(Candidate candidate) =>
        candidate is Candidate.Said { Follows: { } before }
        && last is Candidate.Said { Quoted: true } said
        && said.Place == before
        && said.From.Article.Id == candidate.From.Article.Id;
}
