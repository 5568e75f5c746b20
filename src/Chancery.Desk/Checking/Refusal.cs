using Chancery.Terms;

namespace Chancery.Desk.Checking;

public enum Severity
{
    /// <summary>The line may not leave the desk.</summary>
    Refused,

    /// <summary>The line may leave; an editor would look again.</summary>
    Advice,
}

/// <summary>One thing that is wrong with one line.</summary>
/// <param name="Line">The line's number from 1, in the order of <see cref="Issue.Lines"/>; <c>MarkdownIssue.InFile</c> makes it the file's.</param>
/// <param name="Text">The line.</param>
/// <param name="Why">The rule's code ("quotation-not-found") and one sentence.</param>
/// <param name="Severity">Whether it holds the issue back.</param>
public sealed record Refusal(int Line, string Text, Reason Why, Severity Severity = Severity.Refused);
