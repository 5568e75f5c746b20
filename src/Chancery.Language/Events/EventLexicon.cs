using System.Collections.Frozen;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>One line of <c>event-frames.txt</c>: what a trigger means when its condition holds.</summary>
/// <param name="Conditions">Each a set of words one of which must stand among the arguments; none for any.</param>
/// <param name="Type">Null where the words tell of no event.</param>
/// <param name="Mode">PLOVER mode.</param>
internal sealed record EventFrame(IReadOnlyList<FrozenSet<string>> Conditions, EventType? Type, string? Mode)
{
    public bool Holds(HashSet<string> arguments)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.Overlaps(arguments))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>The words of events in one language.</summary>
public sealed class EventLexicon
{
    private readonly (string Ending, string Instead)[] endings;

    private EventLexicon(string language)
    {
        var sets = new Dictionary<string, string>();
        var frames = new Dictionary<string, List<EventFrame>>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Lexicon.Lines(language, "event-frames"))
        {
            var fields = line.Split('\t');
            if (fields[0] == "=")
            {
                sets["=" + fields[1]] = fields[2];
                continue;
            }
            if (!frames.TryGetValue(fields[0], out var list))
            {
                frames[fields[0]] = list = [];
            }
            list.Add(Frame(fields, sets));
        }
        Frames = frames.ToFrozenDictionary(
            f => f.Key,
            f => f.Value.ToArray(),
            StringComparer.OrdinalIgnoreCase
        );
        Support = Lexicon.Pairs(language, "event-support");
        Modality = Lexicon.Pairs(language, "event-modality");
        Sectors = Lexicon.Pairs(language, "event-sectors");
        Contexts = Lexicon.Pairs(language, "event-contexts");
        endings =
        [
            .. Lexicon
                .Lines(language, "event-endings")
                .Select(line => line.Split('\t'))
                .Select(f => (f[0], f.Length > 1 ? f[1] : "")),
        ];
        Where = Lexicon.Set(language, "event-where");
        Topics = Lexicon.Pairs(language, "event-topics");
        TwoSided = Lexicon.Set(language, "event-two-sided");
        Attended = Lexicon.Pairs(language, "event-attended");
        Circumstances = Lexicon.Set(language, "event-circumstances");
        Unsaid = Lexicon.Set(language, "event-unsaid");
        Private = Lexicon.Set(language, "event-private");
        Wished = Lexicon.Set(language, "event-wished");
        Weapons = Lexicon.Set(language, "event-weapons");
        Persons = Lexicon.Set(language, "event-persons");
        Bounds = Lexicon.Pairs(language, "figure-bounds").Keys.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Demands = Lexicon.Set(language, "event-demands");
        Apart = Lexicon.Set(language, "event-apart");
        Boilerplate = Lexicon.Lines(language, "event-boilerplate");
        Recipients = Lexicon
            .Pairs(language, "event-recipients")
            .ToFrozenDictionary(
                line => Enum.Parse<EventType>(line.Key),
                line => line.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            );
        Names = Lexicon
            .Lines(language, "event-names")
            .Select(line => line.Split('\t'))
            .DistinctBy(f => f[0])
            .ToFrozenDictionary(f => f[0], f => (f[1] == "-" ? null : f[1], f[2]), StringComparer.Ordinal);
        Families = Names
            .Where(n => n.Value.Item2 == "GOV" && n.Key.Contains(' ', StringComparison.Ordinal))
            .GroupBy(n => n.Key[(n.Key.LastIndexOf(' ') + 1)..], n => n.Value)
            .Where(family => family.Distinct().Count() == 1)
            .ToFrozenDictionary(family => family.Key, family => family.First(), StringComparer.Ordinal);
        Lands = Lexicon.Lines(language, "event-lands").Select(Enum.Parse<EventType>).ToFrozenSet();
        Affairs = Lexicon.Lines(language, "event-affairs").Select(Enum.Parse<EventType>).ToFrozenSet();
        Owners = Lexicon.Set(language, "event-owners");
        Capitals = Lexicon.Set(language, "event-capitals");
        Addressees = Lexicon.Set(language, "event-addressees");
        Accidental = Lexicon.Set(language, "event-accidental");
        Targets = Lexicon.Set(language, "event-targets");
        Relatives = Lexicon.Set(language, "event-relatives");
        Together = Lexicon.Set(language, "event-together");
        Undergone = Lexicon.Set(language, "event-undergone");
        Asked = Lexicon.Set(language, "event-asked");
        Reasons = Lexicon.Set(language, "event-reasons");
        Pointing = Lexicon.Set(language, "event-pointing");
        Opinions = Lexicon.Set(language, "event-opinions");
        Modes =
        [
            .. Lexicon
                .Lines(language, "event-modes")
                .Select(line => line.Split('\t'))
                .Select(f =>
                    (
                        Enum.Parse<EventType>(f[0]),
                        f[1],
                        f[2].Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase)
                    )
                ),
        ];
    }

    /// <summary>By lemma; nouns under "n:" and their lemma.</summary>
    internal FrozenDictionary<string, EventFrame[]> Frames { get; }

    /// <summary>Verbs that leave the meaning to their noun; "subject" where it is theirs.</summary>
    internal FrozenDictionary<string, string> Support { get; }

    /// <summary>Words that put off what they govern: "future", "conditional", "negated".</summary>
    internal FrozenDictionary<string, string> Modality { get; }

    /// <summary>The mode of what is requested, rejected or threatened, by its words.</summary>
    internal IReadOnlyList<(EventType Type, string Mode, FrozenSet<string> Words)> Modes { get; }

    /// <summary>Prepositions after which a place is where it happened.</summary>
    internal FrozenSet<string> Where { get; }

    /// <summary>Verbs whose object is what the event is about; "closed" where nobody in it is a side.</summary>
    internal FrozenDictionary<string, string> Topics { get; }

    /// <summary>Verbs that tell of an event only where both sides are named.</summary>
    internal FrozenSet<string> TwoSided { get; }

    /// <summary>Verbs of consultation that may name one side; "several" where it must be more than one.</summary>
    internal FrozenDictionary<string, string> Attended { get; }

    /// <summary>Prepositions of time, occasion and example, behind which stands no side.</summary>
    internal FrozenSet<string> Circumstances { get; }

    /// <summary>Words before a gerund that tell of it as charged, meant or missing ("for", "of", "without").</summary>
    internal FrozenSet<string> Unsaid { get; }

    /// <summary>Sectors whose members act among themselves without its being an affair of states.</summary>
    internal FrozenSet<string> Private { get; }

    /// <summary>Verbs whose complement is wished, tried or prevented.</summary>
    internal FrozenSet<string> Wished { get; }

    /// <summary>Verbs whose object is somebody, whatever noun names them.</summary>
    internal FrozenSet<string> Persons { get; }

    /// <summary>Words before a number that bound it ("at least").</summary>
    internal FrozenSet<string> Bounds { get; }

    /// <summary>Nouns whose clause is asked for, meant or feared.</summary>
    internal FrozenSet<string> Demands { get; }

    /// <summary>What kills or destroys with nobody named behind it.</summary>
    internal FrozenSet<string> Weapons { get; }

    /// <summary>Words of sport, show and art.</summary>
    internal FrozenSet<string> Apart { get; }

    /// <summary>Words of credits and teasers, lower case.</summary>
    internal IReadOnlyList<string> Boilerplate { get; }

    /// <summary>The prepositions that name the other side of each type.</summary>
    internal FrozenDictionary<EventType, FrozenSet<string>> Recipients { get; }

    /// <summary>Types that are done to a land where they are done in one and to nobody named.</summary>
    internal FrozenSet<EventType> Lands { get; }

    /// <summary>Types that are done to whose affair they touch: "rejected a plan for …".</summary>
    internal FrozenSet<EventType> Affairs { get; }

    /// <summary>Country and sector of names that do not show them.</summary>
    internal FrozenDictionary<string, (string? Country, string Sector)> Names { get; }

    /// <summary>The family names that one person on the list of names alone bears.</summary>
    internal FrozenDictionary<string, (string? Country, string Sector)> Families { get; }

    /// <summary>Prepositions behind which stands whose deed something is ("of", "by").</summary>
    internal FrozenSet<string> Owners { get; }

    /// <summary>Prepositions right behind a verb of asking behind which stands who is asked ("called on").</summary>
    internal FrozenSet<string> Addressees { get; }

    /// <summary>Prepositions behind a thing asked for, behind which stands of whom it is asked.</summary>
    internal FrozenSet<string> Asked { get; }

    /// <summary>Nouns that with a preposition name who acts as well ("in cooperation with").</summary>
    internal FrozenSet<string> Together { get; }

    /// <summary>Nouns whose "of" names whom a thing is done to ("the release of …").</summary>
    internal FrozenSet<string> Undergone { get; }

    /// <summary>Prepositions behind which stands what somebody is blamed or praised for.</summary>
    internal FrozenSet<string> Reasons { get; }

    /// <summary>Nouns that point at those told before ("the sides").</summary>
    internal FrozenSet<string> Pointing { get; }

    /// <summary>Verbs of what somebody holds to be so.</summary>
    internal FrozenSet<string> Opinions { get; }

    /// <summary>Verbs of what accidents and disasters do as well.</summary>
    internal FrozenSet<string> Accidental { get; }

    /// <summary>Places where people are, that suffer an assault as they do.</summary>
    internal FrozenSet<string> Targets { get; }

    /// <summary>Nouns of somebody else than their possessor ("counterpart").</summary>
    internal FrozenSet<string> Relatives { get; }

    /// <summary>Nouns of <see cref="Sectors"/> that count with a capital alone.</summary>
    internal FrozenSet<string> Capitals { get; }

    internal FrozenDictionary<string, string> Sectors { get; }

    internal FrozenDictionary<string, string> Contexts { get; }

    /// <summary>The frames of a verb by its lemma, else, since a tagger guesses the lemma of a rare form, by what is left without its ending.</summary>
    internal EventFrame[]? FramesOf(string lemma, ReadOnlySpan<char> form)
    {
        if (Frames.TryGetValue(lemma, out var frames))
        {
            return frames;
        }
        if (Support.ContainsKey(lemma))
        {
            return null;
        }
        foreach (var (ending, instead) in endings)
        {
            if (
                form.Length > ending.Length + 2
                && form.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && Frames.TryGetValue($"{form[..^ending.Length]}{instead}", out frames)
            )
            {
                return frames;
            }
        }
        return null;
    }

    /// <param name="language">BCP 47 primary language; one without lists yields a lexicon that knows nothing.</param>
    public static EventLexicon Of(string language) => new(language);

    private static EventFrame Frame(string[] fields, Dictionary<string, string> sets) =>
        new(
            fields[1] == "*"
                ? []
                :
                [
                    .. fields[1]
                        .Split(" & ")
                        .Select(condition =>
                            condition
                                .Split('|')
                                .SelectMany(word => word[0] == '=' ? sets[word].Split('|') : [word])
                                .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
                        ),
                ],
            fields[2] == "-" ? null : Enum.Parse<EventType>(fields[2]),
            fields.Length > 3 ? fields[3] : null
        );
}
