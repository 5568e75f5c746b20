using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Chancery.Terms;

/// <summary>An issue as a JSON file (<c>issue.json</c>): see <see cref="TermsJson"/> for its form.</summary>
public static class IssueFile
{
    public static string Write(Issue issue) =>
        JsonSerializer.Serialize(issue, TermsJson.IndentedIssue) + "\n";

    /// <param name="json">The file's text.</param>
    /// <param name="name">The file's name as a person knows it, for the reason.</param>
    /// <param name="issue">The issue, where it could be read.</param>
    /// <param name="why">The file, the line and what is wrong there, where it could not.</param>
    public static bool TryRead(
        ReadOnlySpan<char> json,
        string name,
        [NotNullWhen(true)] out Issue? issue,
        [NotNullWhen(false)] out Reason? why
    )
    {
        issue = null;
        why = null;
        try
        {
            issue = JsonSerializer.Deserialize(json, TermsJson.IndentedIssue);
            if (issue is not null)
                return true;
            why = Unreadable($"{name} is empty where an issue should stand.");
        }
        catch (JsonException wrong)
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            var place = wrong.Path is { Length: > 1 } path ? $" at {path}" : "";
            // The framework adds its own "Path: … | LineNumber: …", counted from zero.
            var cause = wrong
                .Message.Split(" Path:")[0]
                .Replace("Chancery.Terms.", "", StringComparison.Ordinal);
            why = Unreadable($"{name}, line {line}{place}: this is not an issue ({cause.TrimEnd('.')}).");
        }
        return false;
    }

    private static Reason Unreadable(string sentence) => new("unreadable-issue", sentence);
}
