using System.Runtime.InteropServices;

namespace Chancery.Language.Grammar.Network;

/// <summary>
/// Heads and relations: every token scores every other as its head (the biaffine form of Dozat and Manning 2017, with a bias
/// for the distance), the best tree is taken, then each arc its best label.
/// </summary>
internal sealed class Arcs
{
    /// <summary>Distances beyond this count as this.</summary>
    public const int Farthest = 24;

    private readonly Matrix projection;
    private readonly float[] projectionBias;
    private readonly Matrix pairs;
    private readonly float[] pairsBias;
    private readonly float[] rootHead;
    private readonly float[] rootLabel;
    private readonly float[] distance;
    private readonly Matrix labels;
    private readonly float[] labelsBias;
    private readonly int arc;
    private readonly int label;

    public Arcs(Weights weights)
    {
        projection = weights.Matrix("arcs");
        projectionBias = weights.Numbers("arcs-bias");
        pairs = weights.Matrix("pairs");
        pairsBias = weights.Numbers("pairs-bias");
        rootHead = weights.Numbers("root-head");
        rootLabel = weights.Numbers("root-label");
        distance = weights.Numbers("distance");
        labels = weights.Matrix("labels");
        labelsBias = weights.Numbers("labels-bias");
        (arc, label) = (pairs.Inputs, labels.Inputs);
    }

    /// <summary>Parses consecutive sentences whose encodings stand in <paramref name="encoded"/>.</summary>
    public void Parse(
        float[] encoded,
        int stride,
        ReadOnlySpan<Text.Sentence> sentences,
        ArcScratch scratch,
        Span<int> heads,
        Span<Relation> relations
    )
    {
        var offset = sentences[0].First;
        var count = sentences[^1].End - offset;
        var wide = projection.Width;
        scratch.Reserve(count, wide, pairs.Width, labels.Inputs, labels.Width);
        projection.Multiply(encoded, stride, count, scratch.Projected, wide);
        for (var i = 0; i < count; i++)
        {
            var row = scratch.Projected.AsSpan(i * wide, wide);
            Grammar.Rows.Add(row[..projectionBias.Length], projectionBias);
            Leak(row[..(2 * arc)]);
        }
        pairs.Multiply(scratch.Projected, wide, count, scratch.Pairs, pairs.Width);
        foreach (var sentence in sentences)
        {
            Tree(sentence.First - offset, sentence.Count, scratch, heads);
        }
        Label(count, sentences, offset, scratch, heads, relations);
    }

    private void Tree(int first, int count, ArcScratch scratch, Span<int> heads)
    {
        var wide = projection.Width;
        scratch.Heads.Reshape(arc, count);
        scratch.Heads.PackTransposed(scratch.Projected.AsSpan(first * wide + arc), wide);
        var scoreWide = scratch.Heads.Width;
        var rows = scratch.Pairs.AsSpan(first * pairs.Width);
        for (var i = 0; i < count; i++)
        {
            Grammar.Rows.Add(rows.Slice(i * pairs.Width, arc), pairsBias);
        }
        var scores = scratch.Scores(count * scoreWide);
        scratch.Heads.Multiply(rows, pairs.Width, count, scores, scoreWide);
        Span<float> roots = stackalloc float[count];
        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * scoreWide, count);
            for (var j = 0; j < count; j++)
            {
                row[j] += distance[Math.Clamp(j - i, -Farthest, Farthest) + Farthest];
            }
            row[i] = float.NegativeInfinity;
            roots[i] =
                Grammar.Rows.Dot(rows.Slice(i * pairs.Width, arc), rootHead) + distance[2 * Farthest + 1];
        }
        SpanningTree.Best(scores, scoreWide, roots, heads.Slice(first, count));
    }

    private void Label(
        int count,
        ReadOnlySpan<Text.Sentence> sentences,
        int offset,
        ArcScratch scratch,
        Span<int> heads,
        Span<Relation> relations
    )
    {
        var wide = projection.Width;
        foreach (var sentence in sentences)
        {
            var first = sentence.First - offset;
            for (var i = first; i < first + sentence.Count; i++)
            {
                var hidden = scratch.Hidden.AsSpan(i * label, label);
                scratch.Projected.AsSpan(i * wide + 2 * arc, label).CopyTo(hidden);
                Grammar.Rows.Add(
                    hidden,
                    heads[i] < 0
                        ? rootLabel
                        : scratch.Projected.AsSpan((first + heads[i]) * wide + 2 * arc + label, label)
                );
                Rectify(hidden);
            }
        }
        labels.Multiply(scratch.Hidden, label, count, scratch.Labels, labels.Width);
        for (var i = 0; i < count; i++)
        {
            var row = scratch.Labels.AsSpan(i * labels.Width, labelsBias.Length);
            Grammar.Rows.Add(row, labelsBias);
            if (heads[i] < 0)
            {
                relations[i] = Relation.Root;
                continue;
            }
            row[(int)Relation.Root] = float.NegativeInfinity;
            var best = 0;
            for (var r = 1; r < row.Length; r++)
            {
                best = row[r] > row[best] ? r : best;
            }
            relations[i] = (Relation)best;
        }
    }

    private static void Leak(Span<float> row)
    {
        foreach (ref var wide in MemoryMarshal.Cast<float, System.Numerics.Vector<float>>(row))
        {
            wide = System.Numerics.Vector.Max(wide, wide * 0.1f);
        }
    }

    private static void Rectify(Span<float> row)
    {
        foreach (ref var wide in MemoryMarshal.Cast<float, System.Numerics.Vector<float>>(row))
        {
            wide = System.Numerics.Vector.Max(wide, System.Numerics.Vector<float>.Zero);
        }
    }
}
