using System.Globalization;
using Chancery.Gauge;
using Chancery.Language.Grammar;
using Chancery.Training.Network;

namespace Chancery.Training.Data;

/// <summary>Learns what <see cref="Lemmas"/> applies: lemmas of words with a tag, and what endings with a tag turn into.</summary>
internal static class LemmaRules
{
    public static void Write(WeightsWriter writer, IReadOnlyList<GoldSentence> trees, List<string> tags)
    {
        var words = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var endings = new Dictionary<string, Dictionary<(int, string), int>>(StringComparer.Ordinal);
        var cased = new Dictionary<string, (int Kept, int All)>(StringComparer.Ordinal);
        foreach (var word in trees.SelectMany(sentence => sentence.Words))
        {
            var tag = tags.IndexOf(word.Xpos == "_" ? word.Upos : word.Xpos);
            if (tag < 0 || word.Lemma == "_" || word.Features.Contains("Typo", StringComparison.Ordinal))
            {
                continue;
            }
            if (char.IsUpper(word.Form[0]))
            {
                var (kept, all) = cased.GetValueOrDefault(word.Xpos);
                cased[word.Xpos] = (kept + (char.IsUpper(word.Lemma[0]) ? 1 : 0), all + 1);
            }
            var lower = word.Form.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'');
            Count(words, Lemmas.Mark(tag) + lower, word.Lemma);
            var lemma = word.Lemma.ToLowerInvariant();
            var same = 0;
            while (same < lower.Length && same < lemma.Length && lower[same] == lemma[same])
            {
                same++;
            }
            var rule = (lower.Length - same, lemma[same..]);
            if (rule.Item1 > 5)
            {
                continue;
            }
            for (var length = 0; length <= Math.Min(6, lower.Length); length++)
            {
                Count(endings, Lemmas.Mark(tag) + lower[^length..], rule);
            }
        }
        // What the rules would say anyway need not be listed, but rules are cheap: lists keep only what differs.
        writer.Strings(
            "lemmas",
            [
                .. words
                    .Select(pair => (pair.Key, Lemma: Best(pair.Value), Total: pair.Value.Values.Sum()))
                    .Where(pair => pair.Total >= 2 || pair.Lemma.Lead >= 1)
                    .Select(pair => pair.Key + "\t" + pair.Lemma.Value)
                    .Order(StringComparer.Ordinal),
            ]
        );
        writer.Strings(
            "lemma-endings",
            [
                .. endings
                    .Select(pair => (pair.Key, Best: Best(pair.Value), Total: pair.Value.Values.Sum()))
                    .Where(pair =>
                        pair.Key.Length == 1 || (pair.Total >= 2 && pair.Best.Lead > pair.Total * 0.6)
                    )
                    .Select(pair =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{pair.Key}\t{pair.Best.Value.Item1}\t{pair.Best.Value.Item2}"
                        )
                    )
                    .Order(StringComparer.Ordinal),
            ]
        );
        writer.Strings(
            "lemma-cased-tags",
            [.. cased.Where(pair => pair.Value.Kept * 2 > pair.Value.All).Select(pair => pair.Key)]
        );
    }

    private static void Count<T>(Dictionary<string, Dictionary<T, int>> table, string key, T value)
        where T : notnull
    {
        if (!table.TryGetValue(key, out var counts))
        {
            table[key] = counts = [];
        }
        counts[value] = counts.GetValueOrDefault(value) + 1;
    }

    private static (T Value, int Lead) Best<T>(Dictionary<T, int> counts)
        where T : notnull
    {
        var best = counts
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
            .First();
        return (best.Key, best.Value);
    }
}
