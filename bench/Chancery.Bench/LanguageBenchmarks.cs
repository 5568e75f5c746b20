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
        var lexicon = TextLexicon.Of(English.Code);
        (tokenizer, splitter) = (new Tokenizer(lexicon), new SentenceSplitter(lexicon));
        parser = English.Load(RealWeek.Weights());
        finder = EntityFinder.Of(English.Code);
        texts = RealWeek.Texts();
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
}
