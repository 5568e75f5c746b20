using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>All that one article says of one entity, while it is read.</summary>
internal sealed class Cluster(EntityKind kind, string name, string[] words)
{
    public EntityKind Kind { get; } = kind;

    /// <summary>The fullest form so far.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Its folded words.</summary>
    public string[] Words { get; private set; } = words;

    /// <summary>First token, index after the last, and whether it is a pronoun or description.</summary>
    public List<(int First, int End, bool Pronoun)> Mentions { get; } = [];

    public (int First, int End)? Office { get; set; }

    public Gender Gender { get; set; }

    public string? Country { get; set; }

    public void Take(string name, string[] words)
    {
        if (words.Length > Words.Length || (words.Length == Words.Length && name.Length > Name.Length))
        {
            (Name, Words) = (name, words);
        }
    }

    /// <summary>Whether one form stands inside the other, word for word: "Novák" in "Jan Novák".</summary>
    public bool Shares(string[] other)
    {
        var (small, large) = Words.Length < other.Length ? (Words, other) : (other, Words);
        for (var at = 0; at + small.Length <= large.Length; at++)
        {
            if (large.AsSpan(at, small.Length).SequenceEqual(small))
            {
                return true;
            }
        }
        return false;
    }
}
