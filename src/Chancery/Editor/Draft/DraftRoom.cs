using System.Collections.Concurrent;
using Chancery.Desk.Checking;
using Chancery.Desk.Editing;
using Chancery.Publication;
using Chancery.Record;
using Chancery.Record.Emendations;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>Where drafts are worked on: reads one as it stands, checks what somebody types, takes edits, approves.</summary>
public sealed class DraftRoom(
    Store store,
    Pipeline pipeline,
    Known known,
    Looked looked,
    EditorOptions options,
    TimeProvider clock
)
{
    /// <summary>Drafts as they stood when they were last asked for: most requests change nothing.</summary>
    private readonly ConcurrentDictionary<(string Watch, DateOnly Week), Kept> kept = new();

    private string corrections = "";

    /// <summary>Null where the week has no draft.</summary>
    public Standing? Find(Place place)
    {
        var corrected = EmendationShelf.Stamp(store);
        if (corrections != corrected)
        {
            corrections = corrected;
            known.Forget();
            looked.Forget();
        }
        var stamp =
            $"{corrected} {IssueShelf.Stamp(store, place.Watch.Id)} {EditShelf.Stamp(store, place.Watch.Id, place.Week)}";
        var key = (place.Watch.Id, place.Week);
        if (
            kept.TryGetValue(key, out var last)
            && last.Stamp == stamp
            && ReferenceEquals(last.Watch, place.Watch)
        )
        {
            return last.Standing;
        }
        var standing = Read(place);
        kept[key] = new Kept(stamp, place.Watch, standing);
        return standing;
    }

    private Standing? Read(Place place)
    {
        if (EditShelf.Find(store, place.Watch.Id, place.Week) is not { } edited)
        {
            return null;
        }
        var draft = Editing.Open(edited.Base, edited.Edits);
        var issue = draft.ToIssue();
        if (IssueShelf.Find(store, place.Watch.Id, place.Week) is { Approved: not null } approved)
        {
            // What was approved stands, corrections included, whatever the edits before it came to.
            issue = approved;
            if (
                !approved
                    .Lines()
                    .Select(line => line.Text)
                    .SequenceEqual(draft.Printed.Select(line => line.Line.Text))
            )
            {
                draft = Editing.Open(approved);
            }
        }
        var refusals = looked.Refusals(place.Watch, issue);
        var repetitions = looked.Repetitions(issue);
        List<DraftLine> printed = [.. draft.Printed];
        return new Standing
        {
            Place = place,
            Draft = draft,
            Issue = issue,
            History = History.Of(edited.Base, edited.Edits),
            Refusals = refusals.ToLookup(refusal => printed[refusal.Line - 1].Id),
            Repetitions = repetitions.ToLookup(repetition => printed[repetition.Line].Id),
            Measures = Measures.Of(issue),
            Comments = CommentShelf.Of(store, place.Watch.Id, place.Week),
            Approved = issue.Approved,
        };
    }

    /// <summary>What the checking would say of a line with other words: it is what the end will say.</summary>
    public IReadOnlyList<Refusal> Check(Standing standing, string id, Line line)
    {
        var draft = Editing.Apply(standing.Draft, standing.Draft.Number + 1, new Edit.Write(id, line));
        var number = draft.Printed.TakeWhile(one => one.Id != id).Count() + 1;
        return draft.Printed.Any(one => one.Id == id)
            ?
            [
                .. looked
                    .Refusals(standing.Place.Watch, draft.ToIssue())
                    .Where(refusal => refusal.Line == number),
            ]
            : [];
    }

    public EditOutcome Do(Place place, Edit edit, int seen, string by) =>
        EditShelf.Append(
            store,
            place.Watch.Id,
            place.Week,
            edit,
            seen,
            by,
            clock.GetUtcNow(),
            edited => Editing.Open(edited.Base, edited.Edits).ToIssue()
        );

    /// <summary>Makes the draft of a week that has none; the reason where there is nothing to draft.</summary>
    public Reason? Begin(Place place)
    {
        var (draft, why) = pipeline.Draft(place.Watch, place.Week);
        if (draft is not null)
        {
            pipeline.KeepDraft(draft);
        }
        return why;
    }

    /// <summary>Drafts the week again and lays beside the issue what it does not have yet: the number of items.</summary>
    public int LookAgain(Place place, string by)
    {
        if (Find(place) is not { } standing || pipeline.Draft(place.Watch, place.Week).Draft is not { } fresh)
        {
            return 0;
        }
        var stories = standing.Draft.Stories.Values.ToHashSet();
        var words = standing.Draft.Lines.Select(line => line.Line.Text).ToHashSet();
        List<Item> items =
        [
            .. fresh
                .Offered.Prepend(fresh.Lead)
                .Concat(fresh.Digest)
                .Where(item => item.Story is null || !stories.Contains(item.Story))
                .Where(item =>
                    item.Paragraphs.SelectMany(p => p.Lines).Any(line => !words.Contains(line.Text))
                ),
        ];
        if (items.Count > 0)
        {
            Do(place, new Edit.Offer(items), 0, by);
        }
        return items.Count;
    }

    /// <summary>Approves exactly what was looked at, and publishes it where a site's folder is set.</summary>
    /// <param name="number">The last edit that the approver saw.</param>
    /// <returns>What became of it, and the site's first page where one was written.</returns>
    public (EditOutcome Outcome, string? Page) Approve(Place place, int number, string by)
    {
        var approval = new Approval(by, clock.GetUtcNow());
        var outcome = EditShelf.Approve(
            store,
            place.Watch.Id,
            place.Week,
            number,
            approval,
            edited => Editing.Open(edited.Base, edited.Edits).ToIssue()
        );
        return (outcome, outcome is EditOutcome.Kept ? Publish(place) : null);
    }

    /// <summary>Writes the site of all approved issues again; null where no folder is set.</summary>
    public string? Publish(Place place)
    {
        if (options.Site is not { } folder)
        {
            return null;
        }
        SiteWriter.Write(store, place.Watch, folder, clock.GetUtcNow());
        return Path.GetFullPath(Path.Combine(folder, "index.html"));
    }

    public void Say(Place place, string line, string words, string by) =>
        CommentShelf.Say(store, place.Watch.Id, place.Week, line, words, by, clock.GetUtcNow());

    public bool Settle(Place place, long comment, string by) =>
        CommentShelf.Settle(store, place.Watch.Id, place.Week, comment, by, clock.GetUtcNow());

    public bool Reopen(Place place, long comment) =>
        CommentShelf.Reopen(store, place.Watch.Id, place.Week, comment);

    private sealed record Kept(string Stamp, Watch Watch, Standing? Standing);
}
