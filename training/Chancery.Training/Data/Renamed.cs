using Chancery.Gauge;
using Chancery.Language.Lexicons;

namespace Chancery.Training.Data;

/// <summary>
/// Sentences whose names are replaced by others of their kind, so that the words around a name teach what it is and not the name alone:
/// the world's news is full of names that no training text holds.
/// </summary>
internal static class Renamed
{
    /// <param name="sentences">Annotated sentences; each that has a name is given back once with other names.</param>
    /// <param name="more">Sentences that lend their names and are not given back.</param>
    /// <param name="language">Whose list of cities lends names too.</param>
    public static IEnumerable<NamesGold> Of(
        IReadOnlyList<NamesGold> sentences,
        IReadOnlyList<NamesGold> more,
        string language,
        int seed
    )
    {
        var random = new Random(seed);
        var pool = sentences
            .Concat(more)
            .SelectMany(sentence =>
                sentence
                    .Names()
                    .Select(name =>
                        (
                            name.Kind,
                            Words: sentence.Words.Skip(name.First).Take(name.End - name.First).ToArray()
                        )
                    )
            )
            .Where(name => char.IsUpper(name.Words[0][0]))
            .DistinctBy(name => (name.Kind, string.Join(' ', name.Words)))
            .GroupBy(name => name.Kind)
            .ToDictionary(group => group.Key, group => group.Select(name => name.Words).ToArray());
        string[][] cities =
        [
            .. Lexicon.Lines(language, "cities").Select(line => line.Split('\t')[0].Split(' ')),
        ];
        foreach (var sentence in sentences)
        {
            var names = sentence.Names().ToArray();
            if (names.Length == 0)
            {
                continue;
            }
            var words = new List<string>();
            var tags = new List<string>();
            var at = 0;
            foreach (var (first, end, kind) in names)
            {
                for (; at < first; at++)
                {
                    words.Add(sentence.Words[at]);
                    tags.Add(sentence.Tags[at]);
                }
                var from = kind == "LOC" && random.Next(2) == 0 ? cities : pool[kind];
                var other = char.IsLower(sentence.Words[first][0])
                    ? [.. sentence.Words.Skip(first).Take(end - first)]
                    : from[random.Next(from.Length)];
                for (var i = 0; i < other.Length; i++)
                {
                    words.Add(other[i]);
                    tags.Add((i == 0 ? "B-" : "I-") + kind);
                }
                at = end;
            }
            words.AddRange(sentence.Words.Skip(at));
            tags.AddRange(sentence.Tags.Skip(at));
            yield return new NamesGold(words, tags);
        }
    }
}
