using Chancery.Desk.Absences;
using Chancery.Desk.Checking;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// Drafts an issue in the column's form from the evidence alone: a title and what qualifies it, a lead of several voices,
/// a digest, the briefings. Pure: the same week gives the same draft.
/// </summary>
public sealed class Drafter
{
    /// <summary>Words of a lead; the form's own measure is 380 to 430.</summary>
    private const int LeadWords = 400;

    /// <summary>The lead's theme is of so many stories at most, of the weightiest …</summary>
    private const int ThemeStories = 5;

    /// <summary>… that bear this far on the question.</summary>
    private const double AboutTheQuestion = 0.5;

    private const int LeadParagraphs = 9;

    /// <summary>Whoever can move the talks alone is heard at more length.</summary>
    private const int PrincipalLines = 3;
    private const int OtherLines = 1;

    private const int FewestDigestItems = 3;
    private const int DigestItems = 6;
    private const int DigestWords = 60;
    private const int OfferedItems = 5;
    private const int BriefingLineCount = 2;

    private readonly Week week;
    private readonly Cast cast;
    private readonly Outlets outlets;
    private readonly Candidates candidates;
    private readonly Balance balance;
    private readonly Writer writer;
    private readonly HashSet<Candidate> refused = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ArticleId, Coded> byId;

    /// <summary>The issue as the checking of a single line needs it: its week and its zone.</summary>
    private readonly Issue setting;

    private Drafter(Week week)
    {
        this.week = week;
        cast = new Cast(week.Watch);
        outlets = new Outlets(week.Watch);
        candidates = new Candidates(week.Watch, cast);
        balance = new Balance(outlets);
        writer = new Writer(cast, outlets, week.Zone);
        byId = week.Articles.ToDictionary(coded => coded.Article.Id);
        setting = new Issue
        {
            Watch = week.Watch.Id,
            Name = week.Watch.Name,
            Week = week.FirstDay,
            Window = week.Window,
            Zone = week.Watch.Edition.Zone,
            Title = new Line.Cited("", []),
            Dek = new Line.Cited("", []),
            Lead = new Item(null, []),
        };
    }

    /// <summary>The draft, and the stories it was made from; or why there is none.</summary>
    public static (Issue? Draft, IReadOnlyList<Weighed> Stories, Reason? Why) Draft(Week week)
    {
        var stories = Weighing.Weigh(week.Watch, week.Articles);
        if (stories.Count == 0)
        {
            return (
                null,
                stories,
                new Reason(
                    "nothing-relevant",
                    week.Articles.Count == 0
                        ? $"The record holds no article dated in the week of {week.FirstDay:yyyy-MM-dd}; read some first."
                        : $"None of the {week.Articles.Count} articles of the week of {week.FirstDay:yyyy-MM-dd} bears on {week.Watch.Subject}."
                )
            );
        }
        return new Drafter(week).Compose(stories);
    }

    private (Issue? Draft, IReadOnlyList<Weighed> Stories, Reason? Why) Compose(
        IReadOnlyList<Weighed> stories
    )
    {
        var pools = stories
            .Select(story => (story, pool: story.Articles.SelectMany(candidates.In).ToList()))
            .Where(pair => pair.pool.Count > 0)
            .ToList();
        if (pools.Count == 0)
        {
            return (
                null,
                stories,
                new Reason(
                    "nothing-sayable",
                    "No sentence of the week's relevant articles can stand in a draft by itself."
                )
            );
        }
        var leading = pools[0].story;
        // The lead tells what the week did to the question: every story that is about it has a voice there.
        var theme = pools
            .Take(ThemeStories)
            .Where(pair => pair.story == leading || pair.story.Bearing >= AboutTheQuestion)
            .ToList();
        List<Candidate> leadPool = [.. theme.SelectMany(pair => pair.pool)];
        var lead = new Item(leading.Story.Id, Lead(leadPool));
        // What bears on the question at all comes before what only shares its names; the rest fills up and is offered.
        var items = pools
            .Except(theme)
            .OrderBy(pair => pair.story.Bearing > 0 ? 0 : 1)
            .Select(pair => (pair.story, item: Digest(pair.story, pair.pool)))
            .Where(pair => pair.item is not null)
            .Take(DigestItems + OfferedItems)
            .ToList();
        var printed = Math.Clamp(items.Count(pair => pair.story.Bearing > 0), FewestDigestItems, DigestItems);
        var heads = new Headlines(cast, Holds).Of(leadPool);
        if (heads is not var (title, alternatives, dek) || lead.Paragraphs.Count == 0)
        {
            return (
                null,
                stories,
                new Reason(
                    "nothing-holds",
                    $"No line about {week.Watch.Subject} holds against the words it would cite."
                )
            );
        }
        return (
            new Issue
            {
                Watch = week.Watch.Id,
                Name = week.Watch.Name,
                Week = week.FirstDay,
                Window = week.Window,
                Zone = week.Watch.Edition.Zone,
                Title = title,
                Alternatives = alternatives,
                Dek = dek,
                Category = week.Watch.Section.Length == 0 ? "Reporting" : $"Reporting | {week.Watch.Section}",
                Lead = lead,
                Digest = [.. items.Take(printed).Select(pair => pair.item!)],
                Briefings = BriefingLines([.. pools.SelectMany(pair => pair.pool)]),
                Offered = [.. items.Skip(printed).Take(OfferedItems).Select(pair => pair.item!)],
            },
            stories,
            null
        );
    }

    /// <summary>The news, then one voice a paragraph: each next voice is the weightiest that has not spoken, another side first.</summary>
    private List<Paragraph> Lead(List<Candidate> pool)
    {
        var paragraphs = new List<Paragraph>();
        var voices = new HashSet<string>(StringComparer.Ordinal);
        string? side = null;
        writer.Break();
        if (Next(pool.OfType<Candidate.Told>()) is var (first, news))
        {
            // A second outlet's telling beside the first.
            var second = Next(
                pool.OfType<Candidate.Told>()
                    .Where(told => outlets.Family(told.From.Article) != outlets.Family(first.From.Article))
            );
            paragraphs.Add(new Paragraph(second is var (_, more) ? [news, more] : [news]));
        }
        while (Count(paragraphs) < LeadWords && paragraphs.Count < LeadParagraphs)
        {
            writer.Break();
            var next = Next(
                pool.OfType<Candidate.Said>().Where(said => !voices.Contains(said.Speaker.Key)),
                said => (said.Speaker.Actor?.Side == side ? 0.6 : 1) * (said.Quoted ? 0.9 : 1)
            );
            if (next is not var (voice, line))
            {
                break;
            }
            voices.Add(voice.Speaker.Key);
            side = voice.Speaker.Actor?.Side;
            var lines = new List<Line> { line };
            var most = voice.Speaker.Actor is { Principal: true } ? PrincipalLines : OtherLines;
            while (
                lines.Count < most
                && Next(pool.OfType<Candidate.Said>().Where(said => said.Speaker.Key == voice.Speaker.Key))
                    is var (_, more)
            )
            {
                lines.Add(more);
            }
            paragraphs.Add(new Paragraph(lines));
        }
        return paragraphs;
    }

    private Item? Digest(Weighed story, List<Candidate> pool)
    {
        var lines = new List<Line>();
        writer.Break();
        if (Next(pool.OfType<Candidate.Told>()) is var (_, news))
        {
            lines.Add(news);
        }
        var voices = new HashSet<string>(StringComparer.Ordinal);
        while (
            lines.Sum(line => Words.Count(line.Text)) < DigestWords
            && Next(pool.OfType<Candidate.Said>().Where(said => !voices.Contains(said.Speaker.Key)))
                is var (voice, said)
        )
        {
            voices.Add(voice.Speaker.Key);
            lines.Add(said);
        }
        return lines.Count == 0 ? null : new Item(story.Story.Id, [new Paragraph(lines)]);
    }

    /// <summary>
    /// The expected briefings: words of those that took place, a plain line for each that did not; where the desk could
    /// look for none of them, one line says so and what spokespeople said elsewhere stands in.
    /// </summary>
    private List<Line> BriefingLines(IReadOnlyList<Candidate> spoken)
    {
        writer.Break();
        var lines = new List<Line>();
        foreach (var look in week.Briefings)
        {
            lines.AddRange(Quoted(Held(look)));
            if (look.Health is { Covered: true, Entries: 0 } && look.Transcripts.Count == 0)
            {
                lines.Add(Briefings.Line(look, week.Window));
            }
        }
        if (lines.Count == 0)
        {
            lines.AddRange(
                Quoted(spoken.OfType<Candidate.Said>().Where(said => IsSpokesperson(said.Speaker)))
            );
            if (week.Briefings.FirstOrDefault(look => !look.Health.Covered) is { } unread)
            {
                lines.Add(Briefings.Line(unread, week.Window));
            }
        }
        return lines;
    }

    private IEnumerable<Candidate.Said> Held(BriefingLook look) =>
        week
            .Articles.Where(coded => look.Transcripts.Contains(coded.Article.Id))
            .SelectMany(candidates.In)
            .OfType<Candidate.Said>()
            .Where(said => said.Speaker.Actor is not null);

    private List<Line> Quoted(IEnumerable<Candidate.Said> pool)
    {
        var quoted = pool.Where(said => said.Quoted).ToList();
        var lines = new List<Line>();
        while (lines.Count < BriefingLineCount && Next(quoted) is var (_, line))
        {
            lines.Add(line);
        }
        return lines;
    }

    private static bool IsSpokesperson(Speaker speaker) =>
        speaker.Actor?.Offices.Any(office => English.IsSpokesperson(office.Title)) == true;

    /// <summary>The best candidate whose line holds, taken; null where none is left.</summary>
    private (T Candidate, Line Line)? Next<T>(IEnumerable<T> pool, Func<T, double>? favour = null)
        where T : Candidate
    {
        var ranked = pool.Where(candidate => !refused.Contains(candidate))
            .Select(candidate => (candidate, now: balance.Now(candidate) * (favour?.Invoke(candidate) ?? 1)))
            .Where(pair => pair.now > 0)
            .OrderByDescending(pair => pair.now)
            .ThenBy(pair => pair.candidate.From.At)
            .ThenBy(pair => pair.candidate.From.Article.Id.Value, StringComparer.Ordinal)
            .Select(pair => pair.candidate);
        foreach (var candidate in ranked)
        {
            var line = writer.Write(candidate);
            if (Holds(line))
            {
                balance.Take(candidate);
                writer.Accept(candidate);
                return (candidate, line);
            }
            refused.Add(candidate);
        }
        return null;
    }

    /// <summary>What the checking would refuse is not proposed.</summary>
    private bool Holds(Line line) =>
        Checker
            .CheckLine(
                line,
                setting,
                week.Watch,
                id => byId.GetValueOrDefault(id)?.Article,
                id => byId.GetValueOrDefault(id)?.Coding
            )
            .All(refusal => refusal.Severity != Severity.Refused);

    private static int Count(List<Paragraph> paragraphs) =>
        paragraphs.SelectMany(paragraph => paragraph.Lines).Sum(line => Words.Count(line.Text));
}
