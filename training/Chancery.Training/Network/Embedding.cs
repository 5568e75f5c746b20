using Chancery.Language.Grammar;
using Chancery.Training.Words;

namespace Chancery.Training.Network;

/// <summary>Features and word vectors → the network's input, and back. The vectors themselves stay as they are.</summary>
internal sealed class Embedding
{
    private readonly Vectors vectors;
    private readonly Dense projection;
    private readonly int size;
    private float[] rows = [];
    private float[] mask = [];
    private int[] features = [];

    public Embedding(Vectors vectors, int words, int size, Random random)
    {
        this.vectors = vectors;
        this.size = size;
        Table = new Parameter("table", WordFeatures.Hashed + words, size, 0, random, sparse: true);
        projection = new Dense("projection", vectors.Size, size, random, bias: false);
    }

    public Parameter Table { get; }

    public IEnumerable<Parameter> Parameters => [Table, .. projection.Parameters];

    public void Pack() => projection.Pack();

    public void Forward(
        IReadOnlyList<Instance> batch,
        int count,
        float[] output,
        float dropout,
        float wordDropout,
        Random? random
    )
    {
        if (features.Length < count * WordFeatures.Count)
        {
            features = new int[count * WordFeatures.Count * 2];
            rows = new float[count * vectors.Size * 2];
            mask = new float[count * size * 2];
        }
        var at = 0;
        foreach (var instance in batch)
        {
            for (var i = 0; i < instance.Count; i++, at++)
            {
                var row = rows.AsSpan(at * vectors.Size, vectors.Size);
                var dropped = random is not null && random.NextSingle() < wordDropout;
                if (instance.Vectors[i] >= 0 && !(dropped && random!.NextSingle() < 0.3f))
                {
                    vectors.Rows.AsSpan(instance.Vectors[i] * vectors.Size, vectors.Size).CopyTo(row);
                }
                else
                {
                    row.Clear();
                }
                var ids = features.AsSpan(at * WordFeatures.Count, WordFeatures.Count);
                instance.Features.AsSpan(i * WordFeatures.Count, WordFeatures.Count).CopyTo(ids);
                if (dropped && ids[0] >= 0)
                {
                    ids[^1] = WordFeatures.Hashed;
                }
            }
        }
        projection.Forward(rows, vectors.Size, count, output);
        Dropout.Mask(mask.AsSpan(0, count * size), dropout, random);
        for (var i = 0; i < count; i++)
        {
            var row = output.AsSpan(i * size, size);
            for (var f = 0; f < WordFeatures.Count; f++)
            {
                if (features[i * WordFeatures.Count + f] is var feature and >= 0)
                {
                    Chancery.Language.Grammar.Rows.Add(row, Table.Row(feature));
                }
            }
            Chancery.Language.Grammar.Rows.Multiply(row, mask.AsSpan(i * size, size), row);
        }
    }

    public void Backward(int count, float[] gradient)
    {
        for (var i = 0; i < count; i++)
        {
            var row = gradient.AsSpan(i * size, size);
            Chancery.Language.Grammar.Rows.Multiply(row, mask.AsSpan(i * size, size), row);
            for (var f = 0; f < WordFeatures.Count; f++)
            {
                if (features[i * WordFeatures.Count + f] is var feature and >= 0)
                {
                    Chancery.Language.Grammar.Rows.Add(Table.GradientRow(feature), row);
                }
            }
        }
        projection.Backward(rows, vectors.Size, count, gradient, null, false);
    }
}
