using System.IO.Compression;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Chancery.Language;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Language.Text;

namespace Chancery.Bench;

/// <summary>
/// Words a second over the real week where it stands beside the project (CHANCERY_SHARED names another place), else over a text
/// of our own. One operation is one pass over all texts: divide <c>words</c>, which the setup prints, by the mean.
/// </summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private readonly TokenList tokens = new();
    private readonly List<Sentence> sentences = [];
    private string[] texts = [];
    private Tokenizer tokenizer = null!;
    private SentenceSplitter splitter = null!;
    private Parser parser = null!;
    private EntityFinder finder = null!;

    [GlobalSetup]
    public void Load()
    {
        var project = Above().First(folder => File.Exists(Path.Combine(folder, "Chancery.slnx")));
        var lexicon = TextLexicon.Of(English.Code);
        (tokenizer, splitter) = (new Tokenizer(lexicon), new SentenceSplitter(lexicon));
        parser = English.Load(File.ReadAllBytes(Path.Combine(project, "weights", "en", "core.weights")));
        finder = EntityFinder.Of(English.Code);
        var shared =
            Environment.GetEnvironmentVariable("CHANCERY_SHARED") ?? Path.Combine(project, "..", "shared");
        var week = Path.Combine(shared, "corpora", "week-2025-05-16", "articles.jsonl.gz");
        texts = File.Exists(week) ? Week(week) : [.. Enumerable.Repeat(Own, 200)];
        Console.WriteLine($"words: {Tokens()}");
    }

    [Benchmark(Baseline = true)]
    public int Tokens()
    {
        var words = 0;
        foreach (var text in texts)
        {
            tokenizer.Tokenize(text, tokens);
            splitter.Split(text, tokens, sentences);
            words += tokens.Count;
        }
        return words;
    }

    [Benchmark]
    public int TokensTreesNames()
    {
        var words = 0;
        foreach (var text in texts)
        {
            words += parser.Parse(text).Count;
        }
        return words;
    }

    [Benchmark]
    public int TokensTreesNamesEntities()
    {
        var found = 0;
        foreach (var text in texts)
        {
            found += finder.Find(parser.Parse(text)).Count;
        }
        return found;
    }

    private static string[] Week(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var read = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            read.Add(item.RootElement.GetProperty("text").GetString() ?? "");
        }
        return [.. read];
    }

    private static IEnumerable<string> Above()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private const string Own =
        "Foreign Minister Jan Novák of Ruritania arrived in Geneva on Monday for two days of talks with his counterpart from "
        + "Freedonia. “We want an agreement that lasts,” he told reporters at the airport, “and we will not leave without one.” "
        + "The two countries broke off relations in 2019, after a dispute over gas that the European Union tried to mediate.";
}
