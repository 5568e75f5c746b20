using System.Text.Json.Serialization;

namespace Chancery.Terms;

/// <summary>The parts of a draft that lines stand in.</summary>
public enum Section
{
    Title,
    Dek,
    Lead,
    Digest,
    Briefings,
    Ahead,

    /// <summary>Other titles; never published.</summary>
    Alternatives,

    /// <summary>What the desk has ready and the issue does not hold; never published.</summary>
    Offered,
}

/// <summary>On which side of a line another one comes to stand.</summary>
public enum Side
{
    Before,
    After,
}

/// <summary>
/// One change to a draft. A draft is what it began as and every edit since, kept for good: nothing is taken away, a line
/// that is cut can be put back. An edit that finds nothing to change changes nothing, so that any sequence makes a draft.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Write), "write")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Restore), "restore")]
[JsonDerivedType(typeof(Move), "move")]
[JsonDerivedType(typeof(MoveItem), "moveItem")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(Paragraphs), "paragraphs")]
[JsonDerivedType(typeof(Illustrate), "illustrate")]
[JsonDerivedType(typeof(Offer), "offer")]
[JsonDerivedType(typeof(Undo), "undo")]
public abstract record Edit
{
    private Edit() { }

    /// <summary>
    /// The line whose words it changes or takes out: two editors who change one line from the same state conflict. Null for
    /// what only orders and chooses: that never loses a word.
    /// </summary>
    [JsonIgnore]
    public virtual string? Touches => null;

    /// <summary>Other words, other evidence, or both.</summary>
    /// <param name="Passing">True where it was kept while the person went on writing: what they then save is one change with it.</param>
    public sealed record Write(string Id, Line Line, bool Passing = false) : Edit
    {
        public override string Touches => Id;
    }

    /// <summary>A new line. Its id is "e" and the number of this edit.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Section">Where it goes: to the end, as a paragraph (in the digest: an item) of its own …</param>
    /// <param name="After">… or behind this line, in its paragraph.</param>
    public sealed record Add(Line Line, Section Section, string? After = null) : Edit;

    /// <summary>Takes a line out; it keeps its place for a return.</summary>
    public sealed record Remove(string Id) : Edit
    {
        public override string Touches => Id;
    }

    public sealed record Restore(string Id) : Edit
    {
        public override string Touches => Id;
    }

    /// <summary>Puts a line beside another: into its paragraph, or, alone, as a paragraph of its own beside that paragraph.</summary>
    public sealed record Move(string Id, string Beside, Side Side, bool Alone = false) : Edit;

    /// <summary>Puts an item of the digest beside another.</summary>
    public sealed record MoveItem(string Item, string Beside, Side Side) : Edit;

    /// <summary>Puts an item into another section: an offered one into the digest, one of the digest back, or one to lead; what led before then opens the digest.</summary>
    public sealed record Place(string Item, Section Section) : Edit;

    /// <summary>Makes an alternative, or any cut or offered line, the title or the dek; what stood there becomes an alternative.</summary>
    public sealed record Choose(string Id, Section Section) : Edit;

    /// <summary>Begins a paragraph with a line, or joins the line's paragraph to the one before it.</summary>
    public sealed record Paragraphs(string Id, bool Begins) : Edit;

    /// <summary>Sets or, with null, takes away the picture over the issue.</summary>
    public sealed record Illustrate(IssuePicture? Picture) : Edit;

    /// <summary>Lays further items beside the issue.</summary>
    public sealed record Offer(IReadOnlyList<Item> Items) : Edit;

    /// <summary>Takes earlier edits back: the draft is as if they had not been made.</summary>
    /// <param name="Numbers">Of the edits.</param>
    /// <param name="Id">The line that they touched, where they did.</param>
    public sealed record Undo(IReadOnlyList<int> Numbers, string? Id = null) : Edit
    {
        public override string? Touches => Id;
    }
}

/// <summary>An edit as the record keeps it.</summary>
/// <param name="Number">From 1, in order, without gaps.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who: the account's name.</param>
/// <param name="Edit">What.</param>
public sealed record KeptEdit(int Number, DateTimeOffset At, string By, Edit Edit);
