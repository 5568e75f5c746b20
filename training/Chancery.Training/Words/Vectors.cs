using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chancery.Language.Grammar;

namespace Chancery.Training.Words;

/// <summary>
/// Word vectors by continuous bag of words with position weights and negative sampling (Mikolov et al. 2018, "Advances in
/// pre-training distributed word representations"), over norms.
/// </summary>
internal sealed class Vectors
{
    private const int Window = 5;
    private const int Negatives = 8;

    public required string[] Words { get; init; }

    public required int[] Counts { get; init; }

    public required int Size { get; init; }

    /// <summary>Row after row.</summary>
    public required float[] Rows { get; init; }

    /// <summary>No vectors: for a language without a corpus.</summary>
    public static Vectors None { get; } =
        new()
        {
            Words = [],
            Counts = [],
            Size = 32,
            Rows = [],
        };

    public static Vectors Train(Corpus corpus, int size, int least, int most, int epochs, int seed)
    {
        var (words, counts, ofForm) = Vocabulary(corpus, least, most);
        var random = new Random(seed);
        var input = new float[words.Length * size];
        var output = new float[words.Length * size];
        var places = new float[2 * Window * size];
        places.AsSpan().Fill(1);
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (random.NextSingle() - 0.5f) / size;
        }
        var noise = Noise(counts);
        var keep = Keep(counts);
        var sentence = new List<int>();
        var hidden = new float[size];
        var error = new float[size];
        var total = (double)corpus.Stream.Length * epochs;
        var seen = 0L;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var form in corpus.Stream)
            {
                seen++;
                if (form >= 0)
                {
                    var word = ofForm[form];
                    if (word >= 0 && random.NextSingle() < keep[word])
                    {
                        sentence.Add(word);
                    }
                    continue;
                }
                var rate = 0.05f * (float)Math.Max(1e-3, 1 - seen / total);
                Sentence(
                    CollectionsMarshal.AsSpan(sentence),
                    input,
                    output,
                    places,
                    noise,
                    random,
                    rate,
                    hidden,
                    error
                );
                sentence.Clear();
            }
            Console.WriteLine($"vectors: epoch {epoch + 1} of {epochs}");
        }
        return new Vectors
        {
            Words = words,
            Counts = counts,
            Size = size,
            Rows = input,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sentence(
        ReadOnlySpan<int> sentence,
        float[] input,
        float[] output,
        float[] places,
        int[] noise,
        Random random,
        float rate,
        float[] hidden,
        float[] error
    )
    {
        var size = hidden.Length;
        for (var i = 0; i < sentence.Length; i++)
        {
            Array.Clear(hidden);
            Array.Clear(error);
            var from = Math.Max(0, i - Window);
            var to = Math.Min(sentence.Length - 1, i + Window);
            if (to == from)
            {
                continue;
            }
            for (var j = from; j <= to; j++)
            {
                if (j != i)
                {
                    AddProduct(
                        hidden,
                        input.AsSpan(sentence[j] * size, size),
                        places.AsSpan(Place(j - i) * size, size),
                        1f / (to - from)
                    );
                }
            }
            for (var n = 0; n <= Negatives; n++)
            {
                var target = n == 0 ? sentence[i] : noise[random.Next(noise.Length)];
                if (n > 0 && target == sentence[i])
                {
                    continue;
                }
                var row = output.AsSpan(target * size, size);
                var score = Chancery.Language.Grammar.Rows.Dot(hidden, row);
                var g = ((n == 0 ? 1f : 0f) - 1f / (1f + MathF.Exp(-score))) * rate;
                Chancery.Language.Grammar.Rows.AddScaled(error, row, g);
                Chancery.Language.Grammar.Rows.AddScaled(row, hidden, g);
            }
            for (var j = from; j <= to; j++)
            {
                if (j != i)
                {
                    var row = input.AsSpan(sentence[j] * size, size);
                    var place = places.AsSpan(Place(j - i) * size, size);
                    Update(row, place, error);
                }
            }
        }
    }

    private static void AddProduct(
        Span<float> sum,
        ReadOnlySpan<float> row,
        ReadOnlySpan<float> place,
        float factor
    )
    {
        var vs = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var vr = MemoryMarshal.Cast<float, Vector<float>>(row);
        var vp = MemoryMarshal.Cast<float, Vector<float>>(place);
        for (var d = 0; d < vs.Length; d++)
        {
            vs[d] += vr[d] * vp[d] * factor;
        }
    }

    private static void Update(Span<float> row, Span<float> place, ReadOnlySpan<float> error)
    {
        var vr = MemoryMarshal.Cast<float, Vector<float>>(row);
        var vp = MemoryMarshal.Cast<float, Vector<float>>(place);
        var ve = MemoryMarshal.Cast<float, Vector<float>>(error);
        for (var d = 0; d < vr.Length; d++)
        {
            var r = vr[d];
            vr[d] += ve[d] * vp[d];
            vp[d] += ve[d] * r * 0.02f;
        }
    }

    private static int Place(int offset) => offset < 0 ? offset + Window : offset + Window - 1;

    private static (string[] Words, int[] Counts, int[] OfForm) Vocabulary(Corpus corpus, int least, int most)
    {
        var byNorm = new Dictionary<string, int>(StringComparer.Ordinal);
        var norms = new string[corpus.Forms.Count];
        Span<char> norm = stackalloc char[WordForm.Longest];
        for (var i = 0; i < norms.Length; i++)
        {
            norms[i] = norm[..WordForm.Norm(corpus.Forms[i], norm)].ToString();
            byNorm[norms[i]] = byNorm.GetValueOrDefault(norms[i]) + corpus.Counts[i];
        }
        var kept = byNorm
            .Where(pair => pair.Value >= least)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(most)
            .ToArray();
        var index = kept.Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        return (
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => pair.Value)],
            [.. norms.Select(word => index.GetValueOrDefault(word, -1))]
        );
    }

    /// <summary>A table to draw words from, each as often as its count to the power of ¾.</summary>
    public int[] Noise() => Noise(Counts);

    private static int[] Noise(int[] counts)
    {
        var table = new List<int>(1 << 20);
        var sum = counts.Sum(count => Math.Pow(count, 0.75));
        for (var i = 0; i < counts.Length; i++)
        {
            var share = (int)Math.Ceiling(Math.Pow(counts[i], 0.75) / sum * (1 << 20));
            table.AddRange(Enumerable.Repeat(i, share));
        }
        return [.. table];
    }

    private static float[] Keep(int[] counts)
    {
        var total = counts.Sum(count => (double)count);
        return
        [
            .. counts.Select(count =>
            {
                var ratio = 2e-4 / (count / total);
                return (float)Math.Min(1, Math.Sqrt(ratio) + ratio);
            }),
        ];
    }

    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Words.Length);
        writer.Write(Size);
        for (var i = 0; i < Words.Length; i++)
        {
            writer.Write(Words[i]);
            writer.Write(Counts[i]);
        }
        writer.Write(MemoryMarshal.AsBytes(Rows.AsSpan()));
    }

    public static Vectors Load(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20));
        var words = new string[reader.ReadInt32()];
        var counts = new int[words.Length];
        var size = reader.ReadInt32();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = reader.ReadString();
            counts[i] = reader.ReadInt32();
        }
        var rows = new float[words.Length * size];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        var spread = MathF.Sqrt(Chancery.Language.Grammar.Rows.Dot(rows, rows) / rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] /= spread;
        }
        return new Vectors
        {
            Words = words,
            Counts = counts,
            Size = size,
            Rows = rows,
        };
    }
}
