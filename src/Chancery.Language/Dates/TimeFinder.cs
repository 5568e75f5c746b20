using Chancery.Language.Grammar;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Dates;

/// <summary>Finds the expressions of time in one article and resolves them. Holds only its lexicon; safe for many threads.</summary>
public sealed class TimeFinder(TimeLexicon lexicon)
{
    /// <summary>The expressions of a text in order; they never overlap.</summary>
    /// <param name="parse">The article's words and sentences.</param>
    /// <param name="published">Its own date, by which "Thursday" is placed; null for a text that has none.</param>
    public IReadOnlyList<TimeExpression> Find(Parse parse, Stamp? published)
    {
        var matches = new TimeMatcher(lexicon, TimeTokens.Of(parse, lexicon)).Matches();
        var resolver = new TimeResolver(published, token => TimeDirection.Of(parse, lexicon, token));
        if (matches.FirstOrDefault(m => TimeFields.Of(m.Captured).Year > 0) is { } dated)
        {
            resolver.Expect(TimeValue.OfYear(TimeFields.Of(dated.Captured).Year));
        }
        var found = new List<TimeExpression>(matches.Count);
        var reached = 0;
        foreach (var match in matches)
        {
            if (match.First > reached && parse.Gaps[(reached + 1)..(match.First + 1)].Contains(Gap.BlankLine))
            {
                resolver.Paragraph();
            }
            reached = match.First;
            found.Add(resolver.Resolve(match));
        }
        return found;
    }
}
