using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

/// <summary>What a small word does inside a name.</summary>
public enum Joint : byte
{
    None,

    /// <summary>The name goes on with what it is concerned with ("Ministry of …").</summary>
    Of,
    And,
    The,

    /// <summary>A possessive ending.</summary>
    Own,
}

/// <summary>The small words that stand inside names of one language.</summary>
public sealed class Joints
{
    private readonly FrozenDictionary<string, Joint>.AlternateLookup<ReadOnlySpan<char>> joints;

    private Joints(string language) =>
        joints = Lexicon
            .Pairs(language, "name-joints")
            .ToFrozenDictionary(
                pair => pair.Key,
                pair => Enum.Parse<Joint>(pair.Value, true),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static Joints Of(string language) => new(language);

    public Joint At(ReadOnlySpan<char> form) => joints.TryGetValue(form, out var joint) ? joint : Joint.None;
}
