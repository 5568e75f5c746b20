using Chancery.Desk.Absences;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// Drafts an issue in the column's form from the evidence alone: a title and what qualifies it, a lead of several voices,
/// a digest, the briefings. Pure: the same week gives the same draft.
/// </summary>
public sealed class Drafter
{
    /// <summary>The lead's theme is of so many stories at most, of the first few …</summary>
    private const int ThemeStories = 3;
    private const int FirstFew = 5;

    /// <summary>… that bear this far on the question, and that more than one family tells.</summary>
    private const double AboutTheQuestion = 0.5;

    private const int FewestDigestItems = 3;
    private const int DigestItems = 6;
    private const int DigestWords = 66;
    private const int ShortestItem = 40;
    private const int ToldLines = 2;
    private const int FewestStakes = 2;

    /// <summary>The digest brings in whom the lead did not hear.</summary>
    private const double HeardBefore = 0.1;
    private const int OfferedItems = 5;

    /// <summary>Items offered of each story of the lead.</summary>
    private const int OfferedOfLead = 3;
    private const int DisputeItems = 2;

    /// <summary>The column cites at least so many outlets.</summary>
    private const int FewestOutlets = 6;
    private const int BriefingLineCount = 2;

    /// <summary>Lines that an editor is shown beside the lead, and beside each item.</summary>
    private const int SpareOfLead = 12;
    private const int SpareOfItem = 4;

    private readonly Week week;
    private readonly Cast cast;
    private readonly Outlets outlets;
    private readonly Candidates candidates;
    private readonly Selection selection;

    private Drafter(Week week, IReadOnlyList<Weighed> stories)
    {
        this.week = week;
        cast = new Cast(week.Watch);
        outlets = new Outlets(week.Watch);
        var relevant = stories.SelectMany(story => story.Articles).ToList();
        candidates = new Candidates(week.Watch, cast, outlets, new Echoes(relevant, outlets));
        selection = new Selection(week, Setting(), cast, outlets);
    }

    private Issue Setting() =>
        new()
        {
            Watch = week.Watch.Id,
            Name = week.Watch.Name,
            Week = week.FirstDay,
            Window = week.Window,
            Zone = week.Watch.Edition.Zone,
            Title = new Line.Cited("", []),
            Dek = new Line.Cited("", []),
            Category = week.Watch.Section.Length == 0 ? "Reporting" : $"Reporting | {week.Watch.Section}",
            Lead = new Item(null, []),
        };

    /// <summary>The draft, and the stories it was made from; or why there is none.</summary>
    public static (Issue? Draft, IReadOnlyList<Weighed> Stories, Reason? Why) Draft(Week week)
    {
        var stories = week.Stories ?? Weighing.Weigh(week.Watch, week.Articles, week.Regroupings);
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
        return new Drafter(week, stories).Compose(stories);
    }

    private (Issue? Draft, IReadOnlyList<Weighed> Stories, Reason? Why) Compose(
        IReadOnlyList<Weighed> stories
    )
    {
        var stale = new Stale(week.Tracks);
        var originals = new Originals(stories.SelectMany(story => story.Articles), outlets);
        var pools = stories
            .Select(story =>
                (
                    story,
                    pool: story
                        .Articles.SelectMany(coded => candidates.In(coded))
                        .Where(one => !stale.Has(one) && !originals.Has(one))
                        .ToList()
                )
            )
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
        // The lead tells what the week did to the question: the stories that are about it have a voice there, those of
        // one family only where no others are.
        var bearing = pools.Take(FirstFew).Where(pair => pair.story.Bearing >= AboutTheQuestion).ToList();
        var shared = bearing.Where(pair => pair.story.Families > 1).ToList();
        var theme = pools
            .Take(1)
            .Concat(shared.Count > 1 ? shared : bearing)
            .Distinct()
            .Take(ThemeStories)
            .ToList();
        // What a spokesperson said at an expected briefing stands among the briefings.
        var transcripts = week.Briefings.SelectMany(look => look.Transcripts).ToHashSet();
        List<Candidate> leadPool =
        [
            .. theme.SelectMany(pair => pair.pool).Where(one => !transcripts.Contains(one.From.Article.Id)),
        ];
        var lead = new Item(leading.Story.Id, new Leading(selection, outlets).Write(leadPool));
        // A claim that stands nowhere yet, with its denial, before anything else takes the words of either.
        List<Item> disputed =
        [
            .. week
                .Disputes.Where(Selection.MayBePrinted)
                .Select(dispute => Disputed(dispute, pools.SelectMany(pair => pair.pool)))
                .OfType<Item>()
                .Take(DisputeItems),
        ];
        // What bears on the question at all comes before what only shares its names; the rest fills up and is offered.
        var items = pools
            .Except(theme)
            .OrderBy(pair => pair.story.Bearing > 0 ? 0 : 1)
            .Select(pair => (pair.story, pair.pool, made: Digest(pair.story, pair.pool)))
            .Where(pair => pair.made is not null)
            .Select(pair =>
                (pair.story, pair.pool, item: pair.made!.Value.Item, bears: pair.made.Value.Bears)
            )
            .Take(DigestItems + OfferedItems)
            .ToList();
        // What the lead had no room for is offered first, some of each story before more of any: it is of the weightiest
        // stories. An item of one short line is no item yet; the editor may make one of it.
        var more = Enumerable
            .Repeat(theme, OfferedOfLead)
            .SelectMany(stories =>
                stories.Select(pair => (pair.story, pair.pool, made: Digest(pair.story, pair.pool)))
            )
            .Where(pair => pair.made is not null)
            .Select(pair =>
                (pair.story, pair.pool, item: pair.made!.Value.Item, bears: pair.made.Value.Bears)
            )
            .ToList();
        var whole = items.Where(pair => Count(pair.item) >= ShortestItem).ToList();
        var bears = whole.Where(pair => pair.bears && pair.story.Bearing > 0).ToList();
        // Where few stories bear on the question, more of the weightiest does before what only shares its names.
        var printed = bears
            .Concat(more.Where(pair => pair.bears && Count(pair.item) >= ShortestItem))
            .Concat(whole.Except(bears).OrderBy(pair => pair.bears ? 0 : 1))
            .Take(Math.Clamp(bears.Count, FewestDigestItems, DigestItems))
            .ToList();
        // An issue that a few outlets carry gives its last place to an item that brings another.
        int Heard(IEnumerable<Item> others) => selection.Families([lead, .. disputed, .. others]);
        var brought = Heard(printed.Select(pair => pair.item));
        if (
            brought < FewestOutlets
            && printed.Count > 1
            && whole
                .Except(printed)
                .FirstOrDefault(pair =>
                    Heard(printed.SkipLast(1).Append(pair).Select(one => one.item)) > brought
                )
                is { item: not null } another
        )
        {
            printed[^1] = another;
        }
        List<Item> offered =
        [
            .. more.Concat(items).Except(printed).Select(pair => pair.item).Take(OfferedItems),
        ];
        var briefings = BriefingLines([.. pools.SelectMany(pair => pair.pool)]);
        var heads = new Headlines(cast, selection.Holds).Of(leadPool);
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
        var digest = disputed.Concat(printed.Select(pair => pair.item)).Take(DigestItems).ToList();
        var told = selection.InOrder([lead, .. digest, new Item(null, [new Paragraph(briefings)])]);
        var ahead = Ahead.Of(
            week,
            [.. stories.SelectMany(story => story.Articles)],
            candidates,
            cast,
            selection,
            stale,
            [
                .. digest
                    .Prepend(lead)
                    .SelectMany(item => item.Paragraphs)
                    .SelectMany(paragraph => paragraph.Lines),
            ]
        );
        var draft = Setting() with
        {
            Title = title,
            Alternatives = alternatives,
            Dek = dek,
            Lead = told[0],
            Digest = [.. told.Skip(1).Take(digest.Count)],
            Briefings = [.. told[^1].Paragraphs.SelectMany(paragraph => paragraph.Lines)],
            Ahead = ahead,
            Offered = selection.InOrder(offered),
            Spare =
            [
                Spare(leading, leadPool, SpareOfLead),
                .. disputed.Select(item => new Item(item.Story, [])),
                .. printed.Select(pair => Spare(pair.story, pair.pool, SpareOfItem)),
            ],
        };
        return (draft with { Earlier = Before.Of(week, draft, cast) }, stories, null);
    }

    private Item Spare(Weighed story, IEnumerable<Candidate> pool, int most) =>
        new(story.Story.Id, [.. selection.Rest(pool, most).Select(line => new Paragraph([line]))]);

    /// <summary>
    /// The fact with its outlet; a detail; then voices, one each, until the item has its length. It bears on the question
    /// where its own lines have words of it, whatever its story has: a single one may be chance ("a meeting with volunteers").
    /// </summary>
    private (Item Item, bool Bears)? Digest(Weighed story, List<Candidate> pool)
    {
        var lines = new List<Line>();
        selection.Break();
        // A roundup tells of many things: what it tells is of this story only where another tells it too.
        var roundups = story
            .Articles.Zip(story.Sources)
            .Where(pair => pair.Second < 0)
            .Select(pair => pair.First.Article.Id)
            .ToHashSet();
        var told = pool.OfType<Candidate.Told>()
            .Where(one => one.Echo > 0 || !roundups.Contains(one.From.Article.Id))
            .ToList();
        var stakes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (lines.Count < ToldLines && selection.Next(told) is var (fact, news))
        {
            stakes.UnionWith(fact.Stakes);
            lines.Add(news);
        }
        var voices = new HashSet<string>(StringComparer.Ordinal);
        while (
            Count(lines) < DigestWords
            && selection.Next(
                pool.OfType<Candidate.Said>().Where(said => !voices.Contains(said.Speaker.Key)),
                said => selection.Heard(said.Speaker) ? HeardBefore : 1
            )
                is var (voice, said)
        )
        {
            stakes.UnionWith(voice.Stakes);
            voices.Add(voice.Speaker.Key);
            lines.Add(said);
        }
        return lines.Count == 0
            ? null
            : (new Item(story.Story.Id, [new Paragraph(lines)]), stakes.Count >= FewestStakes);
    }

    /// <summary>The claim, who denies it, and who tells a third account, each in a line; null where the claim or its denial makes none.</summary>
    private Item? Disputed(Dispute dispute, IEnumerable<Candidate> pool)
    {
        selection.Break();
        var all = pool.Where(one => one is not Candidate.Said { Idle: true }).ToList();
        var lines = new List<Line>();
        foreach (var account in dispute.Against.Prepend(dispute.Claim))
        {
            if (
                selection.Next(
                    all.Where(one =>
                        one.From.Article.Id == account.Citation.Article
                        && one.Place.Overlaps(account.Citation.Passage)
                    )
                )
                is var (_, line)
            )
            {
                lines.Add(line);
            }
            else if (lines.Count == 0)
            {
                return null;
            }
        }
        return lines.Count < 2 ? null : new Item(dispute.Story, [new Paragraph(lines)]);
    }

    private static int Count(Item item) =>
        Count([.. item.Paragraphs.SelectMany(paragraph => paragraph.Lines)]);

    private static int Count(List<Line> lines) => lines.Sum(line => Words.Count(line.Text));

    /// <summary>
    /// The expected briefings: words of those that took place, a plain line for each that did not; where the desk could
    /// look for none of them, one line says so and what spokespeople said elsewhere stands in.
    /// </summary>
    private List<Line> BriefingLines(IReadOnlyList<Candidate> spoken)
    {
        selection.Break();
        var lines = new List<Line>();
        var looks = week.Briefings.Where(look => Briefings.IsExpected(look.Briefing, week)).ToList();
        foreach (var look in looks)
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
            if (looks.Find(look => !look.Health.Covered) is { } unread)
            {
                lines.Add(Briefings.Line(unread, week.Window));
            }
        }
        return lines;
    }

    private IEnumerable<Candidate.Said> Held(BriefingLook look) =>
        week
            .Articles.Where(coded => look.Transcripts.Contains(coded.Article.Id))
            .SelectMany(coded => candidates.In(coded))
            .OfType<Candidate.Said>()
            .Where(said => said.Speaker.Actor is not null);

    private List<Line> Quoted(IEnumerable<Candidate.Said> pool)
    {
        var quoted = pool.Where(said => said is { Quoted: true, Idle: false }).ToList();
        var lines = new List<Line>();
        while (lines.Count < BriefingLineCount && selection.Next(quoted) is var (_, line))
        {
            lines.Add(line);
        }
        return lines;
    }

    private static bool IsSpokesperson(Speaker speaker) =>
        speaker.Actor?.Offices.Any(office => English.IsSpokesperson(office.Title)) == true;
}
