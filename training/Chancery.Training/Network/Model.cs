using Chancery.Language.Grammar;
using Chancery.Training.Words;

namespace Chancery.Training.Network;

/// <summary>Sizes and rates of one training.</summary>
internal sealed record Recipe
{
    /// <summary>Width of a row: two directions of units.</summary>
    public int Size { get; init; } = 192;

    public int Layers { get; init; } = 4;

    public int Arc { get; init; } = 128;

    public int Label { get; init; } = 96;

    public int NameUnits { get; init; } = 64;

    public float Dropout { get; init; } = 0.25f;

    public float WordDropout { get; init; } = 0.2f;

    public float Rate { get; init; } = 2e-3f;

    public int Epochs { get; init; } = 16;

    /// <summary>Every so many epochs the weights are written and measured.</summary>
    public int Show { get; init; } = 4;

    /// <summary>Steps until the rate is full.</summary>
    public int Warm { get; init; } = 200;

    /// <summary>Words in a step.</summary>
    public int Batch { get; init; } = 500;

    public int Seed { get; init; } = 1;

    /// <summary>A file of what guessing words taught; empty to begin from nothing.</summary>
    public string Begin { get; init; } = "";

    /// <summary>A weights file to go on from; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>A file of names that <see cref="Data.Silver"/> wrote; empty for none.</summary>
    public string Silver { get; init; } = "";

    /// <summary>How much a word of it counts.</summary>
    public float SilverWeight { get; init; } = 0.5f;

    /// <summary>How much a word counts in sentences whose names <see cref="Data.Renamed"/> replaced; 0 to leave them out.</summary>
    public float Renamed { get; init; }

    /// <summary>How much a name counts in sentences that have trees too, against those that have names alone.</summary>
    public float HomeWeight { get; init; } = 1;

    /// <summary>How much names count against tags and trees.</summary>
    public float NameWeight { get; init; } = 1;

    /// <summary>What the weights file calls itself.</summary>
    public string Version { get; init; } = "en-1";

    /// <summary>Reads settings such as "size=256".</summary>
    public static Recipe Read(IEnumerable<string> settings)
    {
        var recipe = new Recipe();
        foreach (var setting in settings.Select(setting => setting.Split('=')))
        {
            var property =
                typeof(Recipe)
                    .GetProperties()
                    .FirstOrDefault(property =>
                        property.Name.Equals(setting[0], StringComparison.OrdinalIgnoreCase)
                    )
                ?? throw new ArgumentException($"There is no setting \"{setting[0]}\".", nameof(settings));
            property.SetValue(
                recipe,
                Convert.ChangeType(
                    setting[1],
                    property.PropertyType,
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        }
        return recipe;
    }
}

/// <summary>The network that is trained: one encoder, three things to say about each word.</summary>
internal sealed class Model
{
    private readonly Recipe recipe;
    private readonly Random random;
    private readonly Embedding embedding;
    private readonly Layer[] layers;
    private readonly TagLoss tags;
    private readonly ArcLoss arcs;
    private readonly NameLoss names;
    private readonly WordLoss words;
    private float[][] outputs = [];
    private float[][] gradients = [];
    private float[] lowerMask = [];
    private float[] upperMask = [];
    private float[] lower = [];
    private float[] upper = [];
    private float[] lowerGradient = [];
    private float[] upperGradient = [];
    private int step;
    private int guesses;

    public Model(
        Recipe recipe,
        Vectors vectors,
        int wordRows,
        (int Upos, int Xpos, int Features)[] readings,
        int tagColumns
    )
    {
        this.recipe = recipe;
        random = new Random(recipe.Seed);
        embedding = new Embedding(vectors, wordRows, recipe.Size, random);
        layers =
        [
            .. Enumerable.Range(0, recipe.Layers).Select(index => new Layer(index, recipe.Size, random)),
        ];
        tags = new TagLoss(readings, tagColumns, recipe.Size, random);
        arcs = new ArcLoss(recipe.Size, recipe.Arc, recipe.Label, random);
        names = new NameLoss(recipe.Size, recipe.NameUnits, random);
        words = new WordLoss(vectors, recipe.Size, random);
        Parameters =
        [
            .. embedding.Parameters,
            .. layers.SelectMany(layer => layer.Parameters),
            .. tags.Parameters,
            .. arcs.Parameters,
            .. names.Parameters,
        ];
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>What guessing words teaches.</summary>
    public IEnumerable<Parameter> Shared =>
        [.. embedding.Parameters, .. layers.SelectMany(layer => layer.Parameters)];

    /// <summary>One step down the slope of a batch.</summary>
    /// <param name="rate">This step's learning rate.</param>
    public (double Tags, double Arcs, double Labels, double Names) Step(
        IReadOnlyList<Instance> batch,
        float rate
    )
    {
        var count = batch.Sum(instance => instance.Count);
        var size = recipe.Size;
        Reserve(count);
        Pack();
        var starts = new int[batch.Count + 1];
        for (var i = 0; i < batch.Count; i++)
        {
            starts[i + 1] = starts[i] + batch[i].Count;
        }
        embedding.Forward(batch, count, outputs[0], recipe.Dropout, recipe.WordDropout, random);
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].Forward(outputs[i], count, starts, outputs[i + 1], recipe.Dropout, random);
        }
        Drop(outputs[^2], lower, lowerMask, count * size);
        Drop(outputs[^1], upper, upperMask, count * size);
        lowerGradient.AsSpan(0, count * size).Clear();
        upperGradient.AsSpan(0, count * size).Clear();
        var scale = 1f / recipe.Batch;
        var tagLoss = tags.Run(batch, count, lower, size, scale, lowerGradient);
        var (arcLoss, labelLoss) = arcs.Run(
            batch,
            count,
            upper,
            size,
            scale,
            upperGradient,
            recipe.Dropout,
            random
        );
        var nameLoss = names.Run(batch, count, upper, size, scale * recipe.NameWeight, upperGradient, random);
        var length = count * size;
        Rows.Multiply(
            upperGradient.AsSpan(0, length),
            upperMask.AsSpan(0, length),
            gradients[^1].AsSpan(0, length)
        );
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            layers[i].Backward(outputs[i], count, starts, gradients[i + 1], gradients[i]);
            if (i == layers.Length - 1)
            {
                var slope = lowerGradient.AsSpan(0, length);
                Rows.Multiply(slope, lowerMask.AsSpan(0, length), slope);
                Rows.Add(gradients[i].AsSpan(0, length), slope);
            }
        }
        embedding.Backward(count, gradients[0]);
        step++;
        var norm = Math.Sqrt(Parameters.Sum(parameter => parameter.SquaredNorm()));
        var clip = norm > 5 ? (float)(5 / norm) : 1;
        foreach (var parameter in Parameters)
        {
            parameter.Step(rate, clip, step);
        }
        return (tagLoss, arcLoss, labelLoss, nameLoss);
    }

    /// <summary>One step of guessing hidden words: a fifth of each sentence is hidden, a tenth of those behind another word.</summary>
    public (double Loss, int Guesses) Guess(IReadOnlyList<Instance> batch, float rate)
    {
        var count = batch.Sum(instance => instance.Count);
        var size = recipe.Size;
        Reserve(count);
        embedding.Pack();
        words.Pack();
        var starts = new int[batch.Count + 1];
        var hidden = new List<(int, int)>();
        var masked = new List<Instance>();
        for (var i = 0; i < batch.Count; i++)
        {
            starts[i + 1] = starts[i] + batch[i].Count;
            masked.Add(Hide(batch[i], starts[i], hidden, batch[random.Next(batch.Count)]));
        }
        embedding.Forward(masked, count, outputs[0], 0.1f, 0.1f, random);
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].Pack();
            layers[i].Forward(outputs[i], count, starts, outputs[i + 1], 0.1f, random);
        }
        gradients[^1].AsSpan(0, count * size).Clear();
        var loss = words.Run(
            hidden,
            count,
            outputs[^1],
            size,
            1f / (0.2f * recipe.Batch),
            gradients[^1],
            random
        );
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            layers[i].Backward(outputs[i], count, starts, gradients[i + 1], gradients[i]);
        }
        embedding.Backward(count, gradients[0]);
        guesses++;
        Parameter[] moved =
        [
            .. embedding.Parameters,
            .. layers.SelectMany(layer => layer.Parameters),
            .. words.Parameters,
        ];
        var norm = Math.Sqrt(moved.Sum(parameter => parameter.SquaredNorm()));
        var clip = norm > 5 ? (float)(5 / norm) : 1;
        foreach (var parameter in moved)
        {
            parameter.Step(rate, clip, guesses);
        }
        return (loss, hidden.Count);
    }

    private Instance Hide(Instance instance, int first, List<(int, int)> hidden, Instance other)
    {
        var features = (int[])instance.Features.Clone();
        var vectors = (int[])instance.Vectors.Clone();
        for (var i = 0; i < instance.Count; i++)
        {
            if (instance.Vectors[i] < 0 || random.NextSingle() >= 0.2f)
            {
                continue;
            }
            hidden.Add((first + i, instance.Vectors[i]));
            var from = features.AsSpan(i * WordFeatures.Count, WordFeatures.Count);
            if (random.NextSingle() < 0.1f)
            {
                var j = random.Next(other.Count);
                other.Features.AsSpan(j * WordFeatures.Count, WordFeatures.Count).CopyTo(from);
                vectors[i] = other.Vectors[j];
                continue;
            }
            from.Fill(-1);
            from[^1] = WordFeatures.Hashed - 1;
            vectors[i] = -1;
        }
        return new Instance { Features = features, Vectors = vectors };
    }

    private void Pack()
    {
        embedding.Pack();
        foreach (var layer in layers)
        {
            layer.Pack();
        }
        tags.Pack();
        arcs.Pack();
        names.Pack();
    }

    private void Drop(float[] from, float[] to, float[] mask, int length)
    {
        Dropout.Mask(mask.AsSpan(0, length), recipe.Dropout, random);
        Rows.Multiply(from.AsSpan(0, length), mask.AsSpan(0, length), to.AsSpan(0, length));
    }

    private void Reserve(int count)
    {
        if (lower.Length >= count * recipe.Size)
        {
            return;
        }
        var length = count * 2 * recipe.Size;
        outputs = [.. Enumerable.Range(0, layers.Length + 1).Select(_ => new float[length])];
        gradients = [.. Enumerable.Range(0, layers.Length + 1).Select(_ => new float[length])];
        (lower, upper, lowerMask, upperMask) = (
            new float[length],
            new float[length],
            new float[length],
            new float[length]
        );
        (lowerGradient, upperGradient) = (new float[length], new float[length]);
    }
}
