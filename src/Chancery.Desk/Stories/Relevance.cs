using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>How much an article is the watch's business, with the reasons that a person is shown.</summary>
/// <param name="Score">0 where it is not; 1 is a plain case, more is more.</param>
/// <param name="Bearing">How far it bears on the watch's question, 0 to 1: by the distinct words of the question in its headline and opening.</param>
/// <param name="Principals">Those in its headline whose words alone can move the talks, by name.</param>
/// <param name="Digest">True for a roundup of the day or an opinion: it may follow a story and makes none weightier.</param>
/// <param name="Reasons">One phrase each.</param>
public sealed record Relevance(
    double Score,
    double Bearing,
    IReadOnlyList<string> Principals,
    bool Digest,
    IReadOnlyList<string> Reasons
)
{
    public static readonly Relevance None = new(0, 0, [], false, []);
}

/// <summary>Judges articles for one watch.</summary>
public sealed class Judge(Watch watch)
{
    /// <summary>Words of the opening that count as the article's subject.</summary>
    private const int Opening = 700;

    private readonly Phrases<WatchActor> actors = Names(watch);
    private readonly Phrases<string> topics = new(watch.TopicsIn.Select(topic => (topic, topic)));
    private readonly Phrases<string> stakes = new(watch.Stakes.Select(word => (word, word)));
    private readonly Phrases<string> others = new(watch.TopicsOut.Select(topic => (topic, topic)));

    /// <summary>The parties: sides that are neither mediators nor bystanders.</summary>
    private readonly HashSet<string> parties =
    [
        .. watch.Actors.Select(actor => actor.Side).Where(side => side is not ("mediator" or "other")),
    ];

    /// <summary>An index of the names and aliases of a watch's actors.</summary>
    public static Phrases<WatchActor> Names(Watch watch)
    {
        // A person's last word needs no line of its own in the watch, where one person bears it.
        var surnames = watch
            .Actors.Where(actor =>
                actor.Kind == ActorKind.Person && actor.Name.Contains(' ', StringComparison.Ordinal)
            )
            .GroupBy(actor => actor.Name[(actor.Name.LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
            .Where(bearers => bearers.Count() == 1 && bearers.Key.Length > 2)
            .Select(bearers => (bearers.Key, bearers.Single()));
        return new(
            watch
                .Actors.SelectMany(actor => actor.Aliases.Prepend(actor.Name).Select(name => (name, actor)))
                .Concat(surnames)
        );
    }

    /// <summary>
    /// An article is the watch's business where its headline and opening name the parties of both sides, or one party and
    /// the watch's topic; where they bear another topic that the watch puts out, it is not.
    /// </summary>
    public Relevance Of(Article article)
    {
        var opening =
            $"{article.Headline}. {article.Dek} {article.Text[..Math.Min(Opening, article.Text.Length)]}";
        // Where the outlet itself files it says most: its section, its tags, the words of its address.
        var filed = $"{article.Section}. {string.Join(". ", article.Tags)}. {article.Address}";
        if (others.In($"{article.Headline}. {article.Dek}. {filed}").FirstOrDefault().Of is { } other)
        {
            return Relevance.None with { Reasons = [$"put out by “{other}”"] };
        }
        // One such word below the headline may be an aside; two are a subject.
        if (others.In(opening).Select(found => found.Of).Distinct().Count() > 1)
        {
            return Relevance.None with
            {
                Reasons = ["put out by more than one of the words for other subjects"],
            };
        }
        var named = actors.In(opening).Select(found => found.Of).ToList();
        var sides = named
            .Select(actor => actor.Side)
            .Where(parties.Contains)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var subjects = topics.In(opening).Select(found => found.Of).Distinct().ToList();
        if (sides.Count < 2 && (sides.Count == 0 || subjects.Count == 0))
        {
            return Relevance.None;
        }
        var headline = actors.In(article.Headline).Select(found => found.Of).ToList();
        var titled =
            headline.Any(actor => parties.Contains(actor.Side))
            || topics.In($"{article.Headline}. {article.Dek}").Any();
        // Named in passing only: an article on something else.
        if (!titled && named.Count(actor => parties.Contains(actor.Side)) < 4)
        {
            return Relevance.None;
        }
        var title = Stakes(article.Headline);
        var words = Stakes(opening);
        // A word of the question in the headline says what the article is about; one further down may be an aside.
        var bearing = 1 - Math.Exp(-(title.Count + 0.4 * (words.Count - title.Count)));
        var score =
            0.5 * sides.Count
            + 0.25 * Math.Min(subjects.Count, 3)
            + 0.3 * Math.Min(words.Count, 5)
            + (headline.Any(actor => actor.Principal) ? 0.5 : 0)
            + (headline.Any(actor => parties.Contains(actor.Side)) ? 0.25 : 0);
        var digest = Digests.Is(article.Headline);
        return new Relevance(
            score,
            digest ? 0 : bearing,
            [.. headline.Where(actor => actor.Principal).Select(actor => actor.Name).Distinct()],
            digest,
            [
                .. sides.Select(side => $"names {SideName(side)}"),
                .. subjects.Select(topic => $"on “{topic}”"),
                .. words.Select(word => $"bears on the question: “{word}”"),
                .. digest ? ["tells of many things, or is an opinion"] : Array.Empty<string>(),
            ]
        );
    }

    /// <summary>The state that a side is called after; the side itself where no state is of it.</summary>
    private string SideName(string side) =>
        watch.Actors.FirstOrDefault(actor => actor.Side == side && actor.Kind == ActorKind.State)?.Name
        ?? side;

    private List<string> Stakes(string text) =>
        [.. stakes.In(text).Select(found => found.Of).Distinct(StringComparer.OrdinalIgnoreCase)];
}
