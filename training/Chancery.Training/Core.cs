using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Gauge;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Training.Data;
using Chancery.Training.Network;
using Chancery.Training.Words;

namespace Chancery.Training;

/// <summary>Trains tags, trees and names together and writes one weights file.</summary>
internal sealed class Core
{
    private static readonly string[] NameFiles =
    [
        "uner-train.bio.gz",
        "wikigold.bio",
        "crossner-politics-train.bio",
        "crossner-politics-dev.bio",
        "crossner-politics-test.bio",
    ];

    private readonly Vectors vectors;
    private readonly Vocabulary vocabulary;
    private readonly Tagset tagset;
    private readonly List<Instance> instances;
    private readonly IReadOnlyList<GoldSentence> trees;
    private readonly Model model;
    private readonly Recipe recipe;

    /// <param name="recipe">Sizes and rates.</param>
    /// <param name="vectors">Word vectors; <see cref="Vectors.None"/> where there are none.</param>
    /// <param name="trees">Sentences of the language's treebanks.</param>
    /// <param name="names">Sentences with names; those of the treebanks teach both.</param>
    /// <param name="language">Where its place lists stand.</param>
    public Core(
        Recipe recipe,
        Vectors vectors,
        IReadOnlyList<GoldSentence> trees,
        IReadOnlyList<NamesGold> names,
        string language
    )
    {
        (this.recipe, this.vectors, this.trees) = (recipe, vectors, trees);
        var places = Places.Of(language);
        NamesGold[] all = [.. names, .. names.Select(NameTags.Pieces).OfType<NamesGold>()];
        vocabulary = new Vocabulary(
            vectors,
            trees
                .SelectMany(sentence => sentence.Words.Select(word => word.Form))
                .Concat(all.SelectMany(sentence => sentence.Words)),
            places
        );
        tagset = new Tagset(trees.SelectMany(sentence => sentence.Words));
        instances = Instances(trees, all, places);
        var silver = recipe.Silver.Length > 0 ? NamesGold.Read(recipe.Silver) : [];
        foreach (
            var sentence in recipe.Renamed > 0 ? Renamed.Of(names, silver, language, recipe.Seed + 4) : []
        )
        {
            var (features, rows) = vocabulary.See(sentence.Words);
            instances.Add(
                new Instance
                {
                    Features = features,
                    Vectors = rows,
                    Names = NameTags.Of(sentence, places),
                    Weight = recipe.Renamed,
                }
            );
        }
        foreach (var sentence in silver)
        {
            var (features, rows) = vocabulary.See(sentence.Words);
            instances.Add(
                new Instance
                {
                    Features = features,
                    Vectors = rows,
                    Names = NameTags.Of(sentence, places),
                    Weight = recipe.SilverWeight,
                }
            );
        }
        model = new Model(recipe, vectors, vocabulary.Trained.Count + 1, tagset.Parts, tagset.Columns);
        Console.WriteLine(
            $"{instances.Count} sentences, {instances.Count(instance => instance.Heads is null)} of them names alone, "
                + $"{instances.Count(instance => instance.Heads is not null && instance.Names is not null)} both; "
                + $"{vocabulary.Words.Count} words, {vocabulary.Trained.Count} with rows, {tagset.Parts.Length} readings"
        );
    }

    /// <summary>English, from the gold sets whose licence allows it.</summary>
    public static Core English(Recipe recipe, Vectors vectors, string gold) =>
        new(
            recipe,
            vectors,
            [
                .. GrammarGold.Read(Path.Combine(gold, "grammar", "en_ewt-ud-train.conllu.gz")),
                .. GrammarGold.Read(Path.Combine(gold, "grammar", "en_gum-ud-train.conllu.gz")),
            ],
            [
                .. Statements.Read(
                    Path.Combine(gold, "names", "re3d.jsonl"),
                    Places.Of("en"),
                    Language.English.Load(default)
                ),
                .. NameFiles.SelectMany(file => NamesGold.Read(Path.Combine(gold, "names", file))),
            ],
            "en"
        );

    public void Train(Action<int, byte[]> each)
    {
        var random = new Random(recipe.Seed + 1);
        var words = instances.Sum(instance => instance.Count);
        var total = (double)words * recipe.Epochs;
        var done = 0L;
        var steps = 0;
        for (var epoch = 1; epoch <= recipe.Epochs; epoch++)
        {
            var clock = Stopwatch.GetTimestamp();
            random.Shuffle(CollectionsMarshal.AsSpan(instances));
            var batch = new List<Instance>();
            var (tags, arcs, labels, names) = (0.0, 0.0, 0.0, 0.0);
            foreach (var instance in instances)
            {
                batch.Add(instance);
                if (batch.Sum(sentence => sentence.Count) < recipe.Batch)
                {
                    continue;
                }
                var warm = Math.Min(1, (double)++steps / recipe.Warm);
                var rate =
                    recipe.Rate
                    * warm
                    * (0.01 + 0.99 * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done / total))));
                var loss = model.Step(batch, (float)rate);
                (tags, arcs, labels, names) = (
                    tags + loss.Tags,
                    arcs + loss.Arcs,
                    labels + loss.Labels,
                    names + loss.Names
                );
                done += batch.Sum(sentence => sentence.Count);
                batch.Clear();
            }
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"epoch {epoch}: tags {tags / words:F4} arcs {arcs / words:F4} labels {labels / words:F4} names {names / words:F4}, {Stopwatch.GetElapsedTime(clock).TotalSeconds:F0} s"
                )
            );
            each(epoch, Write());
        }
    }

    /// <summary>Teaches the encoder to guess hidden words of unannotated text, then keeps what it learnt in a file.</summary>
    /// <param name="wanted">How many words to read.</param>
    public void Guess(Corpus corpus, long wanted, string output)
    {
        var random = new Random(recipe.Seed + 3);
        var seen = new Dictionary<int, (int[] Features, int Vector)>();
        var starts = new List<int> { 0 };
        for (var i = 0; i < corpus.Stream.Length; i++)
        {
            if (corpus.Stream[i] < 0)
            {
                starts.Add(i + 1);
            }
        }
        var clock = Stopwatch.GetTimestamp();
        var batch = new List<Instance>();
        var (read, size, steps, loss, guesses) = (0L, 0, 0, 0.0, 0);
        while (read < wanted)
        {
            // The last part of the corpus is the one nearest to the news: half of what is read.
            var from =
                random.Next(2) == 0
                    ? random.Next(starts.Count - 1)
                    : starts.Count - 2 - random.Next(starts.Count / 24);
            var forms = corpus.Stream.AsSpan(starts[from], starts[from + 1] - starts[from] - 1);
            if (forms.Length is < 4 or > 80)
            {
                continue;
            }
            batch.Add(See(corpus, forms, seen));
            size += forms.Length;
            if (size < recipe.Batch)
            {
                continue;
            }
            var rate =
                recipe.Rate * Math.Min(1, ++steps / 500.0) * (0.05 + 0.95 * (1 - (double)read / wanted));
            var (stepLoss, stepGuesses) = model.Guess(batch, (float)rate);
            (loss, guesses) = (loss + stepLoss, guesses + stepGuesses);
            read += size;
            size = 0;
            batch.Clear();
            if (steps % 1000 == 0)
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"guessing: {read / 1e6:F1} M words, loss {loss / guesses:F3}, {Stopwatch.GetElapsedTime(clock).TotalSeconds:F0} s"
                    )
                );
                (loss, guesses) = (0, 0);
            }
        }
        using var writer = new BinaryWriter(File.Create(output));
        foreach (var parameter in model.Shared)
        {
            writer.Write(MemoryMarshal.AsBytes(parameter.Value.AsSpan()));
        }
    }

    /// <summary>Begins from what <see cref="Guess"/> kept.</summary>
    public void Begin(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var parameter in model.Shared)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(parameter.Value.AsSpan()));
            parameter.Rest();
        }
    }

    /// <summary>Begins from a weights file of the same sizes: words are matched by their norms, all else by its place.</summary>
    public void BeginFrom(byte[] file)
    {
        var weights = new Language.Grammar.Network.Weights(file);
        foreach (var parameter in model.Parameters.Where(parameter => parameter.Name != "table"))
        {
            weights.Numbers(parameter.Name).CopyTo(parameter.Value, 0);
        }
        var old = weights.Rows("table");
        var oldRows = MemoryMarshal.Cast<byte, int>(weights.Bytes("word-rows").Span).ToArray();
        var index = weights
            .Strings("vocabulary")
            .Select((word, i) => (word, i))
            .ToDictionary(pair => pair.word, pair => oldRows[pair.i]);
        var table = model.Parameters.First(parameter => parameter.Name == "table");
        for (var row = 0; row <= WordFeatures.Hashed; row++)
        {
            table.Row(row).Clear();
            old.AddTo(table.Row(row), row);
        }
        foreach (var word in vocabulary.Trained)
        {
            var row = table.Row(WordFeatures.Hashed + vocabulary.Rows[word]);
            row.Clear();
            old.AddTo(row, WordFeatures.Hashed + index.GetValueOrDefault(vocabulary.Words[word]));
        }
    }

    /// <summary>The mean of several weights files of one recipe and one line of descent, which often beats each of them.</summary>
    public byte[] Mean(IReadOnlyList<byte[]> files)
    {
        var sums = model.Parameters.Select(parameter => new float[parameter.Value.Length]).ToArray();
        foreach (var file in files)
        {
            BeginFrom(file);
            for (var p = 0; p < sums.Length; p++)
            {
                Rows.AddScaled(sums[p], model.Parameters[p].Value, 1f / files.Count);
            }
        }
        for (var p = 0; p < sums.Length; p++)
        {
            sums[p].CopyTo(model.Parameters[p].Value, 0);
        }
        return Write();
    }

    private Instance See(
        Corpus corpus,
        ReadOnlySpan<int> forms,
        Dictionary<int, (int[] Features, int Vector)> seen
    )
    {
        var features = new int[forms.Length * WordFeatures.Count];
        var rows = new int[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            if (!seen.TryGetValue(forms[i], out var form))
            {
                var (formFeatures, formRows) = vocabulary.See([corpus.Forms[forms[i]]]);
                form = (formFeatures, formRows[0]);
                seen[forms[i]] = form;
            }
            form.Features.CopyTo(features.AsSpan(i * WordFeatures.Count));
            rows[i] = form.Vector;
        }
        return new Instance { Features = features, Vectors = rows };
    }

    private List<Instance> Instances(IReadOnlyList<GoldSentence> sentences, NamesGold[] names, Places places)
    {
        var byWords = new Dictionary<string, NamesGold>(StringComparer.Ordinal);
        foreach (var sentence in names)
        {
            byWords[string.Join(' ', sentence.Words)] = sentence;
        }
        var made = new List<Instance>();
        var random = new Random(recipe.Seed + 2);
        foreach (var sentence in sentences)
        {
            var forms = sentence.Words.Select(word => word.Form).ToArray();
            byWords.Remove(string.Join(' ', forms), out var named);
            var (features, rows) = vocabulary.See(forms);
            var instance = new Instance
            {
                Features = features,
                Vectors = rows,
                Heads = [.. sentence.Words.Select(word => word.Head)],
                Relations = [.. sentence.Words.Select(word => (int)Relations.Read(word.Relation))],
                Readings = [.. sentence.Words.Select(tagset.Of)],
                Names = named is null ? null : NameTags.Of(named, places),
                Weight = recipe.HomeWeight,
            };
            made.Add(instance);
            // Some headlines shout, and some people never use a capital.
            var draw = random.NextSingle();
            if (draw < 0.08f)
            {
                (features, rows) = vocabulary.See([
                    .. forms.Select(form => draw < 0.04f ? form.ToUpperInvariant() : form.ToLowerInvariant()),
                ]);
                made.Add(
                    new Instance
                    {
                        Features = features,
                        Vectors = rows,
                        Heads = instance.Heads,
                        Relations = instance.Relations,
                        Readings = instance.Readings,
                        Names = instance.Names,
                        Weight = instance.Weight,
                    }
                );
            }
        }
        foreach (var sentence in byWords.Values)
        {
            var (features, rows) = vocabulary.See(sentence.Words);
            made.Add(
                new Instance
                {
                    Features = features,
                    Vectors = rows,
                    Names = NameTags.Of(sentence, places),
                }
            );
        }
        return made;
    }

    private byte[] Write()
    {
        var writer = new WeightsWriter();
        writer.Strings("vocabulary", vocabulary.Words);
        writer.Bytes("word-rows", MemoryMarshal.AsBytes(vocabulary.Rows.AsSpan()));
        writer.Quantised("vectors", vectors.Words.Length, vectors.Size, vectors.Rows);
        foreach (var parameter in model.Parameters)
        {
            if (parameter.Name == "table")
            {
                writer.Quantised(parameter.Name, parameter.Rows, parameter.Columns, parameter.Value);
            }
            else
            {
                writer.Halves(parameter.Name, parameter.Rows, parameter.Columns, parameter.Value);
            }
        }
        writer.Strings("tags", tagset.Tags);
        writer.Strings("feature-sets", tagset.FeatureSets);
        writer.Strings("readings", tagset.Lines);
        LemmaRules.Write(writer, trees, tagset.Tags);
        return writer.ToArray(recipe.Version);
    }
}
