namespace Chancery.Desk.Checking;

internal enum QuantityKind
{
    Count,
    Ordinal,

    /// <summary>"dozens", "hundreds": the value is what they begin at.</summary>
    Vague,

    /// <summary>"half", "a third".</summary>
    Part,

    /// <summary>What has no value of its own and stands as written: "3:30".</summary>
    Literal,
}

internal enum QuantityBound
{
    None,
    Least,
    Most,
    About,
}

/// <summary>A number of a text, whether in digits or in words.</summary>
/// <param name="At">Index of its first token.</param>
/// <param name="Length">Number of tokens, its unit not counted.</param>
/// <param name="Value">In units of <paramref name="Unit"/>.</param>
/// <param name="Unit">"percent", "usd", "kilometre" …; empty for a bare count.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bound">"at least", "up to", "about".</param>
/// <param name="Counted">Stems of the words that follow: what is counted.</param>
/// <param name="RangeWith">The value at the other end, where it is one end of a range.</param>
/// <param name="Text">As it stands.</param>
internal sealed record Quantity(
    int At,
    int Length,
    decimal Value,
    string Unit,
    QuantityKind Kind,
    QuantityBound Bound,
    IReadOnlyList<string> Counted,
    decimal? RangeWith,
    string Text
);
