using Chancery.Language.Grammar.Network;

namespace Chancery.Training.Network;

/// <summary>Name tags, one hidden layer and a softmax.</summary>
internal sealed class NameLoss(int size, int units, Random random)
{
    private readonly Dense hidden = new("names-hidden", size, units, random);
    private readonly Dense output = new("names", units, NameTagging.Tags, random);
    private float[] hiddens = [];
    private float[] scores = [];
    private float[] slopes = [];
    private float[] hiddenSlopes = [];
    private float[] mask = [];

    public IEnumerable<Parameter> Parameters => [.. hidden.Parameters, .. output.Parameters];

    public void Pack()
    {
        hidden.Pack();
        output.Pack();
    }

    public double Run(
        IReadOnlyList<Instance> batch,
        int count,
        float[] encoded,
        int stride,
        float scale,
        float[] gradient,
        Random random
    )
    {
        var wide = output.Width;
        if (scores.Length < count * wide)
        {
            scores = new float[count * wide * 2];
            slopes = new float[count * wide * 2];
            hiddens = new float[count * units * 2];
            hiddenSlopes = new float[count * units * 2];
            mask = new float[count * units * 2];
        }
        hidden.Forward(encoded, stride, count, hiddens);
        Dropout.Mask(mask.AsSpan(0, count * units), 0.25f, random);
        for (var i = 0; i < count * units; i++)
        {
            hiddens[i] = Math.Max(0, hiddens[i]) * mask[i];
        }
        output.Forward(hiddens, units, count, scores);
        slopes.AsSpan(0, count * wide).Clear();
        var loss = 0.0;
        var at = 0;
        foreach (var instance in batch)
        {
            for (var i = 0; i < instance.Count; i++, at++)
            {
                if (instance.Names is null)
                {
                    continue;
                }
                var row = scores.AsSpan(at * wide, NameTagging.Tags);
                loss -= Softmax.Of(row, instance.Names[i]);
                row[instance.Names[i]] -= 1;
                for (var tag = 0; tag < NameTagging.Tags; tag++)
                {
                    slopes[at * wide + tag] = row[tag] * scale * instance.Weight;
                }
            }
        }
        output.Backward(hiddens, units, count, slopes, hiddenSlopes, add: false);
        for (var i = 0; i < count * units; i++)
        {
            hiddenSlopes[i] = hiddens[i] > 0 ? hiddenSlopes[i] * mask[i] : 0;
        }
        hidden.Backward(encoded, stride, count, hiddenSlopes, gradient, add: true);
        return loss;
    }
}
