using Chancery.Desk.Editing;
using Chancery.Editor.Draft;
using Chancery.Record.Issues;
using Chancery.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.EditorTests;

/// <summary>What is kept between keystrokes says what looking at everything says.</summary>
public sealed class LookedTests(Week week) : IClassFixture<Week>
{
    private static readonly DateOnly First = new(2026, 3, 6);

    private Looked Looked => week.Served.App.Services.GetRequiredService<Looked>();

    private Watch Watch => week.Served.App.Services.GetRequiredService<Editor.Watches>().All[0];

    [Fact]
    public void Checking_what_changed_says_what_checking_all_says()
    {
        var (drafted, _) = week.Served.Pipeline.Draft(Watch, First);
        Assert.NotNull(drafted);
        var seen = 0;
        foreach (var issue in Edited(drafted))
        {
            var whole = week.Served.Pipeline.Check(issue, Watch);
            Assert.Equal(whole, Looked.Refusals(Watch, issue));
            Assert.Equal(whole, Looked.Refusals(Watch, issue));
            seen += whole.Count;
        }
        Assert.True(seen > 3);
        // An edit that is taken back leaves no trace.
        Assert.Equal(week.Served.Pipeline.Check(drafted, Watch), Looked.Refusals(Watch, drafted));
    }

    [Fact]
    public void Looking_for_what_was_said_before_among_new_lines_says_what_looking_at_all_says()
    {
        var (drafted, _) = week.Served.Pipeline.Draft(Watch, First);
        var before = drafted! with
        {
            Week = First.AddDays(-7),
            Approved = new Approval("Ada", week.Served.Clock.GetUtcNow()),
        };
        Assert.Empty(Looked.Repetitions(drafted));
        IssueShelf.KeepApproved(week.Served.Store, before);
        foreach (var issue in Edited(drafted))
        {
            var whole = SaidBefore.Look(issue, [before]);
            Assert.NotEmpty(whole);
            Assert.Equal(whole.Select(Plain), Looked.Repetitions(issue).Select(Plain));
        }
    }

    private static (int, DateOnly, string, bool) Plain(Repetition one) =>
        (one.Line, one.Week, one.Earlier.Text, one.SameWords);

    /// <summary>As it is, and with lines that no source carries, that spell a name otherwise, that nobody cites.</summary>
    private static IEnumerable<Issue> Edited(Issue issue)
    {
        yield return issue;
        var lead = issue.Lead.Paragraphs[0].Lines;
        foreach (
            var more in (string[])
                [" It was 4,711 metres.", " “So be it,” said Petar Lumník.", " KESTOVIA refused."]
        )
        {
            yield return issue with
            {
                Lead = issue.Lead with
                {
                    Paragraphs =
                    [
                        new([lead[0] with { Text = lead[0].Text + more }, .. lead.Skip(1)]),
                        .. issue.Lead.Paragraphs.Skip(1),
                    ],
                },
            };
        }
        yield return issue with
        {
            Title = new Line.Opinion(issue.Title.Text, "Ada"),
        };
        yield return issue with
        {
            Dek = issue.Dek with { Text = issue.Dek.Text + " Lumník left." },
        };
        yield return issue with
        {
            Digest = [.. issue.Digest.Reverse()],
        };
        yield return issue with
        {
            Digest = [.. issue.Digest.Skip(1)],
            Ahead = [],
        };
    }
}
