using System.Text.Json.Serialization;

namespace Chancery.Terms;

/// <summary>One sentence of a draft. There is no fourth kind: what is neither cited, an absence nor signed does not leave the desk.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Cited), "cited")]
[JsonDerivedType(typeof(Absence), "absence")]
[JsonDerivedType(typeof(Opinion), "opinion")]
public abstract record Line([property: JsonPropertyOrder(-1)] string Text)
{
    /// <summary>Rests on the words it cites.</summary>
    public sealed record Cited(string Text, IReadOnlyList<Citation> Citations) : Line(Text);

    /// <summary>Says that an expected publication did not come while its feed was healthy.</summary>
    public sealed record Absence(string Text, string Feed, Window Window, FeedHealth Health) : Line(Text);

    /// <summary>A person's own view, shown as theirs.</summary>
    public sealed record Opinion(string Text, string SignedBy) : Line(Text);
}

/// <summary>A half-open stretch of time in UTC.</summary>
public readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset at) => at >= From && at < To;
}

/// <summary>What the record knows of a feed over a window.</summary>
/// <param name="Reads">How often it was read in, or just after, the window.</param>
/// <param name="Failures">How many of those failed.</param>
/// <param name="LastRead">The last time that it was read well.</param>
/// <param name="Entries">How many of its entries fall in the window.</param>
/// <param name="Covered">True where the reads leave no hole in which an entry could have come and gone.</param>
public sealed record FeedHealth(int Reads, int Failures, DateTimeOffset? LastRead, int Entries, bool Covered);
