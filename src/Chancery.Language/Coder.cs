using Chancery.Language.Dates;
using Chancery.Language.Grammar;
using Chancery.Language.Statements;
using Chancery.Terms;

namespace Chancery.Language;

/// <summary>Article → coding: everything found in one article. Holds immutable weights; safe for many threads at once.</summary>
public sealed class Coder
{
    /// <summary>Raised with every change of a rule, since a coding names the version that made it.</summary>
    private const string Rules = "1";

    private readonly Parser parser;
    private readonly TimeFinder times = new(TimeLexicon.Of("en"));
    private readonly StatementFinder statements = new(StatementLexicon.Of("en"));

    /// <param name="weights">The file of English weights, as memory.</param>
    public Coder(ReadOnlyMemory<byte> weights)
    {
        parser = English.Load(weights);
        Version = $"{Rules}+{parser.Version}";
    }

    /// <summary>The version of the rules and of the weights; every coding records it.</summary>
    public string Version { get; }

    /// <summary>Codes one article. Never throws on any text.</summary>
    public Coding Code(Article article)
    {
        Parse parse = parser.Parse(article.Text);
        IReadOnlyList<Entity> entities = [];
        return new Coding
        {
            Article = article.Id,
            Coder = Version,
            Sentences = [.. parse.Sentences.ToArray().Select(s => s.Passage)],
            Entities = entities,
            Times = times.Find(parse, article.Published),
            Statements = statements.Find(parse, entities),
        };
    }
}
