using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>What a reader found out about an article beside its text. Everything but the headline may be missing.</summary>
public sealed record Facts
{
    public string Headline { get; init; } = "";

    public string? Dek { get; init; }

    /// <summary>As found: "By", offices and the outlet's own name are taken off by <see cref="ArticleBuilder"/>.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The outlet's name as given, used where no address tells its domain.</summary>
    public string? Outlet { get; init; }

    /// <summary>Any form of the article's address; it is made canonical by <see cref="ArticleBuilder"/>.</summary>
    public string? Address { get; init; }

    public string? Agency { get; init; }

    public Stamp? Published { get; init; }

    public Stamp? Changed { get; init; }

    public string? Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>BCP 47 tag as the page declares it; used only where the text does not tell.</summary>
    public string? DeclaredLanguage { get; init; }

    public Picture? Picture { get; init; }

    public IReadOnlyList<string> Captions { get; init; } = [];

    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    public bool Partial { get; init; }

    /// <summary>Whether the page says that not everybody may read it; who saved it may have been let in.</summary>
    public bool NotFree { get; init; }
}

/// <summary>One block of an article before it has its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, spaces already single; may hold line breaks (tables, verse).</param>
/// <param name="At">The time of a live entry, where it has one.</param>
public sealed record Piece(BlockKind Kind, string Text, Stamp? At = null);
