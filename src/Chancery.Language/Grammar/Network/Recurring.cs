using System.Runtime.InteropServices;
using Chancery.Terms;

namespace Chancery.Language.Grammar.Network;

/// <summary>
/// What the network says of a capitalised word in one sentence counts for the same word in the sentences near by: "Orlo" behind "Mr" tells
/// what "Orlo" is in a headline.
/// </summary>
internal static class Recurring
{
    /// <summary>How many sentences away a word still counts.</summary>
    private const int Reach = 25;

    /// <summary>How much of what is said elsewhere counts here.</summary>
    private const float Worth = 0.8f;

    /// <summary>No single place counts for more than this (natural logarithm of odds).</summary>
    private const float Most = 5;

    private const int Kinds = NameTagging.Tags / 4;

    /// <summary>Adds to the scores of each capitalised word what its other places say on average, against "no name".</summary>
    /// <param name="scores">Rows of scores, one a token.</param>
    /// <param name="width">How wide a row is.</param>
    public static void Share(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Text.Sentence> sentences,
        Span<float> scores,
        int width
    )
    {
        var places = new Dictionary<string, List<(int Sentence, int Token)>>(StringComparer.Ordinal);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = sentences[s].First; i < sentences[s].End; i++)
            {
                var form = tokens[i].In(text);
                if (form.Length > 1 && char.IsUpper(form[0]))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(lookup, form, out _) ??= []).Add((s, i));
                }
            }
        }
        Span<float> sum = stackalloc float[Kinds];
        var said = new List<float>();
        foreach (var list in places.Values)
        {
            if (list.Count < 2)
            {
                continue;
            }
            said.Clear();
            foreach (var (_, token) in list)
            {
                var row = scores.Slice(token * width, NameTagging.Tags);
                for (var kind = 0; kind < Kinds; kind++)
                {
                    var best = Math.Max(
                        Math.Max(row[1 + 4 * kind], row[2 + 4 * kind]),
                        Math.Max(row[3 + 4 * kind], row[4 + 4 * kind])
                    );
                    said.Add(Math.Clamp(best - row[0], -Most, Most));
                }
            }
            sum.Clear();
            var (from, to) = (0, 0);
            for (var at = 0; at < list.Count; at++)
            {
                for (; to < list.Count && list[to].Sentence - list[at].Sentence <= Reach; to++)
                {
                    Grammar.Rows.Add(sum, CollectionsMarshal.AsSpan(said).Slice(to * Kinds, Kinds));
                }
                for (; list[at].Sentence - list[from].Sentence > Reach; from++)
                {
                    for (var kind = 0; kind < Kinds; kind++)
                    {
                        sum[kind] -= said[from * Kinds + kind];
                    }
                }
                var others = to - from - 1;
                var row = scores.Slice(list[at].Token * width, NameTagging.Tags);
                for (var kind = 0; kind < Kinds && others > 0; kind++)
                {
                    var more = Worth * (sum[kind] - said[at * Kinds + kind]) / (others + 1);
                    for (var role = 1; role <= 4; role++)
                    {
                        row[4 * kind + role] += more;
                    }
                }
            }
        }
    }
}
