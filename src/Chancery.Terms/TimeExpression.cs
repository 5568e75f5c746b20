using System.Globalization;

namespace Chancery.Terms;

public enum TimeKind
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>A date or time in the text, resolved to a TIMEX3 value.</summary>
/// <param name="Passage">The words.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value ("2025-05-19", "2025-W21", "PAST_REF"); vague ones stay vague.</param>
public sealed record TimeExpression(Passage Passage, TimeKind Kind, string Value)
{
    /// <summary>The day of a TIMEX3 value that names one ("2031-03-04", "2031-03-04T09:00"); null for a week, a month or a vague one.</summary>
    public static DateOnly? DayOf(string? value) =>
        value is { Length: >= 10 }
        && DateOnly.TryParseExact(
            value.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
