using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Title and dek from the lead's own statements: what a principal says, and the short words of another that qualify it.</summary>
internal sealed class Headlines(Cast cast, Func<Line, bool> holds)
{
    private const int TitleWords = 12;
    private const int DekWords = 16;
    private const int SubjectWords = 6;

    /// <summary>The title, two alternatives at most, and the dek; null where nothing short holds.</summary>
    public (Line Title, IReadOnlyList<Line> Alternatives, Line Dek)? Of(IReadOnlyList<Candidate> pool)
    {
        var voices = pool.OfType<Candidate.Said>().ToList();
        var titles = voices
            .Where(said => Words.Count(said.Words) <= TitleWords)
            .OrderByDescending(said => said.Worth + (said.Quoted ? -0.6 : 0))
            .ThenBy(said => said.Words, StringComparer.Ordinal)
            .DistinctBy(said => said.Words, StringComparer.OrdinalIgnoreCase)
            .Select(said => (said, line: Title(said)))
            .Where(pair => holds(pair.line))
            .Take(3)
            .ToList();
        var questions = pool.Select(one => (one, text: Question(one)))
            .Where(pair => pair.text is not null)
            .OrderByDescending(pair => pair.one.Worth)
            .ThenBy(pair => pair.text, StringComparer.Ordinal)
            .Select(Line (pair) => new Line.Cited(cast.Spell(pair.text!), pair.one.Citations))
            .DistinctBy(line => line.Text, StringComparer.OrdinalIgnoreCase)
            .Where(holds)
            .Take(2)
            .ToList();
        var told = pool.OfType<Candidate.Told>()
            .OrderByDescending(one => one.Worth)
            .ThenBy(one => one.Words, StringComparer.Ordinal)
            .Select(Line (one) => new Line.Cited(cast.Spell(one.Words), one.Citations))
            .Where(holds)
            .Take(4);
        List<Line> lines = [.. questions, .. titles.Select(pair => pair.line), .. told];
        if (lines.Count == 0)
        {
            return null;
        }
        var first = titles.Count > 0 ? titles[0].said : null;
        var dek = voices
            .Where(said => said.Quoted && Words.Count(said.Words) <= DekWords && said != first)
            .OrderByDescending(said =>
                said.Worth
                + (said.Speaker.Key != first?.Speaker.Key ? 1 : 0)
                + (said.Speaker.Actor?.Side != first?.Speaker.Actor?.Side ? 0.5 : 0)
            )
            .ThenBy(said => said.Words, StringComparer.Ordinal)
            .Select(Quotation)
            .FirstOrDefault(holds);
        return (lines[0], [.. lines.Skip(1).Take(2)], dek ?? lines[^1]);
    }

    /// <summary>
    /// "Orsa and Belmar will meet on Friday" as "Will Orsa and Belmar meet on Friday?": what is announced is asked, for an
    /// announcement is not yet an event. Null where the words are not of that plain form.
    /// </summary>
    private string? Question(Candidate candidate)
    {
        if (
            candidate is Candidate.Said { Quoted: true }
            || candidate.Words.Split(English.Will) is not [var who, var what]
        )
        {
            return null;
        }
        var end = what.IndexOf(',', StringComparison.Ordinal);
        what = end < 0 ? what : what[..end];
        return
            Words.Count(who) <= SubjectWords
            && Words.Count(what) is >= 2 and <= TitleWords - 3
            && !who.Contains(',', StringComparison.Ordinal)
            && !what.StartsWith(English.Be, StringComparison.Ordinal)
            && cast.Opens(who)
            ? $"{English.WillAsked} {English.Inside(who)} {what}?"
            : null;
    }

    private Line Title(Candidate.Said said) =>
        said.Quoted
            ? Quotation(said)
            : new Line.Cited(
                $"{said.Speaker.Later} {English.Present(said.Cue)} {cast.Spell(English.Inside(said.Words))}",
                said.Citations
            );

    private static Line Quotation(Candidate.Said said) =>
        new Line.Cited($"{said.Speaker.Later}: ‘{said.Words.TrimEnd('.', ',')}’", said.Citations);
}
