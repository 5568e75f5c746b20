using Chancery.Gauge;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Training.Data;

/// <summary>Annotated names → the tagger's tags; nationalities, which the sets leave out, are marked from the lists.</summary>
internal static class NameTags
{
    private static readonly Dictionary<string, EntityKind> Kinds = new(StringComparer.Ordinal)
    {
        ["PER"] = EntityKind.Person,
        ["LOC"] = EntityKind.Place,
        ["ORG"] = EntityKind.Organisation,
    };

    public static int[] Of(NamesGold sentence, Places places)
    {
        var tags = new int[sentence.Words.Count];
        foreach (var (first, end, kind) in sentence.Names())
        {
            Mark(tags, first, end, Kinds[kind]);
        }
        for (var i = 0; i < tags.Length; i++)
        {
            for (var length = Math.Min(4, tags.Length - i); length > 0; length--)
            {
                var words = string.Join(' ', sentence.Words.Skip(i).Take(length))
                    .Replace(" - ", "-", StringComparison.Ordinal);
                if (
                    places.Find(words)?.Kind == PlaceKind.Nationality
                    && Enumerable.Range(i, length).All(at => tags[at] == 0 || (tags[at] == 8 && length == 1))
                )
                {
                    Mark(tags, i, i + length, EntityKind.Nationality);
                    i += length - 1;
                    break;
                }
            }
        }
        return tags;
    }

    /// <summary>Writes begin, inner, last or unit tags of one name.</summary>
    public static void Mark(int[] tags, int first, int end, EntityKind kind)
    {
        for (var i = first; i < end; i++)
        {
            var role =
                end - first == 1 ? 3
                : i == first ? 0
                : i == end - 1 ? 2
                : 1;
            tags[i] = 1 + 4 * (int)kind + role;
        }
    }

    /// <summary>The sentence with its acronyms in pieces ("U . S ."), as some texts write them; null where it has none.</summary>
    public static NamesGold? Pieces(NamesGold sentence)
    {
        var words = new List<string>();
        var tags = new List<string>();
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (
                word.Length % 2 == 0
                && word.Length > 2
                && word.Where((c, at) => at % 2 == 0 ? char.IsUpper(c) : c == '.').Count() == word.Length
            )
            {
                foreach (var c in word)
                {
                    var tag = sentence.Tags[i];
                    tags.Add(tag != "O" && c != word[0] ? "I" + tag[1..] : tag);
                    words.Add(c.ToString());
                }
                continue;
            }
            words.Add(word);
            tags.Add(sentence.Tags[i]);
        }
        return words.Count == sentence.Words.Count ? null : new NamesGold(words, tags);
    }
}
