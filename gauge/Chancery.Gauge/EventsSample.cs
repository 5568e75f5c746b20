using System.Text;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>A seeded sample of coded events, set out so that a person can judge each by its sentence.</summary>
public static class EventsSample
{
    /// <param name="coded">Articles with their codings, in an order that does not change from run to run.</param>
    /// <param name="size">How many; all where there are fewer.</param>
    /// <param name="seed">The same seed and codings give the same sample.</param>
    public static string Draw(IEnumerable<(Article Article, Coding Coding)> coded, int size, int seed)
    {
        var all = coded
            .SelectMany(c => c.Coding.Events.Select(e => (c.Article, c.Coding, Event: e)))
            .ToArray();
        // A sample that can be drawn again, not a secret.
#pragma warning disable CA5394
        new Random(seed).Shuffle(all);
#pragma warning restore CA5394
        var text = new StringBuilder();
        text.AppendLine($"{Math.Min(size, all.Length)} of {all.Length} events, seed {seed}");
        foreach (var ((article, coding, told), i) in all.Take(size).Select((e, i) => (e, i + 1)))
        {
            text.AppendLine().AppendLine($"{i}. {article.Id} {article.Outlet} · {article.Headline}");
            text.AppendLine($"   {Sentence(article, coding, told)}");
            text.AppendLine(
                $"   {Type(told)} | {Sides(article, told.Actors)} → {Sides(article, told.Recipients)}"
            );
            text.AppendLine(
                $"   {Words(article, told.Where) ?? "-"} | {When(coding, told)} | {Standing(told)} | {string.Join(", ", told.Contexts)}"
            );
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>Its sentence, with the trigger between asterisks.</summary>
    private static string Sentence(Article article, Coding coding, Event told)
    {
        var sentence = coding.Sentences.FirstOrDefault(s => s.Contains(told.Trigger), told.Evidence);
        var before = Passage.Between(sentence.Start, told.Trigger.Start).In(article.Text);
        var after = Passage
            .Between(told.Trigger.End, Math.Max(told.Trigger.End, sentence.End))
            .In(article.Text);
        return $"{before}*{told.Trigger.In(article.Text)}*{after}".ReplaceLineEndings(" ");
    }

    private static string Type(Event told) =>
        told.Type.ToString().ToUpperInvariant() + (told.Mode is { } mode ? $" {mode}" : "");

    private static string Sides(Article article, IReadOnlyList<Participant> sides) =>
        sides.Count == 0
            ? "(none)"
            : string.Join(
                " + ",
                sides.Select(s => $"{Words(article, s.Passage)} [{s.Country ?? "-"} {s.Sector ?? "-"}]")
            );

    private static string When(Coding coding, Event told) =>
        told.When is { } at ? coding.Times[at].Value : "-";

    private static string Standing(Event told) =>
        told.Modality.ToString().ToLowerInvariant()
        + (told.Negated ? ", negated" : "")
        + (told.ReportedBy is null ? "" : ", reported");

    private static string? Words(Article article, Passage? passage) =>
        passage is { } place ? place.In(article.Text).ToString().ReplaceLineEndings(" ") : null;
}
