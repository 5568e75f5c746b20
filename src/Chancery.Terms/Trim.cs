namespace Chancery.Terms;

/// <summary>Where in its sentence a trim stands.</summary>
public enum TrimKind
{
    /// <summary>Before the subject: "After a night of talks, …".</summary>
    Leading,

    /// <summary>Between commas or dashes: ", a former member of parliament,".</summary>
    Aside,

    /// <summary>After the clause: ", while both armies dug in".</summary>
    Trailing,
}

/// <summary>A stretch that its sentence can lose and still be a sentence that says nothing else.</summary>
/// <param name="Passage">What to leave out, with the comma and the space that went with it.</param>
/// <param name="Kind">Where it stands.</param>
public readonly record struct Trim(Passage Passage, TrimKind Kind);
