using System.Globalization;
using System.Text;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>
/// Draws statements of a desk for a person to judge: real news has no gold. The same articles, coding and seed draw the same statements
/// (SplitMix64 over the list, so that no runtime's generator matters).
/// </summary>
public static class StatementsSample
{
    /// <summary>How many UTF-16 units of the text are shown on either side.</summary>
    private const int Around = 140;

    /// <param name="articles">In a fixed order.</param>
    /// <param name="count">How many statements to draw.</param>
    /// <param name="seed">Another seed draws others.</param>
    public static string Draw(IReadOnlyList<(Article Article, Coding Coding)> articles, int count, int seed)
    {
        List<(Article Article, Coding Coding, Statement Statement)> all =
        [
            .. articles.SelectMany(pair =>
                pair.Coding.Statements.Select(s => (pair.Article, pair.Coding, s))
            ),
        ];
        int[] each = [.. articles.Select(pair => pair.Coding.Statements.Count).Order()];
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{articles.Count} articles, {all.Count} statements: {Per(all.Count, articles.Count):0.0} an article, median {(each.Length == 0 ? 0 : each[each.Length / 2])}, none in {each.Count(n => n == 0)}; speaker known by name in {all.Count(s => s.Statement.SpeakerEntity is not null)}, no speaker's words in {all.Count(s => s.Statement.Speaker is null)}"
        );
        int number = 0;
        foreach (var (article, coding, statement) in Shuffle(all, count, (ulong)seed))
        {
            text.AppendLine()
                .AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{++number}. [{article.Outlet} {article.Id}] {Context(article.Text, statement)}"
                );
            text.AppendLine(Line(article.Text, coding, statement));
        }
        return text.ToString().TrimEnd();
    }

    private static double Per(int statements, int articles) =>
        articles == 0 ? 0 : (double)statements / articles;

    /// <summary>Sattolo-free partial shuffle (Fisher and Yates): the first <paramref name="count"/> places.</summary>
    private static IEnumerable<T> Shuffle<T>(List<T> all, int count, ulong state)
    {
        for (int i = 0; i < Math.Min(count, all.Count); i++)
        {
            // SplitMix64: Steele, Lea and Flood, OOPSLA 2014.
            state += 0x9E3779B97F4A7C15;
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            int other = i + (int)((z ^ (z >> 31)) % (ulong)(all.Count - i));
            (all[i], all[other]) = (all[other], all[i]);
            yield return all[i];
        }
    }

    private static string Context(string text, Statement statement)
    {
        int start = Math.Max(0, statement.Evidence.Start - Around);
        int end = Math.Min(text.Length, statement.Evidence.End + Around);
        return $"…{text[start..end].ReplaceLineEndings("/")}…";
    }

    private static string Line(string text, Coding coding, Statement s)
    {
        string Words(Passage? passage) =>
            passage is { } p ? p.In(text).ToString().ReplaceLineEndings("/") : "(open)";
        string speaker = s.SpeakerEntity is { } e
            ? $"{Words(s.Speaker)} = {coding.Entities[e].Name}"
            : Words(s.Speaker);
        (string Name, string? Value)[] notes =
        [
            ("to", s.Addressee is null ? null : Words(s.Addressee)),
            ("in", s.Medium is null ? null : Words(s.Medium)),
            ("through", s.Through.Count == 0 ? null : string.Join(" < ", s.Through.Select(p => Words(p)))),
            ("hedge", s.Hedges.Count == 0 ? null : string.Join(", ", s.Hedges.Select(p => Words(p)))),
            ("when", s.When is { } when ? coding.Times[when].Value : null),
            ("negated", s.Negated ? "" : null),
            ("anonymous", s.Anonymous ? "" : null),
            ("translated", s.Translated ? "" : null),
        ];
        return $"    {s.Form} {s.Stance} | {speaker} | {Words(s.Cue)} | {string.Join(" ++ ", s.Content.Select(p => Words(p)))}"
            + string.Concat(
                notes.Where(n => n.Value is not null).Select(n => $" | {n.Name} {n.Value}".TrimEnd())
            );
    }
}
