namespace Chancery.Terms;

public enum Bound
{
    Exactly,
    About,
    AtLeast,
    AtMost,
}

/// <summary>A number somebody asserts: what is counted, how many, said by whom.</summary>
/// <param name="Passage">The number and its unit.</param>
/// <param name="Value">In units of <paramref name="Unit"/>.</param>
/// <param name="Unit">Lower case singular: "usd", "percent", "kilometre"; empty for a bare count.</param>
/// <param name="Counted">The words for what is counted ("drones").</param>
/// <param name="Bound">"at least", "up to", "about".</param>
/// <param name="Statement">Index into <see cref="Coding.Statements"/> of the statement that asserts it; null where the article does.</param>
public sealed record Figure(
    Passage Passage,
    decimal Value,
    string Unit,
    Passage? Counted,
    Bound Bound = Bound.Exactly,
    int? Statement = null
);
