using Chancery.Desk.Checking;
using Chancery.Desk.Editing;
using Chancery.Editor.Draft;
using Chancery.Terms;

namespace Chancery.Editor.Api;

/// <summary>A draft with all that is to be said of it.</summary>
/// <param name="Number">The last edit: what an approval names.</param>
/// <param name="Approved">Null while it is a draft.</param>
/// <param name="Lines">All lines that it ever had, in order.</param>
/// <param name="Picture">The picture over it.</param>
/// <param name="Refusals">What the checking says.</param>
/// <param name="Measures">Counts beside the form's own.</param>
/// <param name="SaidBefore">Lines that earlier issues have.</param>
public sealed record DraftAnswer(
    string Watch,
    DateOnly Week,
    int Number,
    Approval? Approved,
    IReadOnlyList<DraftLine> Lines,
    IssuePicture? Picture,
    IReadOnlyList<RefusalAnswer> Refusals,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<RepetitionAnswer> SaidBefore
)
{
    internal static DraftAnswer Of(Standing standing) =>
        new(
            standing.Place.Watch.Id,
            standing.Place.Week,
            standing.Draft.Number,
            standing.Approved,
            standing.Draft.Lines,
            standing.Issue.Picture,
            [
                .. standing.Draft.Printed.SelectMany(line =>
                    standing.Refusals[line.Id].Select(refusal => RefusalAnswer.Of(line.Id, refusal))
                ),
            ],
            standing.Measures,
            [
                .. standing.Draft.Printed.SelectMany(line =>
                    standing
                        .Repetitions[line.Id]
                        .Select(one => new RepetitionAnswer(
                            line.Id,
                            one.Week,
                            one.Earlier.Text,
                            one.SameWords
                        ))
                ),
            ]
        );
}

/// <summary>One thing that is wrong with one line.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Code">The rule ("quotation-not-found").</param>
/// <param name="Sentence">For people.</param>
/// <param name="Blocks">True where it holds the issue back; false for advice.</param>
public sealed record RefusalAnswer(string Line, string Code, string Sentence, bool Blocks)
{
    internal static RefusalAnswer Of(string line, Refusal refusal) =>
        new(line, refusal.Why.Code, refusal.Why.Sentence, refusal.Severity == Severity.Refused);
}

/// <summary>A line that an earlier issue has.</summary>
/// <param name="SameWords">True where both cite the same words; false where only the wording is near.</param>
public sealed record RepetitionAnswer(string Line, DateOnly Week, string Earlier, bool SameWords);

/// <summary>An edit to be made.</summary>
/// <param name="Edit">What; see the kinds.</param>
/// <param name="Seen">The line's revision as it was read; ignored for what touches no line.</param>
public sealed record EditWish(Edit Edit, int Seen = 0);

/// <summary>An edit that was made.</summary>
public sealed record EditAnswer(int Number);

/// <summary>Words to be checked in a line's place; nothing is kept.</summary>
public sealed record CheckWish(string Id, Line Line);

/// <summary>The state that is approved.</summary>
/// <param name="Number">The last edit that the approver has read.</param>
public sealed record ApprovalWish(int Number);

/// <summary>What is said about a line.</summary>
public sealed record CommentWish(string Line, string Words);

/// <summary>How the desk is.</summary>
public sealed record HealthAnswer(string Status);

/// <summary>How many items were laid beside the issue.</summary>
public sealed record OfferedAnswer(int Items);
