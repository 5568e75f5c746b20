using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>What names a line's citations carry.</summary>
internal sealed class Carried
{
    private readonly IReadOnlyList<Source> sources;
    private readonly List<string[]> forms = [];
    private readonly List<string[]> people = [];
    private readonly List<string[]> titles = [];
    private readonly List<Token> line;
    private readonly HashSet<string> countries;
    private readonly HashSet<string> capitals;

    public Carried(Ground ground)
    {
        sources = ground.Sources;
        line = ground.Tokens;
        var spoken = sources.SelectMany(InPassage).ToList();
        Add(spoken, true);
        Add(sources.SelectMany(s => Outlets(s)));
        Add([ground.Issue.Name, ground.Watch?.Name ?? "", ground.Watch?.Subject ?? ""]);
        var said = spoken.Select(name => Tokens.Of(name)).Concat(sources.Select(s => s.Tokens)).ToList();
        foreach (var named in said.SelectMany(ground.Known.In).Distinct().ToList())
        {
            (named.Actor.Kind == ActorKind.Person ? people : forms).AddRange(named.Forms);
            titles.AddRange(named.Titles);
            said.AddRange(named.Actor.Aliases.Prepend(named.Actor.Name).Select(n => Tokens.Of(n)));
        }
        foreach (var (_, _, from, to) in ground.Known.Spelling)
            if (said.Exists(tokens => Names.IndexOf(from, tokens) >= 0 || Names.IndexOf(to, tokens) >= 0))
                people.AddRange([from, to]);
        countries = said.SelectMany(tokens =>
                WordLists.Countries.In(tokens).Where(f => tokens[f.At].Capital).Select(f => f.Means)
            )
            .ToHashSet();
        capitals = said.SelectMany(tokens => tokens.Where(t => t.Capital).Select(t => t.Folded)).ToHashSet();
    }

    /// <summary>How many words from <paramref name="at"/> on are carried in one piece; 0 where not even one is.</summary>
    /// <param name="run">The stretch of capitals.</param>
    /// <param name="at">Where in it.</param>
    /// <param name="plain">True where they stand in a passage and nothing more is known of them: not an office, a country or an alias.</param>
    public int Longest(NameRun run, int at, out bool plain)
    {
        plain = false;
        for (var length = run.Words.Length - at; length > 0; length--)
        {
            var words = run.Words.AsSpan(at, length);
            if (Known(run, at, length))
                return length;
            if (!InPeople(run, at, length) && !InPassages(run, at, length))
            {
                if (length == 1 && capitals.Any(c => Names.Demonym(run.Words[at], c)))
                    return 1;
                continue;
            }
            plain = length > 1 || !WordLists.Common.Contains(words[0]);
            return length;
        }
        return 0;
    }

    private bool InPeople(NameRun run, int at, int length) =>
        people.Any(form => Names.PartOf(run.Words.AsSpan(at, length), form));

    private bool InPassages(NameRun run, int at, int length) =>
        sources.Any(s =>
            Names.IndexOf(run.Words.AsSpan(at, length), s.Tokens) >= 0
            || Fuller(s, run.Words.AsSpan(at, length))
        );

    private bool Known(NameRun run, int at, int length)
    {
        var words = run.Words[at..(at + length)];
        if (forms.Any(form => Names.PartOf(words, form)))
            return true;
        var tokens = run.Tokens[at..(at + length)];
        if (WordLists.Countries.At(tokens, 0, out var taken) is { } country && taken == length)
            return countries.Contains(country);
        if (titles.Exists(title => InTitle(run.At + at, length, words, title)))
            return true;
        if (length > 1)
            return false;
        return WordLists.Offices.Of(words[0]) is not null
            || run.TitleCase && WordLists.Common.Contains(words[0])
            // "Foreign Ministry" of a passage's "foreign ministry": common words written large.
            || sources.Any(s => s.Tokens.Any(t => t.Folded == words[0] && !t.Capital));
    }

    // "Ostmark" of "Ostmark Foreign Minister", "foreign minister of Ostmark": the watch's title carries the place.
    private bool InTitle(int at, int length, string[] words, string[] title) =>
        (Office(at + length) || Office(at + length - 1) || Office(at - 2) && line[at - 1].Folded == "of")
        && (Names.PartOf(words, title) || length == 1 && title.Any(t => Names.Demonym(words[0], t)));

    private bool Office(int at) =>
        at >= 0 && at < line.Count && WordLists.OfficeWords.ContainsKey(line[at].Folded);

    // "Jan Novák" where the passage says "Novák" and the article says "Jan Novák" elsewhere.
    private static bool Fuller(Source source, ReadOnlySpan<string> words) =>
        words.Length > 1
        && (Names.IndexOf(words[^1..], source.Tokens) >= 0 || Names.IndexOf(words[..1], source.Tokens) >= 0)
        && Names.IndexOf(words, source.ArticleTokens) >= 0;

    private void Add(IEnumerable<string> names, bool person = false) =>
        (person ? people : forms).AddRange(names.Select(Names.Words).Where(w => w.Length > 0));

    /// <summary>The participants that the coding finds in the passage, by pronoun too, and those whose words it holds.</summary>
    private static IEnumerable<string> InPassage(Source source)
    {
        var passage = source.Citation.Passage;
        if (source.Coding is not { } coding)
            return Antecedents(source);
        var speakers = coding
            .Statements.Where(s => s.Content.Any(c => c.Overlaps(passage)))
            .SelectMany(s =>
                new[] { s.SpeakerEntity }
                    .Where(e => e is >= 0 && e < coding.Entities.Count)
                    .Select(e => coding.Entities[e!.Value])
                    .SelectMany(source.Forms)
                    .Concat(s.Speaker is { } speaker ? [source.Text(speaker)] : [])
            );
        var named = coding
            .Entities.Where(e => e.Mentions.Any(m => passage.Overlaps(m.Passage)))
            .SelectMany(source.Forms);
        var forms = speakers.Concat(named).ToList();
        return coding.Entities.SelectMany(e => e.Mentions).Any(m => m.Pronoun && passage.Overlaps(m.Passage))
            ? forms
            : forms.Concat(Antecedents(source));
    }

    // Without a coding that resolves it, a pronoun may mean anybody named in the two sentences before.
    private static IEnumerable<string> Antecedents(Source source) =>
        source.Tokens.Any(t => WordLists.Pronouns.Contains(t.Folded)) || Described(source.Tokens)
            ? NameRuns
                .Of(Tokens.Of(source.Before(2)), _ => false)
                .Select(run => run.Text(0, run.Tokens.Length))
            : [];

    // "the minister"
    private static bool Described(List<Token> tokens) =>
        Enumerable
            .Range(1, Math.Max(tokens.Count - 1, 0))
            .Any(at => tokens[at - 1].Folded == "the" && WordLists.Offices.Of(tokens[at].Folded) == "head");

    /// <summary>What an article's outlet may be called.</summary>
    public static IEnumerable<string> Outlets(Source source)
    {
        if (source.Outlet is { } outlet)
            foreach (var name in outlet.Domains.Prepend(outlet.Name))
                yield return name;
        yield return source.Article.Outlet;
        if (source.Article.Agency is { } agency)
            yield return agency;
    }
}
