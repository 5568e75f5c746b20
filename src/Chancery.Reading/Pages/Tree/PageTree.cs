namespace Chancery.Reading.Pages.Tree;

/// <summary>An element, in document order. The root has index 0 and no parent (-1).</summary>
internal struct Node
{
    public Tag Tag;

    /// <summary>What its class, id and roles say of it.</summary>
    public Hints Hints;

    /// <summary>The number of the word that makes it furniture or a box (<see cref="HintWords"/>), 0 for none.</summary>
    public ushort Word;

    public int Parent;

    /// <summary>Index after its last descendant.</summary>
    public int End;

    /// <summary>Its first text block, or the next after it.</summary>
    public int FirstBlock;

    /// <summary>Index after its last text block.</summary>
    public int EndBlock;
}

/// <summary>A run of text between two block boundaries.</summary>
internal struct TextBlock
{
    /// <summary>The block element that it stands in.</summary>
    public int Node;

    /// <summary>Where it stands in <see cref="PageTree.Text"/>.</summary>
    public int Start;
    public int Length;

    /// <summary>How many of its characters are links.</summary>
    public int LinkLength;

    /// <summary>How many of its characters are bold or emphasised.</summary>
    public int StrongLength;

    /// <summary>How many links it holds.</summary>
    public int Links;

    public readonly double LinkShare => Length == 0 ? 0 : (double)LinkLength / Length;
}

/// <summary>
/// A page as reading needs it: elements and text blocks in two flat arrays, so that every question about a subtree is
/// a question about a range.
/// </summary>
internal sealed class PageTree(Node[] nodes, TextBlock[] blocks, string text)
{
    public Node[] Nodes { get; } = nodes;

    public TextBlock[] Blocks { get; } = blocks;

    /// <summary>All blocks' text, one after another.</summary>
    public string Text { get; } = text;

    /// <summary>Times, bylines, pictures and other things met on the way.</summary>
    public required PageFinds Finds { get; init; }

    public ReadOnlySpan<char> TextOf(in TextBlock block) => Text.AsSpan(block.Start, block.Length);

    public Tag TagOf(in TextBlock block) => Nodes[block.Node].Tag;

    /// <summary>Whether the element or one it stands in has any of the hints.</summary>
    public bool Within(int node, Hints hints)
    {
        for (int at = node; at >= 0; at = Nodes[at].Parent)
        {
            if ((Nodes[at].Hints & hints) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest element of that tag around a node, itself included, or -1.</summary>
    public int Nearest(int node, Tag tag)
    {
        for (int at = node; at >= 0; at = Nodes[at].Parent)
        {
            if (Nodes[at].Tag == tag)
            {
                return at;
            }
        }

        return -1;
    }
}

internal sealed record TimeFound(int Node, string Value, int Block);

internal sealed record AuthorFound(int Node, string Text);

internal sealed record MicrodataFound(string Property, string Value, int Scope);

internal sealed record ScopeFound(string Type, int Parent, string? Property);

internal sealed record PictureFound(int Node, string Address, string? Alternative, int Block);

/// <summary>What stands in a page beside its blocks.</summary>
internal sealed class PageFinds
{
    /// <summary>Machine-readable times, and before which block they stand.</summary>
    public List<TimeFound> Times { get; } = [];

    /// <summary>Elements that say they name an author.</summary>
    public List<AuthorFound> Authors { get; } = [];

    /// <summary>The number of the scope of what stands in none.</summary>
    public const int NoScope = -1;

    /// <summary>Names of a site builder's own account, under which anybody's article may be put in.</summary>
    public List<string> Accounts { get; } = [];

    /// <summary>Microdata values by itemprop, with the scope each belongs to.</summary>
    public List<MicrodataFound> Microdata { get; } = [];

    /// <summary>Microdata items by itemtype: the scope each stands in, the itemprop that it is the value of.</summary>
    public List<ScopeFound> Scopes { get; } = [];

    /// <summary>Pictures with their alternative text, and before which block they stand.</summary>
    public List<PictureFound> Pictures { get; } = [];

    public bool HasPasswordField { get; set; }
}
