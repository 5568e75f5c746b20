using Chancery.Training.Words;

namespace Chancery.Training.Network;

/// <summary>
/// Hidden words guessed from what stands around them: a softmax over the right word and words drawn for the whole batch, scored
/// against rows that begin as the word vectors. Used before there are trees, then thrown away.
/// </summary>
internal sealed class WordLoss
{
    private const int Drawn = 384;
    private readonly Dense projection;
    private readonly Parameter rows;
    private readonly int[] noise;
    private readonly int[] drawn = new int[Drawn];
    private readonly float[] scores = new float[Drawn + 1];
    private float[] projected = [];
    private float[] slopes = [];

    public WordLoss(Vectors vectors, int size, Random random)
    {
        projection = new Dense("guess", size, vectors.Size, random);
        rows = new Parameter("guessed", vectors.Words.Length, vectors.Size, 0, random, sparse: true);
        for (var i = 0; i < rows.Value.Length; i++)
        {
            rows.Value[i] = vectors.Rows[i] * 0.3f;
        }
        noise = vectors.Noise();
    }

    public IEnumerable<Parameter> Parameters => [.. projection.Parameters, rows];

    public void Pack() => projection.Pack();

    /// <param name="hidden">The place of each hidden word in the batch, and its row among the vectors.</param>
    public double Run(
        IReadOnlyList<(int At, int Word)> hidden,
        int count,
        float[] encoded,
        int stride,
        float scale,
        float[] gradient,
        Random random
    )
    {
        var wide = projection.Width;
        if (projected.Length < count * wide)
        {
            projected = new float[count * wide * 2];
            slopes = new float[count * wide * 2];
        }
        projection.Forward(encoded, stride, count, projected);
        slopes.AsSpan(0, count * wide).Clear();
        for (var i = 0; i < Drawn; i++)
        {
            drawn[i] = noise[random.Next(noise.Length)];
        }
        var loss = 0.0;
        foreach (var (at, word) in hidden)
        {
            var guess = projected.AsSpan(at * wide, wide);
            var slope = slopes.AsSpan(at * wide, wide);
            scores[Drawn] = Chancery.Language.Grammar.Rows.Dot(guess, rows.Row(word));
            for (var i = 0; i < Drawn; i++)
            {
                scores[i] =
                    drawn[i] == word ? -1e9f : Chancery.Language.Grammar.Rows.Dot(guess, rows.Row(drawn[i]));
            }
            loss -= Softmax.Of(scores, Drawn);
            scores[Drawn] -= 1;
            for (var i = 0; i <= Drawn; i++)
            {
                var g = scores[i] * scale;
                if (MathF.Abs(g) < 1e-7f)
                {
                    continue;
                }
                var row = i == Drawn ? word : drawn[i];
                Chancery.Language.Grammar.Rows.AddScaled(slope, rows.Row(row), g);
                Chancery.Language.Grammar.Rows.AddScaled(rows.GradientRow(row), guess, g);
            }
        }
        projection.Backward(encoded, stride, count, slopes, gradient, add: true);
        return loss;
    }
}
