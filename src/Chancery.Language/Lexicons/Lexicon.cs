using System.Collections.Frozen;
using System.Text;

namespace Chancery.Language.Lexicons;

/// <summary>
/// The words of a language, kept as data: <c>Lexicons/&lt;language&gt;/&lt;name&gt;.txt</c>, UTF-8, one entry a line, its fields
/// parted by tabs; "#" and a space at the head of a line make it a comment.
/// </summary>
public static class Lexicon
{
    /// <summary>The entries of one list, in file order; empty where the language has no such list.</summary>
    /// <param name="language">BCP 47 primary language ("en").</param>
    /// <param name="name">The file's name without its ending ("abbreviations").</param>
    public static IReadOnlyList<string> Lines(string language, string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicons/{language}/{name}");
        if (stream is null)
        {
            return [];
        }
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return
        [
            .. Encoding
                .UTF8.GetString(bytes)
                .Split('\n')
                .Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The list as a set that is asked with stretches of text, case ignored.</summary>
    public static FrozenSet<string> Set(string language, string name) =>
        Lines(language, name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The list as first field → second field, case of the first ignored.</summary>
    public static FrozenDictionary<string, string> Pairs(string language, string name) =>
        Lines(language, name)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(
                fields => fields[0],
                fields => fields.Length > 1 ? fields[1] : "",
                StringComparer.OrdinalIgnoreCase
            );
}
