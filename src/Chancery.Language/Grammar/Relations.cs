using System.Collections.Frozen;

namespace Chancery.Language.Grammar;

/// <summary>The labels of <see cref="Relation"/> as UD writes them.</summary>
public static class Relations
{
    private static readonly string[] Labels = [.. Enum.GetNames<Relation>().Select(Written)];

    private static readonly FrozenDictionary<string, Relation> ByLabel = Enum.GetValues<Relation>()
        .ToFrozenDictionary(relation => Labels[(int)relation]);

    private static readonly Relation[] Bases = [.. Labels.Select(label => ByLabel[label.Split(':')[0]])];

    extension(Relation relation)
    {
        /// <summary>As UD writes it: "nsubj:pass".</summary>
        public string Label => Labels[(int)relation];

        /// <summary>The universal relation, without its subtype.</summary>
        public Relation Base => Bases[(int)relation];
    }

    /// <summary>Reads a label; an unknown subtype is read as its universal relation, an unknown relation as <see cref="Relation.Dep"/>.</summary>
    public static Relation Read(string label) =>
        ByLabel.TryGetValue(label, out var relation) ? relation
        : ByLabel.TryGetValue(label.Split(':')[0], out relation) ? relation
        : Relation.Dep;

    private static string Written(string name)
    {
        var second = name.AsSpan(1).IndexOfAnyInRange('A', 'Z') + 1;
        return second == 0
            ? name.ToLowerInvariant()
            : $"{name[..second].ToLowerInvariant()}:{name[second..].ToLowerInvariant()}";
    }
}
