using System.Globalization;
using System.Text;
using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Checking;

/// <summary>
/// Runs the specs beside this file. A case is a heading; its articles ("> outlet, day: text"; ⟦…⟧ marks what is cited,
/// else all of it is); lines that hold ("+ line") and lines with a planted error ("- line" and "  refused: code").
/// </summary>
public sealed class SpecTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, string?>> Lines() =>
        from file in Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Checking"), "*.md")
            .Order(StringComparer.Ordinal)
        from spec in Read(file)
        select new TheoryDataRow<string, string, string, string?>(
            spec.Case,
            spec.Articles,
            spec.Line,
            spec.Code
        )
        {
            TestDisplayName =
                $"{Path.GetFileName(file)}, {spec.Case}: {(spec.Code is null ? "holds" : spec.Code)}: {spec.Line}",
        };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void A_line_gets_the_verdict_that_its_spec_gives(
        string title,
        string articles,
        string line,
        string? code
    )
    {
        var refusals = Check(articles, line);
        if (code is null)
            Assert.True(
                refusals.Count == 0,
                $"{title}: “{line}” is refused: {string.Join(" ", refusals.Select(r => $"[{r.Why.Code}] {r.Why.Sentence}"))}"
            );
        else
            Assert.True(
                refusals.Any(r => r.Why.Code == code),
                $"{title}: “{line}” is not refused for {code}: {string.Join(" ", refusals.Select(r => $"[{r.Why.Code}] {r.Why.Sentence}"))}"
            );
    }

    [Fact]
    public void The_specs_plant_at_least_sixty_errors_and_hold_as_many_honest_lines()
    {
        var lines = Lines().ToList();
        Assert.InRange(lines.Count(l => l.Data.Item4 is not null), 60, int.MaxValue);
        Assert.InRange(lines.Count(l => l.Data.Item4 is null), 60, int.MaxValue);
    }

    private static List<Refusal> Check(string articles, string line)
    {
        var citations = new List<Citation>();
        var known = new Dictionary<ArticleId, Article>();
        foreach (var written in articles.Split('\n'))
        {
            var colon = written.IndexOf(": ", StringComparison.Ordinal);
            var head = written[..colon].Split(", ");
            var (text, passages) = Marked(
                written[(colon + 2)..].Replace("¶", "\n\n", StringComparison.Ordinal)
            );
            var article = Invented.Article(
                head[0],
                DateOnly.Parse(head[1], CultureInfo.InvariantCulture),
                text,
                head.ElementAtOrDefault(2)
            );
            known[article.Id] = article;
            citations.AddRange(passages.Select(p => new Citation(article.Id, p, p.In(text).ToString())));
        }
        var cited = new Line.Cited(line, citations);
        return
        [
            .. Checker
                .CheckLine(cited, Invented.Issue(cited), Invented.Watch, known.GetValueOrDefault, _ => null)
                .Where(r => r.Severity == Severity.Refused),
        ];
    }

    private static (string Text, List<Passage> Passages) Marked(string written)
    {
        var text = new StringBuilder();
        var passages = new List<Passage>();
        var open = 0;
        foreach (var c in written)
            if (c == '⟦')
                open = text.Length;
            else if (c == '⟧')
                passages.Add(Passage.Between(open, text.Length));
            else
                text.Append(c);
        return (text.ToString(), passages.Count > 0 ? passages : [new Passage(0, text.Length)]);
    }

    private sealed record Spec(string Case, string Articles, string Line, string? Code);

    private static IEnumerable<Spec> Read(string file)
    {
        var (title, articles, line) = ("", new List<string>(), (string?)null);
        var closed = true;
        foreach (var row in File.ReadLines(file).Append("## "))
        {
            if (line is not null && !row.StartsWith("  refused: ", StringComparison.Ordinal))
                throw new InvalidDataException($"{file}: “{line}” is planted and says no code.");
            if (row.StartsWith("## ", StringComparison.Ordinal))
                (title, closed) = (row[3..], true);
            else if (row.StartsWith("> ", StringComparison.Ordinal))
            {
                if (closed)
                    articles.Clear();
                closed = false;
                articles.Add(row[2..]);
            }
            else if (row.StartsWith("+ ", StringComparison.Ordinal))
                yield return new Spec(title, string.Join('\n', articles), row[2..], null);
            else if (row.StartsWith("- ", StringComparison.Ordinal))
                line = row[2..];
            else if (line is not null)
            {
                yield return new Spec(
                    title,
                    string.Join('\n', articles),
                    line,
                    row["  refused: ".Length..].Trim()
                );
                line = null;
            }
            if (
                row.StartsWith("+ ", StringComparison.Ordinal)
                || row.StartsWith("- ", StringComparison.Ordinal)
            )
                closed = true;
        }
    }
}
