using Chancery.Gauge;
using Chancery.Language;
using Chancery.Training;
using Chancery.Training.Data;
using Chancery.Training.Network;
using Chancery.Training.Words;

switch (args)
{
    case ["corpus", var output, .. var inputs]:
        var corpus = Corpus.Read(inputs);
        corpus.Save(output);
        Console.WriteLine($"corpus: {corpus.Stream.Length} words, {corpus.Forms.Count} forms");
        return 0;
    case ["vectors", var input, var output]:
        Vectors.Train(Corpus.Load(input), 96, 6, 60_000, 4, 1).Save(output);
        return 0;
    case ["core", var gold, var vectors, var output, .. var settings]:
        var recipe = Recipe.Read(settings);
        var core = Core.English(recipe, Vectors.Load(vectors), gold);
        if (recipe.Begin.Length > 0)
        {
            core.Begin(recipe.Begin);
        }
        if (recipe.From.Length > 0)
        {
            core.BeginFrom(File.ReadAllBytes(recipe.From));
        }
        var dev = GrammarGold.Read(Path.Combine(gold, "grammar", "en_ewt-ud-dev.conllu.gz"));
        core.Train(
            (epoch, bytes) =>
            {
                if (epoch % recipe.Show == 0 || epoch == recipe.Epochs)
                {
                    File.WriteAllBytes(output, bytes);
                    Report.Grammar("EWT dev", Measure.Grammar(English.Load(bytes), dev));
                    Report.Names(English.Load(bytes), gold);
                }
            }
        );
        return 0;
    case ["guess", var gold, var vectors, var text, var words, var output, .. var settings]:
        var guessing = Core.English(Recipe.Read(settings), Vectors.Load(vectors), gold);
        guessing.Guess(
            Corpus.Load(text),
            long.Parse(words, System.Globalization.CultureInfo.InvariantCulture),
            output
        );
        return 0;
    case ["gauge", var weights, var gold]:
        var parser = English.Load(File.ReadAllBytes(weights));
        foreach (var treebank in new[] { "ewt", "gum" })
        {
            Report.Grammar(
                treebank,
                Measure.Grammar(
                    parser,
                    GrammarGold.Read(Path.Combine(gold, "grammar", $"en_{treebank}-ud-dev.conllu.gz"))
                )
            );
        }
        Report.Names(parser, gold);
        return 0;
    case ["words", var treebank]:
        Differences.Words(GrammarGold.Read(treebank));
        return 0;
    case ["sentences", var treebank]:
        Differences.Sentences(GrammarGold.Read(treebank));
        return 0;
    case ["mean", var gold, var vectors, var output, var version, .. var files]:
        var mean = Core.English(new Recipe { Version = version }, Vectors.Load(vectors), gold);
        File.WriteAllBytes(output, mean.Mean([.. files.Select(File.ReadAllBytes)]));
        return 0;
    case ["silver", var weights, var output, var share, .. var inputs]:
        var every = int.Parse(share, System.Globalization.CultureInfo.InvariantCulture);
        Silver.Write(
            English.Load(File.ReadAllBytes(weights)),
            inputs.SelectMany(Corpus.Texts).Where((_, i) => i % every == 0),
            output
        );
        return 0;
    case ["gauge-names", var weights, var gold]:
        Report.Names(English.Load(File.ReadAllBytes(weights)), gold);
        return 0;
    case ["trees", var weights, var treebank, var genre]:
        Differences.Trees(English.Load(File.ReadAllBytes(weights)), GrammarGold.Read(treebank), genre);
        return 0;
    case ["speed", var weights, var articles]:
        Speed.Measure(English.Load(File.ReadAllBytes(weights)), articles, English.Code);
        return 0;
    case ["memory", var weights, var articles, var threads]:
        Speed.Memory(
            English.Load(File.ReadAllBytes(weights)),
            articles,
            English.Code,
            int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture)
        );
        return 0;
    case ["names", var weights, var file, .. var peoples]:
        Differences.Names(English.Load(File.ReadAllBytes(weights)), file, peoples is not ["without-peoples"]);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: Chancery.Training COMMAND …
              corpus OUTPUT INPUT…                               text ("-" is standard input) → word numbers
              vectors CORPUS OUTPUT                              word vectors
              guess GOLD VECTORS CORPUS WORDS OUTPUT [key=value…] the encoder learns to guess hidden words
              core GOLD VECTORS OUTPUT [key=value…]              tags, trees, names, lemmas → weights
              mean GOLD VECTORS OUTPUT VERSION WEIGHTS…          the mean of several weights
              silver WEIGHTS OUTPUT EVERY INPUT…                 names in unannotated text
              gauge WEIGHTS GOLD | gauge-names WEIGHTS GOLD      figures on the development sets
              speed WEIGHTS ARTICLES                             words a second of processor time
              memory WEIGHTS ARTICLES THREADS                    megabytes at most
              words TREEBANK | sentences TREEBANK                differences of tokens, of sentences
              trees WEIGHTS TREEBANK GENRE | names WEIGHTS FILE [without-peoples]
                                                                 differences of trees, of names
            """
        );
        return 64;
}
