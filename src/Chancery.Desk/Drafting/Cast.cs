using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Who somebody is to this watch, on a day.</summary>
/// <param name="Key">The same for all forms of the name.</param>
/// <param name="First">As printed at the first mention, office included.</param>
/// <param name="Later">As printed afterwards.</param>
/// <param name="Actor">The watch's actor; null for somebody it does not name.</param>
/// <param name="IsPerson">True for a named person.</param>
public sealed record Speaker(string Key, string First, string Later, WatchActor? Actor, bool IsPerson);

/// <summary>The watch's names at work: from the words of an article to the one who is printed.</summary>
internal sealed class Cast(Watch watch)
{
    /// <summary>A description longer than this is a clause, not a name.</summary>
    private const int LongestDescription = 9;

    private readonly Phrases<WatchActor> names = Stories.Judge.Names(watch);

    private readonly Phrases<string> spelling = new(watch.Spelling.Select(pair => (pair.Key, pair.Value)));

    /// <summary>True where the words open with an actor's name, an article or an office before it aside.</summary>
    public bool Opens(string words) =>
        names.In(words).FirstOrDefault() is { Of: not null, Passage.Start: <= 4 };

    /// <summary>True for those of one side of the matter: neither mediators nor bystanders.</summary>
    public static bool IsParty(WatchActor actor) => actor.Side is not ("mediator" or "other");

    public IEnumerable<WatchActor> In(string text) => names.In(text).Select(found => found.Of);

    /// <summary>Where which actor is named.</summary>
    public IEnumerable<(Passage Passage, WatchActor Actor)> Mentions(string text) => names.In(text);

    /// <summary>One spelling a name, outside quotations.</summary>
    public string Spell(string text)
    {
        foreach (var (passage, printed) in spelling.In(text).Reverse().ToList())
        {
            if (Naming.IsQuoted(text, passage.Start))
            {
                continue;
            }
            // The last point of an abbreviation ends a sentence too; where only the words before it had points, it goes with them.
            var rest = text.AsSpan(passage.End);
            var pointed = passage.In(text).Contains('.') && rest.Length > 1;
            text = string.Concat(
                text.AsSpan(0, passage.Start),
                printed,
                rest.StartsWith('.') && (printed[^1] == '.' || pointed) ? rest[1..] : rest
            );
        }
        return text;
    }

    /// <summary>The one who said it, with the passages that name him; null where the text leaves it open or the words are no name.</summary>
    public (Speaker Speaker, IReadOnlyList<Passage> Named)? Of(Coded coded, Statement statement)
    {
        var text = coded.Article.Text;
        if (statement.Speaker is not { } passage || !passage.FitsIn(text))
        {
            return null;
        }
        var words = passage.In(text).ToString().Trim(' ', ',');
        if (!statement.Anonymous && (Sole(words) ?? Turn(words)) is { } actor)
        {
            return (Known(actor, DateOnly.FromDateTime(coded.At.UtcDateTime)), []);
        }
        var entity =
            statement.SpeakerEntity is { } index && index < coded.Coding.Entities.Count
                ? coded.Coding.Entities[index]
                : null;
        if (
            entity is { Kind: EntityKind.Person }
            && !words.Contains(Surname(entity.Name), StringComparison.Ordinal)
        )
        {
            // A pronoun or a description: only where nobody else could be meant.
            return Alone(coded, statement, entity) is { } mention && Sole(entity.Name) is { } meant
                ? (Known(meant, DateOnly.FromDateTime(coded.At.UtcDateTime)), [mention])
                : null;
        }
        return Introduced(coded, words, entity, statement.Anonymous);
    }

    /// <summary>Somebody whom the watch does not name, by the article's own words.</summary>
    private (Speaker Speaker, IReadOnlyList<Passage> Named)? Introduced(
        Coded coded,
        string words,
        Entity? entity,
        bool anonymous
    )
    {
        // A heading of a transcript ("QUESTION:") is nobody's name.
        if (Words.Count(words) > LongestDescription || !words.Any(char.IsLower) || English.Leans(words))
        {
            return null;
        }
        if (entity is { Kind: EntityKind.Person })
        {
            var office =
                entity.Office is { } place && place.FitsIn(coded.Article.Text)
                    ? WithDeterminer(coded.Article.Text, place)
                    : (Passage?)null;
            // Words of a surname alone introduce nobody: the full name and the office stand elsewhere in the article.
            var first =
                words.Contains(',', StringComparison.Ordinal) ? words + ","
                : words.Contains(' ', StringComparison.Ordinal) ? words
                : office is null ? entity.Name
                : $"{entity.Name}, {office.Value.In(coded.Article.Text)},";
            // Whom the watch does not know, readers do not: a name alone tells nobody who speaks.
            return !first.Contains(' ', StringComparison.Ordinal) || office is null && first == entity.Name
                ? null
                : (
                    new Speaker(entity.Name, Spell(first), Spell(Surname(entity.Name)), null, true),
                    first.TrimEnd(',') == words
                        ? []
                        :
                        [
                            .. entity
                                .Mentions.Where(mention => !mention.Pronoun)
                                .Select(mention => mention.Passage)
                                .Take(1),
                            .. office is { } stands ? new[] { stands } : [],
                        ]
                );
        }
        // An organisation by its name; else only words that introduce themselves ("a senior official"). A definite
        // description that nothing resolves names nobody ("the Russian diplomat").
        var named =
            entity is { Kind: EntityKind.Organisation } && words.Length - entity.Name.Length is >= 0 and <= 4;
        return named || anonymous && English.IsIndefinite(words)
            ? (new Speaker(entity?.Name ?? words, Spell(words), Spell(words), null, false), [])
            : null;
    }

    /// <summary>"independent analyst" as the article has it: "an independent analyst".</summary>
    private static Passage WithDeterminer(string text, Passage office)
    {
        var before = text.AsSpan(0, office.Start);
        foreach (var determiner in English.Articles)
        {
            if (
                before.EndsWith(determiner, StringComparison.OrdinalIgnoreCase)
                && (before.Length == determiner.Length || !char.IsLetter(before[^(determiner.Length + 1)]))
            )
            {
                return Passage.Between(office.Start - determiner.Length, office.End);
            }
        }
        return office;
    }

    /// <summary>
    /// Where the statement's own sentences and the one before them name this participant and no other person: that
    /// mention; else null.
    /// </summary>
    private static Passage? Alone(Coded coded, Statement statement, Entity entity)
    {
        var sentences = coded.Coding.Sentences;
        var first = 0;
        while (first < sentences.Count && sentences[first].End <= statement.Evidence.Start)
        {
            first++;
        }
        var reach = Passage.Between(
            first == 0 ? 0 : sentences[first - 1].Start,
            Math.Max(statement.Evidence.End, first < sentences.Count ? sentences[first].End : 0)
        );
        var others = coded.Coding.Entities.Any(other =>
            other != entity
            && other.Kind == EntityKind.Person
            && other.Mentions.Any(mention => !mention.Pronoun && reach.Contains(mention.Passage))
        );
        var named = entity
            .Mentions.Where(mention => !mention.Pronoun && reach.Contains(mention.Passage))
            .ToList();
        return others || named.Count == 0 ? null : named[^1].Passage;
    }

    /// <summary>An actor as printed on a day.</summary>
    public static Speaker Known(WatchActor actor, DateOnly day)
    {
        var office = actor.Offices.FirstOrDefault(office => office.HeldOn(day))?.Title;
        return actor.Kind == ActorKind.Person
            ? new Speaker(
                actor.Name,
                office is null ? actor.Name : $"{office} {actor.Name}",
                Surname(actor.Name),
                actor,
                true
            )
            : new Speaker(
                actor.Name,
                English.WithArticle(actor.Name),
                English.WithArticle(actor.Name),
                actor,
                false
            );
    }

    /// <summary>
    /// The actor whom the words name: the one person among them, else the one whose name they are. "The Russian diplomat"
    /// names nobody, though "Russian" is a name of Russia's.
    /// </summary>
    private WatchActor? Sole(string words)
    {
        var found = names.In(words).ToList();
        var people = found
            .Select(one => one.Of)
            .Where(actor => actor.Kind == ActorKind.Person)
            .Distinct()
            .ToList();
        if (people.Count > 0)
        {
            return people.Count == 1 && Heads(words, found) ? people[0] : null;
        }
        // Room for an article before it.
        return found.Count == 1 && words.Length - found[0].Passage.Length is >= 0 and <= 4
            ? found[0].Of
            : null;
    }

    /// <summary>The one whom a transcript's capitals name before a turn: "MR. LUMNIK", "FOREIGN MINISTER KARN".</summary>
    private WatchActor? Turn(string words) =>
        words.Any(char.IsLower) || Words.Of(words).LastOrDefault() is not { Length: > 2 } last
            ? null
            : Sole(words[last.Start] + words[(last.Start + 1)..last.End].ToLowerInvariant());

    /// <summary>
    /// True where the words end in the name and lead up to it: "Foreign Minister Ilse Karn". "A spokeswoman for Minister
    /// Ilse Karn" and "people in Karn's office" are somebody else.
    /// </summary>
    private static bool Heads(string words, List<(Passage Passage, WatchActor Of)> found)
    {
        var name = found.Last(one => one.Of.Kind == ActorKind.Person).Passage;
        var before = words[..name.Start].TrimEnd();
        var after = words[name.End..];
        return Words.Count(words) <= LongestDescription
            && (after.Length == 0 || after[0] == ',')
            && !English.IsIndefinite(words)
            && !English.Belongs(before);
    }

    /// <summary>The last word of a name; of "Leo XIV" the word before the number.</summary>
    private static string Surname(string name)
    {
        var words = name.Split(' ');
        return words.Length > 1 && words[^1].All(c => c is 'I' or 'V' or 'X') ? words[^2] : words[^1];
    }
}
