namespace Chancery.Training.Network;

/// <summary>Readings scored by their parts (see <see cref="Chancery.Language.Grammar.Network.Tagging"/>): softmax over readings.</summary>
internal sealed class TagLoss
{
    private readonly Dense dense;
    private readonly (int Upos, int Xpos, int Features)[] parts;
    private float[] scores = [];
    private float[] gradients = [];

    public TagLoss((int Upos, int Xpos, int Features)[] parts, int columns, int size, Random random)
    {
        this.parts = parts;
        dense = new Dense("tag", size, columns, random);
    }

    public IEnumerable<Parameter> Parameters => dense.Parameters;

    public void Pack() => dense.Pack();

    public double Run(
        IReadOnlyList<Instance> batch,
        int count,
        float[] encoded,
        int stride,
        float scale,
        float[] gradient
    )
    {
        var wide = dense.Width;
        if (scores.Length < count * wide)
        {
            scores = new float[count * wide * 2];
            gradients = new float[count * wide * 2];
        }
        dense.Forward(encoded, stride, count, scores);
        gradients.AsSpan(0, count * wide).Clear();
        var loss = 0.0;
        var at = 0;
        var chances = new float[parts.Length];
        foreach (var instance in batch)
        {
            for (var i = 0; i < instance.Count; i++, at++)
            {
                if (instance.Readings is null || instance.Readings[i] < 0)
                {
                    continue;
                }
                var row = scores.AsSpan(at * wide, wide);
                for (var r = 0; r < parts.Length; r++)
                {
                    chances[r] = row[parts[r].Upos] + row[parts[r].Xpos] + row[parts[r].Features];
                }
                loss -= Softmax.Of(chances, instance.Readings[i]);
                var slope = gradients.AsSpan(at * wide, wide);
                for (var r = 0; r < parts.Length; r++)
                {
                    var g = (chances[r] - (r == instance.Readings[i] ? 1 : 0)) * scale * instance.Weight;
                    slope[parts[r].Upos] += g;
                    slope[parts[r].Xpos] += g;
                    slope[parts[r].Features] += g;
                }
            }
        }
        dense.Backward(encoded, stride, count, gradients, gradient, add: true);
        return loss;
    }
}
