using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>Finds who said what in one article. Holds only its lexicon; safe for many threads.</summary>
public sealed class StatementFinder(StatementLexicon lexicon)
{
    /// <summary>The statements of a parsed text, in the order in which their evidence begins.</summary>
    /// <param name="parse">The article's words, sentences and trees.</param>
    /// <param name="entities">The participants found in it; speakers and topics index into them.</param>
    public IReadOnlyList<Statement> Find(Parse parse, IReadOnlyList<Entity> entities) =>
        [.. new QuotedSpeech(parse, lexicon, entities).Find().OrderBy(s => s.Evidence.Start)];
}
