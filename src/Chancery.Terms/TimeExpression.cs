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
public sealed record TimeExpression(Passage Passage, TimeKind Kind, string Value);
