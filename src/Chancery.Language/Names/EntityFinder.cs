using System.Runtime.InteropServices;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>
/// The participants of one article: its names brought together, each entity once with all its mentions, its office and its
/// country. Pronouns and short definite descriptions are resolved where grammar leaves one reading, and left open elsewhere.
/// </summary>
public sealed class EntityFinder
{
    private readonly NamesLexicon lexicon;
    private readonly Governments governments;

    private EntityFinder(string language) =>
        (lexicon, governments) = (NamesLexicon.Of(language), Governments.Of(language));

    /// <summary>The finder of a language.</summary>
    /// <param name="language">BCP 47 primary language ("en").</param>
    public static EntityFinder Of(string language) => new(language);

    /// <summary>The entities in the order of their first mention; each one's mentions in order, never overlapping.</summary>
    public IReadOnlyList<Entity> Find(Parse parse)
    {
        var names = Agreed(parse);
        var clusters = new List<Cluster>();
        // Full forms first, so that a short form before its full one ("Novák" in a lead) finds it too.
        foreach (var name in names.Where(name => name.Count > 1).Concat(names.Where(name => name.Count == 1)))
        {
            Place(parse, name, clusters);
        }
        Missed(parse, names, clusters);
        References.Resolve(parse, clusters, lexicon.Joints);
        return
        [
            .. clusters
                .Select(cluster => Entity(parse, cluster))
                .OrderBy(entity => entity.Mentions[0].Passage.Start),
        ];
    }

    /// <summary>Names without forms of address; one that is now of one kind and now of another is of the kind most of its mentions have.</summary>
    private List<Name> Agreed(Parse parse)
    {
        var kinds = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var names = new List<Name>(parse.Names.Length);
        foreach (var name in parse.Names)
        {
            var first = name.Kind == EntityKind.Person ? Offices.Bare(parse, name, lexicon) : name.First;
            var bare = new Name(first, name.End - first, name.Kind);
            names.Add(bare);
            var folded = Fold.Of(parse.PassageOf(bare).In(parse.Text));
            CollectionsMarshal.GetValueRefOrAddDefault(kinds, folded, out _) ??= new int[4];
            kinds[folded][(int)name.Kind]++;
        }
        for (var i = 0; i < names.Count; i++)
        {
            var counts = kinds[Fold.Of(parse.PassageOf(names[i]).In(parse.Text))];
            var best = Array.IndexOf(counts, counts.Max());
            names[i] =
                counts[(int)names[i].Kind] == counts[best]
                    ? names[i]
                    : names[i] with
                    {
                        Kind = (EntityKind)best,
                    };
        }
        return names;
    }

    private void Place(Parse parse, Name name, List<Cluster> clusters)
    {
        var text = parse.PassageOf(name).In(parse.Text).ToString();
        var words = Fold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var place = lexicon.Places.Find(text);
        var country = place?.Country;
        var cluster = name.Kind switch
        {
            EntityKind.Person => Person(words, clusters),
            EntityKind.Organisation => Organisation(words, clusters),
            _ => clusters.Find(known =>
                known.Kind == name.Kind
                && (
                    known.Words.AsSpan().SequenceEqual(words)
                    || (
                        Whole(place)
                        && country is not null
                        && known.Country == country
                        && Whole(lexicon.Places.Find(known.Name))
                    )
                )
            ),
        };
        if (cluster is null)
        {
            cluster = new Cluster(name.Kind, text, words)
            {
                Country = name.Kind is EntityKind.Place or EntityKind.Nationality ? country : null,
            };
            clusters.Add(cluster);
        }
        cluster.Take(text, words);
        cluster.Mentions.Add((name.First, name.End, false));
        if (name.Kind == EntityKind.Person)
        {
            Describe(parse, name, cluster);
        }
        else if (name.Kind == EntityKind.Organisation)
        {
            cluster.Country ??= CountryIn(parse, name.First, name.End);
        }
    }

    private static bool Whole(Place? place) => place?.Kind is PlaceKind.Country or PlaceKind.Nationality;

    /// <summary>The one person of whose name this is a part or the whole; none where two could be meant.</summary>
    private static Cluster? Person(string[] words, List<Cluster> clusters)
    {
        Cluster? found = null;
        foreach (var known in clusters)
        {
            if (known.Kind != EntityKind.Person || !known.Shares(words))
            {
                continue;
            }
            if (known.Words.Length == words.Length)
            {
                return known;
            }
            if (found is not null)
            {
                return null;
            }
            found = known;
        }
        return found;
    }

    /// <summary>The same words, the end of a longer name ("Foreign Ministry"), or its initials ("EU").</summary>
    private Cluster? Organisation(string[] words, List<Cluster> clusters)
    {
        var same = clusters.Find(known =>
            known.Kind == EntityKind.Organisation && known.Words.AsSpan().SequenceEqual(words)
        );
        if (same is not null)
        {
            return same;
        }
        var near = clusters.FindAll(known =>
            known.Kind == EntityKind.Organisation
            && (
                (
                    words.Length > 1
                    && known.Words.Length > words.Length
                    && known.Words.AsSpan().EndsWith(words)
                ) || (known.Words.Length > 1 && words.Length == 1 && Initials(known.Words) == words[0])
            )
        );
        return near.Count == 1 ? near[0] : null;
    }

    private string Initials(string[] words) =>
        string.Concat(words.Where(word => lexicon.Joints.At(word) == Joint.None).Select(word => word[0]));

    private void Describe(Parse parse, Name name, Cluster cluster)
    {
        if (cluster.Office is null && Offices.Find(parse, name, lexicon) is { } office)
        {
            cluster.Office = office;
            cluster.Country ??= CountryIn(parse, office.First, office.End);
        }
        if (
            name.First > 0
            && lexicon.Honorifics.TryGetValue(parse.Form(name.First - 1).ToString(), out var gender)
            && gender != Gender.None
        )
        {
            cluster.Gender = gender;
        }
    }

    private string? CountryIn(Parse parse, int first, int end)
    {
        for (var from = first; from < end; from++)
        {
            for (var to = Math.Min(end, from + 3); to > from; to--)
            {
                if (
                    lexicon.Places.Find(parse.PassageOf((from, to - 1)).In(parse.Text))
                        is { Country: { } country } place
                    && place.Kind is PlaceKind.Country or PlaceKind.Nationality or PlaceKind.Capital
                )
                {
                    return country;
                }
            }
        }
        return null;
    }

    /// <summary>Single words that name a person elsewhere in the article and were passed over here.</summary>
    private static void Missed(Parse parse, List<Name> names, List<Cluster> clusters)
    {
        var taken = new bool[parse.Count];
        foreach (var name in names)
        {
            taken.AsSpan(name.First, name.Count).Fill(true);
        }
        var bySurname = clusters
            .Where(cluster => cluster.Kind == EntityKind.Person && cluster.Words[^1].Length > 2)
            .GroupBy(cluster => cluster.Words[^1])
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First());
        for (var i = 0; i < parse.Count; i++)
        {
            if (
                !taken[i]
                && parse.Upos[i] == Upos.Propn
                && char.IsUpper(parse.Form(i)[0])
                && bySurname.TryGetValue(Fold.Of(parse.Form(i)), out var cluster)
                && (i + 1 >= parse.Count || !(taken[i + 1] && parse.Heads[i] == i + 1))
            )
            {
                cluster.Mentions.Add((i, i + 1, false));
            }
        }
    }

    private Entity Entity(Parse parse, Cluster cluster)
    {
        cluster.Mentions.Sort((a, b) => a.First.CompareTo(b.First));
        return new Entity(
            cluster.Name,
            cluster.Kind,
            [
                .. cluster.Mentions.Select(mention => new Mention(
                    parse.PassageOf((mention.First, mention.End - 1)),
                    mention.Pronoun,
                    cluster.Kind == EntityKind.Place
                        && governments.Is(
                            parse,
                            mention.First,
                            mention.End,
                            lexicon.Places.Find(
                                parse.PassageOf((mention.First, mention.End - 1)).In(parse.Text)
                            )
                        )
                )),
            ],
            cluster.Office is { } office ? parse.PassageOf((office.First, office.End - 1)) : null,
            cluster.Country
                ?? (cluster.Kind == EntityKind.Person ? null : lexicon.Places.Find(cluster.Name)?.Country)
        );
    }
}
