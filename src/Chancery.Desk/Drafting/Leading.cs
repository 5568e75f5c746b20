using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// The lead: the news of the week; the principal whose words moved it, twice; the other voices, the weightiest first and
/// another side before the same one; and a close on the prospect of talks.
/// </summary>
internal sealed class Leading(Selection selection, Outlets outlets)
{
    /// <summary>The form's own measure is 380 to 430 words in nine paragraphs.</summary>
    private const int FewestWords = 370;
    private const int MostWords = 412;
    private const int MostParagraphs = 9;

    /// <summary>What the last voice and the close may still take.</summary>
    private const int Margin = 55;

    /// <summary>Whoever can move the talks alone is heard at more length; the one whom the week turned on in two paragraphs.</summary>
    private const int PrincipalLines = 4;
    private const int OtherLines = 3;
    private const int ParagraphWords = 44;
    private const int LongestParagraph = 60;
    private const int BackgroundWords = 30;
    private const int TurnsOfTheFirst = 2;

    /// <summary>A side of the matter that has not been heard yet comes before more of the others.</summary>
    private const double Foremost = 1.5,
        Unheard = 2;

    /// <summary>Whoever has no part in the matter speaks where those who have one are through.</summary>
    private const double Outside = 0.4;

    /// <summary>Report and quotation take turns.</summary>
    private const double InTurn = 1.3;

    /// <summary>What the paper closes with looks ahead, and counts for so much more.</summary>
    private const double Outlook = 3;

    private readonly List<Paragraph> paragraphs = [];
    private readonly Dictionary<string, int> turns = new(StringComparer.Ordinal);
    private readonly HashSet<string> sides = new(StringComparer.Ordinal);
    private string? side;

    /// <summary>The paragraphs; none where nothing holds.</summary>
    public List<Paragraph> Write(List<Candidate> pool)
    {
        News(pool);
        var close = pool.Where(one => one.Stakes.Count > 0 && English.LooksAhead(one.Words))
            .OrderByDescending(one => one.Worth)
            .Take(1)
            .ToHashSet<Candidate>(ReferenceEqualityComparer.Instance);
        var body = pool.Where(one => !close.Contains(one)).ToList();
        var said = body.OfType<Candidate.Said>().Where(one => HasStanding(one.Speaker)).ToList();
        var first = said.Where(one => one.Speaker.Actor is { Principal: true, Kind: ActorKind.Person })
            .GroupBy(one => one.Speaker.Key, StringComparer.Ordinal)
            .OrderByDescending(own =>
                own.GroupBy(one => outlets.Family(one.From.Article)).Sum(heard => heard.Max(one => one.Worth))
            )
            .ThenBy(own => own.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
        while (Count() < MostWords - Margin && paragraphs.Count < MostParagraphs - 1)
        {
            if (!Voice(said, first) && !Background(body))
            {
                break;
            }
            // One paragraph in four tells what happened, so that the voices have something to speak of.
            if (paragraphs.Count % 4 == 0 && Count() < MostWords - Margin)
            {
                Background(body);
            }
        }
        Close(pool, close);
        if (Count() < FewestWords)
        {
            while (Count() < MostWords && paragraphs.Count < MostParagraphs && Voice(said, first)) { }
        }
        return paragraphs;
    }

    /// <summary>The lead hears those whom the watch names, and others by the office that they hold: nobody who once held one.</summary>
    private static bool HasStanding(Speaker speaker) =>
        speaker.Actor is not null
        || !speaker.IsPerson
        || speaker.First != speaker.Key
            && !speaker.First.Contains(English.Former, StringComparison.OrdinalIgnoreCase);

    /// <summary>The news, with a second outlet's telling beside it.</summary>
    private void News(List<Candidate> pool)
    {
        selection.Break();
        var told = pool.OfType<Candidate.Told>().ToList();
        if (selection.Next(told, one => English.LooksAhead(one.Words) ? 0.5 : 1) is not var (first, news))
        {
            return;
        }
        var second = selection.Next(
            told.Where(one => outlets.Family(one.From.Article) != outlets.Family(first.From.Article))
        );
        paragraphs.Add(new Paragraph(second is var (_, more) ? [news, more] : [news]));
    }

    /// <summary>A paragraph of one voice; false where none is left.</summary>
    private bool Voice(List<Candidate.Said> pool, string? first)
    {
        selection.Break();
        var next = selection.Next(
            pool.Where(one =>
                turns.GetValueOrDefault(one.Speaker.Key) < (one.Speaker.Key == first ? TurnsOfTheFirst : 1)
            ),
            one =>
                (one.Speaker.Actor?.Side == side && one.Speaker.Key != first ? 0.6 : 1)
                * (one.Speaker.Key == first ? Foremost : 1)
                * (one.Speaker.Actor is null ? Outside : 1)
                * (
                    one.Speaker.Actor is { } actor && Cast.IsParty(actor) && !sides.Contains(actor.Side)
                        ? Unheard
                        : 1
                )
        );
        if (next is not var (voice, line))
        {
            return false;
        }
        turns[voice.Speaker.Key] = turns.GetValueOrDefault(voice.Speaker.Key) + 1;
        side = voice.Speaker.Actor?.Side;
        sides.Add(side ?? "");
        var quoted = voice.Quoted;
        var lines = new List<Line> { line };
        var most = voice.Speaker.Actor is { Principal: true } ? PrincipalLines : OtherLines;
        while (
            lines.Count < most
            && lines.Sum(one => Words.Count(one.Text)) is var length
            && length < LongestParagraph
            && selection.Next(
                // A quotation that was begun is finished; nothing new is begun in a full paragraph.
                pool.Where(one =>
                    one.Speaker.Key == voice.Speaker.Key
                    && (length < ParagraphWords || one.Follows is not null)
                ),
                one => one.Quoted == quoted ? 1 : InTurn
            )
                is var (further, more)
        )
        {
            quoted = further.Quoted;
            lines.Add(more);
        }
        paragraphs.Add(new Paragraph(lines));
        return true;
    }

    private bool Background(List<Candidate> pool)
    {
        selection.Break();
        var lines = new List<Line>();
        while (
            lines.Sum(one => Words.Count(one.Text)) < BackgroundWords
            && selection.Next(pool.OfType<Candidate.Told>()) is var (_, line)
        )
        {
            lines.Add(line);
        }
        if (lines.Count > 0)
        {
            paragraphs.Add(new Paragraph(lines));
        }
        return lines.Count > 0;
    }

    private void Close(List<Candidate> pool, HashSet<Candidate> close)
    {
        selection.Break();
        if (
            selection.Next(
                pool.Where(one => one is not Candidate.Said { Follows: not null }),
                one =>
                    close.Contains(one) ? Outlook
                    : English.LooksAhead(one.Words) ? 1.5
                    : 0
            )
            is var (_, line)
        )
        {
            paragraphs.Add(new Paragraph([line]));
        }
    }

    private int Count() =>
        paragraphs.SelectMany(paragraph => paragraph.Lines).Sum(line => Words.Count(line.Text));
}
