using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>Finds who said what in one article. Holds only its lexicon; safe for many threads.</summary>
public sealed class StatementFinder(StatementLexicon lexicon)
{
    /// <summary>The statements of a parsed text, in the order in which their evidence begins.</summary>
    /// <param name="parse">The article's words, sentences and trees; without trees only words in quotation marks are found.</param>
    /// <param name="entities">The participants found in it; speakers and topics index into them.</param>
    /// <param name="times">The dates and times found in it; <see cref="Statement.When"/> indexes into them.</param>
    public IReadOnlyList<Statement> Find(
        Parse parse,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<TimeExpression>? times = null
    )
    {
        if (parse.Count == 0)
            return [];
        var discourse = new Discourse(parse, lexicon);
        List<Attribution> found = Turns.Find(discourse);
        if (found.Count == 0 && HeadlineCues.Find(discourse) is { } headline)
            found.Add(headline);
        found.AddRange(QuotedSpeech.Find(discourse));
        if (discourse.HasTrees)
        {
            found.AddRange(SourceCues.Quoted(discourse));
            found.AddRange(VerbCues.Find(discourse));
            found.AddRange(SourceCues.Cited(discourse, found.ToArray()));
            found.AddRange(PhraseCues.Find(discourse, found.ToArray()));
            found.AddRange(NounCues.Find(discourse));
            found.AddRange(AdjectiveCues.Find(discourse));
            found.AddRange(WordOrder.Find(discourse));
            Continued.Link(discourse, found);
            foreach (Attribution said in found)
            {
                Circumstances.Add(discourse, said);
                Extents.Mend(discourse, said, found);
            }
            Chains.Link(found);
        }
        found.RemoveAll(said => said.Content.TrueForAll(words => words.IsNone));
        foreach (Attribution said in found)
            said.Content.RemoveAll(words => words.IsNone);
        var speakers = new SpeakerEntities(discourse, entities);
        var ledger = new Ledger(discourse, entities, times ?? [], speakers);
        (Attribution, Statement)[] entered =
        [
            .. found
                .OrderBy(said => said.Whole().First)
                .ThenBy(said => said.Cue.First)
                .Select(said => (said, ledger.Enter(said))),
        ];
        return [.. Hearsay.Without(discourse, entered)];
    }
}
