using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Title and dek from the lead's own statements: what a principal says, and the short words of another that qualify it.</summary>
internal sealed class Headlines(Cast cast, Func<Line, bool> holds)
{
    private const int TitleWords = 12;
    private const int DekWords = 16;
    private const int SubjectWords = 6;
    private const int ProspectWords = 9;
    private const double OfTheTitle = 0.8;

    /// <summary>"Karn says Orsa had asked": a title in the present wants a report in the present.</summary>
    private const double ShiftedBack = 1.5;

    /// <summary>The title, two alternatives at most, and the dek; null where nothing short holds.</summary>
    public (Line Title, IReadOnlyList<Line> Alternatives, Line Dek)? Of(IReadOnlyList<Candidate> pool)
    {
        // There is no room above an issue for who passed words on.
        pool = [.. pool.Where(one => one is not Candidate.Said { Relayer: not null })];
        var voices = pool.OfType<Candidate.Said>().ToList();
        List<(Candidate Of, Line.Cited Line)> titles =
        [
            .. Held(Prospects(pool)).Take(1),
            .. Held(Reports(voices)).Take(2),
            .. Held(Questions(pool)).Take(1),
            .. Held(Quotations(voices)).Take(2),
        ];
        // A report of the news itself where nobody's words are short enough.
        titles.AddRange(Held(Told(pool)).Take(Math.Max(0, 4 - titles.Count)));
        if (titles.Count == 0)
        {
            return null;
        }
        var (first, title) = titles[0];
        var dek = Held(Deks(voices, first)).FirstOrDefault().Line ?? titles[^1].Line;
        List<Line> others =
        [
            .. titles
                .Skip(1)
                .Where(pair => pair.Line.Text != dek.Text && pair.Line.Text != title.Text)
                // One of each kind: what is said, what is asked, what is quoted.
                .OrderBy(pair =>
                    pair.Of is Candidate.Said said && said.Quoted == (first as Candidate.Said)?.Quoted
                )
                .Select(pair => pair.Line)
                .DistinctBy(line => line.Text, StringComparer.OrdinalIgnoreCase)
                .Take(2),
        ];
        return (title, others, dek);
    }

    private IEnumerable<(Candidate Of, Line.Cited Line)> Held(
        IEnumerable<(Candidate Of, Line.Cited Line)> lines
    ) =>
        lines
            .DistinctBy(pair => pair.Line.Text, StringComparer.OrdinalIgnoreCase)
            .Where(pair => holds(pair.Line));

    /// <summary>"Karn is ready to leave the talks" as "Will Karn leave the talks?": the week's own question, asked of its words.</summary>
    private IEnumerable<(Candidate Of, Line.Cited Line)> Prospects(IReadOnlyList<Candidate> pool) =>
        pool.Select(one => (one, text: Prospect(one)))
            .Where(pair => pair.text is not null && pair.one.Stakes.Count > 0)
            .OrderByDescending(pair => pair.one.Worth)
            .ThenBy(pair => pair.text, StringComparer.Ordinal)
            .Select(pair => (pair.one, Cited(pair.text!, pair.one)));

    private string? Prospect(Candidate candidate)
    {
        if (
            candidate is Candidate.Said { Quoted: true }
            || English.Prospect(candidate.Words, ProspectWords) is not var (end, doing)
        )
        {
            return null;
        }
        var subject = cast.Mentions(candidate.Words)
            .FirstOrDefault(found => found.Passage.End == end && found.Actor.Principal);
        return subject.Actor is { } actor
            ? $"{English.WillAsked} {Cast.Known(actor, DateOnly.FromDateTime(candidate.From.At.UtcDateTime)).Later} {doing}?"
            : null;
    }

    private IEnumerable<(Candidate Of, Line.Cited Line)> Questions(IReadOnlyList<Candidate> pool) =>
        pool.Select(one => (one, text: Question(one)))
            .Where(pair => pair.text is not null)
            .OrderByDescending(pair => pair.one.Worth)
            .ThenBy(pair => pair.text, StringComparer.Ordinal)
            .Select(pair => (pair.one, Cited(pair.text!, pair.one)));

    private IEnumerable<(Candidate Of, Line.Cited Line)> Reports(List<Candidate.Said> voices) =>
        voices
            .Where(said =>
                said is { Quoted: false, Speaker.Actor.Principal: true }
                && Words.Count(said.Words) <= TitleWords
            )
            .OrderByDescending(said => said.Worth - (English.IsShiftedBack(said.Words) ? ShiftedBack : 0))
            .ThenBy(said => said.Words, StringComparer.Ordinal)
            .Select(said => ((Candidate)said, Title(said)));

    private static IEnumerable<(Candidate Of, Line.Cited Line)> Quotations(List<Candidate.Said> voices) =>
        voices
            .Where(said => said is { Quoted: true, Idle: false } && Words.Count(said.Words) <= TitleWords)
            .OrderByDescending(said => said.Worth)
            .ThenBy(said => said.Words, StringComparer.Ordinal)
            .Select(said => ((Candidate)said, Quotation(said)));

    private IEnumerable<(Candidate Of, Line.Cited Line)> Told(IReadOnlyList<Candidate> pool) =>
        pool.OfType<Candidate.Told>()
            .OrderByDescending(one => one.Worth)
            .ThenBy(one => one.Words, StringComparer.Ordinal)
            .Select(one => ((Candidate)one, Cited(one.Words, one)));

    /// <summary>Words that qualify the title: another's, of another side, on what the title speaks of.</summary>
    private static IEnumerable<(Candidate Of, Line.Cited Line)> Deks(
        List<Candidate.Said> voices,
        Candidate title
    )
    {
        var speaker = (title as Candidate.Said)?.Speaker;
        return voices
            .Where(said => said.Quoted && Words.Count(said.Words) <= DekWords && said != title)
            .OrderByDescending(said =>
                said.Worth
                + (said.Speaker.Key != speaker?.Key ? 1 : 0)
                + (said.Speaker.Actor?.Side != speaker?.Actor?.Side ? 0.5 : 0)
                + (
                    said.Stakes.Intersect(title.Stakes, StringComparer.OrdinalIgnoreCase).Any()
                        ? OfTheTitle
                        : 0
                )
            )
            .ThenBy(said => said.Words, StringComparer.Ordinal)
            .Select(said => ((Candidate)said, Quotation(said)));
    }

    private Line.Cited Cited(string text, Candidate from) =>
        new(Typeset.Line(Writer.Capital(cast.Spell(text))), from.Citations);

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

    private Line.Cited Title(Candidate.Said said) =>
        said.Quoted
            ? Quotation(said)
            : new Line.Cited(
                Typeset.Line(
                    Writer.Capital(
                        $"{said.Speaker.Later} {English.Present(said.Cue)} {cast.Spell(English.Inside(said.Words))}"
                    )
                ),
                said.Citations
            );

    private static Line.Cited Quotation(Candidate.Said said) =>
        new Line.Cited(
            Typeset.Line($"{said.Speaker.Later}: ‘{said.Words.TrimEnd('.', ',')}’"),
            said.Citations
        );
}
