using BenchmarkDotNet.Attributes;
using Chancery.Language;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Language.Statements;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>
/// What statements cost beside the parse, and the whole coding, on one thread in one run: the parse is the baseline, and a ratio below 2 of
/// <see cref="ParseAndStatements"/> says that statements cost less than the parse. Divide <c>words</c>, which the setup prints, by the mean.
/// </summary>
public class StatementsBench
{
    private readonly EntityFinder entities = EntityFinder.Of(English.Code);
    private readonly StatementFinder statements = new(StatementLexicon.Of(English.Code));
    private Article[] articles = [];
    private Parser parser = null!;
    private Coder coder = null!;

    [GlobalSetup]
    public void Load()
    {
        byte[] weights = RealWeek.Weights();
        (parser, coder) = (English.Load(weights), new Coder(weights));
        articles = [.. RealWeek.Texts().Select(Article)];
        Console.WriteLine($"words: {Parse()}");
    }

    [Benchmark(Baseline = true)]
    public int Parse() => articles.Sum(article => parser.Parse(article.Text).Count);

    [Benchmark]
    public int ParseAndStatements() => articles.Sum(article => Found(parser.Parse(article.Text)));

    [Benchmark]
    public int WholeCoding() => articles.Sum(article => coder.Code(article).Statements.Count);

    private int Found(Parse parse) => statements.Find(parse, entities.Find(parse)).Count;

    private static Article Article(string text) =>
        new()
        {
            Id = new ArticleId("bench"),
            Key = "bench",
            Capture = new Digest(""),
            Reader = "bench",
            Outlet = "",
            Headline = "",
            Language = English.Code,
            Text = text,
            Blocks = [],
        };
}
