using Chancery.Desk.Editing;
using Chancery.Record;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>A statement of the record as a line that could be added.</summary>
/// <param name="Used">True where a line of the issue cites the same words.</param>
public sealed record LedgerLine(Line.Cited Line, string Outlet, DateTimeOffset At, bool Used);

/// <summary>What was said in a week, each put as a line with the words it rests on.</summary>
public sealed class Ledger(Store store, Pipeline pipeline, Known known)
{
    private const int Shown = 12;

    /// <param name="standing">The draft: its watch, its week, and what it cites already.</param>
    /// <param name="words">Who speaks, or what of; empty for the newest.</param>
    public IReadOnlyList<LedgerLine> Lines(Standing standing, string words)
    {
        var place = standing.Place;
        var all = new StatementQuery
        {
            Since = place.Window.From,
            Until = place.Window.To,
            Limit = 4 * Shown,
            Named = true,
        };
        IEnumerable<LedgerEntry> entries =
            words.Length == 0
                ? StatementLedger.Find(store, all).Entries
                : StatementLedger
                    .Find(store, all with { By = [words] })
                    .Entries.Concat(StatementLedger.Find(store, all with { About = [words] }).Entries)
                    .DistinctBy(entry => (entry.Article, entry.Number));
        List<Citation> cited =
        [
            .. standing.Issue.Lines().OfType<Line.Cited>().SelectMany(line => line.Citations),
        ];
        var sayable = new Dictionary<ArticleId, IReadOnlyList<Line.Cited>>();
        return
        [
            .. entries
                .Select(entry =>
                    Line(place.Watch, entry, sayable) is { } line
                        ? new LedgerLine(
                            line,
                            Outlets.Name(place.Watch, known.Article(entry.Article)!),
                            entry.Dated,
                            cited.Exists(one =>
                                line.Citations.Any(two =>
                                    one.Article == two.Article && one.Passage.Overlaps(two.Passage)
                                )
                            )
                        )
                        : null
                )
                .OfType<LedgerLine>()
                .DistinctBy(line => line.Line.Text)
                .OrderBy(line => line.Used)
                .Take(Shown),
        ];
    }

    /// <summary>One statement of an article as a line; null where its words cannot stand in a sentence of ours as they are.</summary>
    /// <param name="content">Where the first of what is said stands.</param>
    public Line.Cited? Line(Watch watch, Article article, int content)
    {
        var entry = StatementLedger
            .Of(pipeline.Coding(article), article)
            .FirstOrDefault(entry => entry.Statement.Content[0].Start == content);
        return entry?.Name is null ? null : Line(watch, entry, []);
    }

    /// <summary>The desk's own way to put it; where it would not say it by itself, the plain one, for the editor to mend.</summary>
    private Line.Cited? Line(
        Watch watch,
        LedgerEntry entry,
        Dictionary<ArticleId, IReadOnlyList<Line.Cited>> sayable
    )
    {
        if (known.Article(entry.Article) is not { } article || !entry.Statement.Evidence.FitsIn(article.Text))
        {
            return null;
        }
        if (!sayable.TryGetValue(article.Id, out var lines))
        {
            sayable[article.Id] = lines = Sayable.In(watch, pipeline.Coded(article));
        }
        if (
            lines.FirstOrDefault(line => line.Citations[0].Passage.Overlaps(entry.Statement.Evidence)) is
            { } ready
        )
        {
            return ready;
        }
        if (Put(entry, Outlets.Name(watch, article)) is not { } text)
        {
            return null;
        }
        var evidence = Sentences(article.Id, entry.Statement.Evidence);
        return new Line.Cited(
            text,
            [new Citation(article.Id, evidence, evidence.In(article.Text).ToString())]
        );
    }

    /// <summary>Null where the words cannot stand in another's sentence as they are.</summary>
    private static string? Put(LedgerEntry entry, string outlet)
    {
        // The stop inside the marks was its own sentence's.
        var said = entry
            .Said.Trim()
            .TrimEnd(',', '.')
            .Replace(".”", "”", StringComparison.Ordinal)
            .Replace(",”", "”", StringComparison.Ordinal);
        var (open, close) = (said.IndexOf('“', StringComparison.Ordinal), said.LastIndexOf('”'));
        return entry.Statement switch
        {
            { Negated: true } or { Hedges.Count: > 0 } => null,
            { Form: StatementForm.Direct } => $"{entry.Name} said: “{said}”, according to {outlet}.",
            { Clausal: true } =>
                $"{entry.Name} said {(said.StartsWith("that ", StringComparison.Ordinal) ? "" : "that ")}{said}, according to {outlet}.",
            _ when open >= 0
                    && close > open
                    && !said.AsSpan(open + 1, close - open - 1).ContainsAny('“', '”') =>
                $"{entry.Name} spoke of {said[open..(close + 1)]}, according to {outlet}.",
            _ => null,
        };
    }

    private Passage Sentences(ArticleId id, Passage evidence)
    {
        var sentences = known.Coding(id)!.Sentences.Where(one => one.Overlaps(evidence)).ToList();
        return sentences.Count == 0
            ? evidence
            : Passage.Between(
                Math.Min(evidence.Start, sentences[0].Start),
                Math.Max(evidence.End, sentences[^1].End)
            );
    }
}
