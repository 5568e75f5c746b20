using Chancery.Language.Grammar;
using Chancery.Language.Grammar.Network;

namespace Chancery.Training.Network;

/// <summary>Heads and relations (see <see cref="Arcs"/>): a softmax over heads for each word, and over relations for its gold head.</summary>
internal sealed class ArcLoss
{
    private readonly int arc;
    private readonly int label;
    private readonly Dense projection;
    private readonly Dense pairs;
    private readonly Dense labels;
    private readonly Parameter rootHead;
    private readonly Parameter rootLabel;
    private readonly Parameter distance;
    private float[] projected = [];
    private float[] raw = [];
    private float[] mask = [];
    private float[] paired = [];
    private float[] hidden = [];
    private float[] scored = [];
    private float[] projectedSlope = [];
    private float[] pairedSlope = [];
    private float[] hiddenSlope = [];
    private float[] scoredSlope = [];

    public ArcLoss(int size, int arc, int label, Random random)
    {
        (this.arc, this.label) = (arc, label);
        projection = new Dense("arcs", size, 2 * arc + 2 * label, random);
        pairs = new Dense("pairs", arc, arc, random);
        labels = new Dense("labels", label, Enum.GetValues<Relation>().Length, random);
        rootHead = new Parameter("root-head", 1, arc, 0.1f, random);
        rootLabel = new Parameter("root-label", 1, label, 0.1f, random);
        distance = new Parameter("distance", 1, 2 * Arcs.Farthest + 2, 0, random);
    }

    public IEnumerable<Parameter> Parameters =>
        [.. projection.Parameters, .. pairs.Parameters, .. labels.Parameters, rootHead, rootLabel, distance];

    public void Pack()
    {
        projection.Pack();
        pairs.Pack();
        labels.Pack();
    }

    public (double Arcs, double Labels) Run(
        IReadOnlyList<Instance> batch,
        int count,
        float[] encoded,
        int stride,
        float scale,
        float[] gradient,
        float dropout,
        Random random
    )
    {
        var wide = projection.Width;
        Reserve(count);
        projection.Forward(encoded, stride, count, raw);
        Dropout.Mask(mask.AsSpan(0, count * wide), dropout, random);
        for (var i = 0; i < count; i++)
        {
            // The slope of the leak goes into the mask, for the way back.
            for (var at = i * wide; at < i * wide + 2 * arc; at++)
            {
                mask[at] *= raw[at] < 0 ? 0.1f : 1;
            }
            Chancery.Language.Grammar.Rows.Multiply(
                raw.AsSpan(i * wide, wide),
                mask.AsSpan(i * wide, wide),
                projected.AsSpan(i * wide, wide)
            );
        }
        pairs.Forward(projected, wide, count, paired);
        projectedSlope.AsSpan(0, count * wide).Clear();
        pairedSlope.AsSpan(0, count * pairs.Width).Clear();
        scoredSlope.AsSpan(0, count * labels.Width).Clear();
        var arcs = 0.0;
        var first = 0;
        foreach (var instance in batch)
        {
            if (instance.Heads is not null)
            {
                arcs += Sentence(instance, first, scale * instance.Weight);
            }
            first += instance.Count;
        }
        // Dots with the pair rows come back through the pair matrix to the dependents' part of the projection.
        pairs.Backward(projected, wide, count, pairedSlope, projectedSlope, add: true);
        var relations = Labels(batch, count, scale);
        var slopes = projectedSlope.AsSpan(0, count * wide);
        Chancery.Language.Grammar.Rows.Multiply(slopes, mask.AsSpan(0, count * wide), slopes);
        projection.Backward(encoded, stride, count, projectedSlope, gradient, add: true);
        return (arcs, relations);
    }

    private double Sentence(Instance instance, int first, float scale)
    {
        var wide = projection.Width;
        var count = instance.Count;
        var loss = 0.0;
        var scores = new float[count + 1];
        for (var i = 0; i < count; i++)
        {
            var pair = paired.AsSpan((first + i) * pairs.Width, arc);
            for (var j = 0; j < count; j++)
            {
                scores[j] =
                    i == j
                        ? -1e9f
                        : Chancery.Language.Grammar.Rows.Dot(
                            pair,
                            projected.AsSpan((first + j) * wide + arc, arc)
                        ) + distance.Value[Distance(j - i)];
            }
            scores[count] =
                Chancery.Language.Grammar.Rows.Dot(pair, rootHead.Value)
                + distance.Value[2 * Arcs.Farthest + 1];
            var gold = instance.Heads![i] < 0 ? count : instance.Heads[i];
            loss -= Softmax.Of(scores, gold);
            scores[gold] -= 1;
            var pairSlope = pairedSlope.AsSpan((first + i) * pairs.Width, arc);
            for (var j = 0; j <= count; j++)
            {
                var g = scores[j] * scale;
                if (MathF.Abs(g) < 1e-9f)
                {
                    continue;
                }
                var head = j == count ? rootHead.Value : projected.AsSpan((first + j) * wide + arc, arc);
                var headSlope =
                    j == count ? rootHead.Gradient : projectedSlope.AsSpan((first + j) * wide + arc, arc);
                Chancery.Language.Grammar.Rows.AddScaled(pairSlope, head, g);
                Chancery.Language.Grammar.Rows.AddScaled(headSlope, pair, g);
                distance.Gradient[j == count ? 2 * Arcs.Farthest + 1 : Distance(j - i)] += g;
            }
        }
        return loss;
    }

    private double Labels(IReadOnlyList<Instance> batch, int count, float scale)
    {
        var wide = projection.Width;
        Visit(
            batch,
            (at, head, _, _) =>
            {
                var sum = hidden.AsSpan(at * label, label);
                projected.AsSpan(at * wide + 2 * arc, label).CopyTo(sum);
                Chancery.Language.Grammar.Rows.Add(
                    sum,
                    head < 0 ? rootLabel.Value : projected.AsSpan(head * wide + 2 * arc + label, label)
                );
                foreach (ref var value in sum)
                {
                    value = Math.Max(0, value);
                }
            }
        );
        labels.Forward(hidden, label, count, scored);
        var loss = 0.0;
        Visit(
            batch,
            (at, _, relation, weight) =>
            {
                var row = scored.AsSpan(at * labels.Width, labels.Weight.Columns);
                loss -= Softmax.Of(row, relation);
                row[relation] -= 1;
                Chancery.Language.Grammar.Rows.AddScaled(
                    scoredSlope.AsSpan(at * labels.Width, labels.Weight.Columns),
                    row,
                    scale * weight
                );
            }
        );
        labels.Backward(hidden, label, count, scoredSlope, hiddenSlope, add: false);
        Visit(
            batch,
            (at, head, _, _) =>
            {
                var slope = hiddenSlope.AsSpan(at * label, label);
                for (var d = 0; d < label; d++)
                {
                    slope[d] = hidden[at * label + d] > 0 ? slope[d] : 0;
                }
                Chancery.Language.Grammar.Rows.Add(projectedSlope.AsSpan(at * wide + 2 * arc, label), slope);
                Chancery.Language.Grammar.Rows.Add(
                    head < 0
                        ? rootLabel.Gradient
                        : projectedSlope.AsSpan(head * wide + 2 * arc + label, label),
                    slope
                );
            }
        );
        return loss;
    }

    private static void Visit(IReadOnlyList<Instance> batch, Action<int, int, int, float> each)
    {
        var first = 0;
        foreach (var instance in batch)
        {
            for (var i = 0; instance.Heads is not null && i < instance.Count; i++)
            {
                var head = instance.Heads[i];
                each(first + i, head < 0 ? -1 : first + head, instance.Relations![i], instance.Weight);
            }
            first += instance.Count;
        }
    }

    private static int Distance(int distance) =>
        Math.Clamp(distance, -Arcs.Farthest, Arcs.Farthest) + Arcs.Farthest;

    private void Reserve(int count)
    {
        if (raw.Length >= count * projection.Width)
        {
            return;
        }
        count *= 2;
        raw = new float[count * projection.Width];
        projected = new float[count * projection.Width];
        projectedSlope = new float[count * projection.Width];
        mask = new float[count * projection.Width];
        paired = new float[count * pairs.Width];
        pairedSlope = new float[count * pairs.Width];
        hidden = new float[count * label];
        hiddenSlope = new float[count * label];
        scored = new float[count * labels.Width];
        scoredSlope = new float[count * labels.Width];
    }
}
