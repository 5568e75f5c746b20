using Chancery.Language.Clauses;
using Chancery.Language.Dates;
using Chancery.Language.Events;
using Chancery.Language.Figures;
using Chancery.Language.Grammar;
using Chancery.Language.Meetings;
using Chancery.Language.Names;
using Chancery.Language.Statements;
using Chancery.Terms;

namespace Chancery.Language;

/// <summary>Article → coding: everything found in one article. Holds immutable weights; safe for many threads at once.</summary>
public sealed class Coder
{
    /// <summary>Raised with every change of a rule, since a coding names the version that made it.</summary>
    private const string Rules = "26";

    private readonly Parser parser;
    private readonly EntityFinder entities = EntityFinder.Of(English.Code);
    private readonly TimeFinder times = new(TimeLexicon.Of(English.Code));
    private readonly TrimFinder trims = TrimFinder.Of("en");
    private readonly EventFinder events = EventFinder.Of(English.Code);
    private readonly FigureFinder figures = new(FigureLexicon.Of(English.Code));
    private readonly MeetingFinder meetings = MeetingFinder.Of(English.Code);
    private readonly StatementFinder statements = new(StatementLexicon.Of(English.Code));

    /// <summary>For other languages: turns of transcripts and words in quotation marks, no words of English.</summary>
    private readonly StatementFinder foreign = new(StatementLexicon.Of("und"));

    /// <param name="weights">The file of English weights, as memory.</param>
    public Coder(ReadOnlyMemory<byte> weights)
    {
        parser = English.Load(weights);
        Version = $"{Rules}+{parser.Version}";
    }

    /// <summary>The version of the rules and of the weights; every coding records it.</summary>
    public string Version { get; }

    /// <summary>Codes one article. Never throws on any text.</summary>
    /// <param name="article">Its text and language are read.</param>
    /// <param name="given">
    /// True where somebody else has found that its sentences tell of events between sides known to him, and asks only of which type:
    /// what is told in passing, or with sides unnamed, is then an event as well.
    /// </param>
    public Coding Code(Article article, bool given = false)
    {
        bool english = article.Language is English.Code or "und";
        Parse parse = parser.Parse(article.Text);
        IReadOnlyList<Entity> participants = english ? entities.Find(parse) : [];
        IReadOnlyList<TimeExpression> when = english ? times.Find(parse, article.Published) : [];
        IReadOnlyList<Statement> said =
        [
            .. (english ? statements : foreign)
                .Find(parse, participants, when)
                .Select(statement => statement with { Clausal = IsClausal(parse, statement) }),
        ];
        IReadOnlyList<Event> done = english
            ? events.Find(parse, participants, when, said, given ? Reach.Given : Reach.News)
            : [];
        // A meeting is on the calendar whoever recalls it, and in whatever clause.
        IReadOnlyList<Event> Passing() => events.Find(parse, participants, when, said, Reach.Passing);

        return new Coding
        {
            Article = article.Id,
            Coder = Version,
            Sentences = [.. parse.Sentences.ToArray().Select(s => s.Passage)],
            Trims = english ? trims.Find(parse) : [],
            Entities = participants,
            Times = when,
            Statements = said,
            Events = done,
            Figures = english ? figures.Find(parse, when, said) : [],
            Meetings = english
                ? meetings.Find(parse, participants, when, Passing(), article.Headline, article.Published)
                : [],
        };
    }

    private static bool IsClausal(Parse parse, Statement statement) =>
        statement.Content is [var content] && FiniteClause.Is(parse, content);
}
