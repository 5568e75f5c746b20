using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Who somebody is to this watch, on a day.</summary>
/// <param name="Key">The same for all forms of the name.</param>
/// <param name="First">As printed at the first mention, office included.</param>
/// <param name="Later">As printed afterwards.</param>
/// <param name="Actor">The watch's actor; null for somebody it does not name.</param>
public sealed record Speaker(string Key, string First, string Later, WatchActor? Actor);

/// <summary>The watch's names at work: from the words of an article to the one who is printed.</summary>
internal sealed class Cast(Watch watch)
{
    /// <summary>A description longer than this is a clause, not a name.</summary>
    private const int LongestDescription = 9;

    private readonly Phrases<WatchActor> names = Stories.Judge.Names(watch);

    private readonly Phrases<string> spelling = new(watch.Spelling.Select(pair => (pair.Key, pair.Value)));

    public bool OpensWithName(string text) =>
        names.In(text).FirstOrDefault() is { Of: not null, Passage.Start: 0 };

    public IEnumerable<WatchActor> In(string text) => names.In(text).Select(found => found.Of);

    /// <summary>One spelling a name, outside quotations.</summary>
    public string Spell(string text)
    {
        foreach (var (passage, printed) in spelling.In(text).Reverse().ToList())
        {
            text = string.Concat(text.AsSpan(0, passage.Start), printed, text.AsSpan(passage.End));
        }
        return text;
    }

    /// <summary>The one who said it, with the passages that name him; null where the text leaves it open or the words are no name.</summary>
    public (Speaker Speaker, IReadOnlyList<Passage> Named)? Of(Coded coded, Statement statement)
    {
        var text = coded.Article.Text;
        var words = statement.Speaker is { } passage ? passage.In(text).ToString().Trim(' ', ',') : null;
        Entity? entity =
            statement.SpeakerEntity is { } index && index < coded.Coding.Entities.Count
                ? coded.Coding.Entities[index]
                : null;
        var actor = (words is null ? null : Sole(words)) ?? (entity is null ? null : Sole(entity.Name));
        if (actor is not null)
        {
            IReadOnlyList<Passage> named = entity is null
                ? []
                :
                [
                    .. entity
                        .Mentions.Where(mention =>
                            !mention.Pronoun && Sole(mention.Passage.In(text).ToString()) == actor
                        )
                        .Select(mention => mention.Passage)
                        .Take(1),
                ];
            return (Known(actor, DateOnly.FromDateTime(coded.At.UtcDateTime)), named);
        }
        if (
            words is null
            || Words.Count(words) > LongestDescription
            || words.Length < 3
            // A heading of a transcript ("QUESTION:") is nobody's name.
            || !words.Any(char.IsLower)
            || Words.Of(words).All(word => English.Leans(word.In(words).ToString()))
        )
        {
            return null;
        }
        var later = entity is { Kind: EntityKind.Person } ? Surname(entity.Name) : words;
        var first = English.Leans(words) ? null : words;
        return first is null
            ? null
            : (new Speaker(entity?.Name ?? words, Spell(first), Spell(later), null), []);
    }

    private static Speaker Known(WatchActor actor, DateOnly day)
    {
        var office = actor.Offices.FirstOrDefault(office => office.HeldOn(day))?.Title;
        return new Speaker(
            actor.Name,
            office is null ? actor.Name : $"{office} {actor.Name}",
            actor.Kind == ActorKind.Person ? Surname(actor.Name) : actor.Name,
            actor
        );
    }

    /// <summary>
    /// The actor whom the words name: the one person among them, else the one whose name ends them. "The Russian
    /// diplomat" names nobody, though "Russian" is a name of Russia's.
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
            return people.Count == 1 ? people[0] : null;
        }
        return found.Count > 0 && found[^1].Passage.End >= words.Length - 1 ? found[^1].Of : null;
    }

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
