using System.Text.Json.Serialization;

namespace Chancery.Terms;

/// <summary>
/// What a person corrected in what was found in an article. It is kept beside the codings and laid over each of them, so
/// that coding anew never undoes it; it holds on to the words, so that it follows them into another version of the text.
/// (A published correction is a <see cref="Correction"/>.)
/// </summary>
/// <param name="At">The words that were misread.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Speaker), "speaker")]
[JsonDerivedType(typeof(NoStatement), "no-statement")]
[JsonDerivedType(typeof(Office), "office")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Happening), "event")]
[JsonDerivedType(typeof(Naming), "name")]
[JsonDerivedType(typeof(MissedStatement), "missed-statement")]
[JsonDerivedType(typeof(MissedEvent), "missed-event")]
public abstract record Emendation([property: JsonPropertyOrder(-1)] Anchor At)
{
    /// <summary>Who says it.</summary>
    /// <param name="At">Words of the statement's content.</param>
    /// <param name="Name">The words that name the speaker; null where the text leaves the mouth open.</param>
    public sealed record Speaker(Anchor At, Anchor? Name) : Emendation(At);

    /// <summary>Nobody says it: it is no statement.</summary>
    public sealed record NoStatement(Anchor At) : Emendation(At);

    /// <summary>What office somebody has.</summary>
    /// <param name="At">A mention of the person.</param>
    /// <param name="Words">The words that give the office; null where the text gives none.</param>
    public sealed record Office(Anchor At, Anchor? Words) : Emendation(At);

    /// <summary>When it was.</summary>
    /// <param name="At">The words of the date.</param>
    /// <param name="Value">TIMEX3 value ("2026-03-09"); null where they tell of no time.</param>
    public sealed record Date(Anchor At, string? Value) : Emendation(At);

    /// <summary>What happened.</summary>
    /// <param name="At">The word the event hangs on.</param>
    /// <param name="Type">Of which type it is; null where nothing happens here.</param>
    /// <param name="Modality">How it stands to the world of the text.</param>
    /// <param name="Negated">True where the text says that it did not happen.</param>
    public sealed record Happening(Anchor At, EventType? Type, Modality Modality, bool Negated)
        : Emendation(At);

    /// <summary>Who or what is named: a channel taken for a person, or half of a name.</summary>
    /// <param name="At">A mention of it.</param>
    /// <param name="Sort">What it is.</param>
    /// <param name="Name">The words by which it is to be called; null where the machine's name was right.</param>
    public sealed record Naming(Anchor At, EntityKind Sort, Anchor? Name) : Emendation(At);

    /// <summary>A statement that was not found.</summary>
    /// <param name="At">What is said.</param>
    /// <param name="Name">The words that name the speaker; null where the text leaves the mouth open.</param>
    public sealed record MissedStatement(Anchor At, Anchor? Name) : Emendation(At);

    /// <summary>An event that was not found.</summary>
    /// <param name="At">The words that tell it.</param>
    /// <param name="Type">Of which type it is.</param>
    /// <param name="Modality">How it stands to the world of the text.</param>
    /// <param name="Negated">True where the text says that it did not happen.</param>
    /// <param name="Actor">The words that name who acts; null where the text does not tell.</param>
    /// <param name="Recipient">The words that name towards whom; null where the text does not tell.</param>
    public sealed record MissedEvent(
        Anchor At,
        EventType Type,
        Modality Modality,
        bool Negated,
        Anchor? Actor,
        Anchor? Recipient
    ) : Emendation(At);
}

/// <summary>A stretch of a text, held by its place and by its words.</summary>
/// <param name="Passage">Where it stood in the version in which it was marked.</param>
/// <param name="Words">What stood there.</param>
public sealed record Anchor(Passage Passage, string Words)
{
    public static Anchor Of(string text, Passage passage) => new(passage, passage.In(text).ToString());

    /// <summary>Where it stands in a text: in its own place, else where its words stand once; null where they do not, or more often.</summary>
    public Passage? In(string text)
    {
        if (Passage.FitsIn(text) && Passage.In(text).SequenceEqual(Words))
        {
            return Passage;
        }
        var first = Words.Length == 0 ? -1 : text.IndexOf(Words, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(Words, first + 1, StringComparison.Ordinal) < 0
            ? new Passage(first, Words.Length)
            : null;
    }
}
