using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Chancery.Desk.Checking;

/// <summary>The words that the rules know, read once from <c>Words/*.txt</c>: one entry a line, "#" begins a comment.</summary>
internal static class WordLists
{
    /// <summary>Words usually written small: at the head of a sentence they are no name.</summary>
    public static FrozenSet<string> Common { get; } = Entries("common").ToFrozenSet();

    /// <summary>Words that carry no content of their own.</summary>
    public static FrozenSet<string> Function { get; } = Entries("function").SelectMany(Words).ToFrozenSet();

    /// <summary>Words that stand for a person or a body named before.</summary>
    public static FrozenSet<string> Pronouns { get; } = Entries("pronouns").SelectMany(Words).ToFrozenSet();

    /// <summary>Words at which a clause ends ("but").</summary>
    public static FrozenSet<string> Breaks { get; } = Entries("breaks").SelectMany(Words).ToFrozenSet();

    /// <summary>Past forms that do not end in "ed".</summary>
    public static FrozenSet<string> PastForms { get; } = Entries("past").SelectMany(Words).ToFrozenSet();

    /// <summary>Words that name who says so, without a verb ("according to").</summary>
    public static TokenPhrases Sourcing { get; } = new(Groups("sourcing"));

    /// <summary>Words with which the description of a person begins.</summary>
    public static FrozenSet<string> Determiners { get; } =
        Entries("determiners").SelectMany(Words).ToFrozenSet();

    /// <summary>Words that a full point follows inside a sentence ("gen").</summary>
    public static FrozenSet<string> Abbreviations { get; } =
        Entries("abbreviations").SelectMany(Words).ToFrozenSet();

    /// <summary>Endings that <see cref="Stem"/> takes off, the longest first.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Entries("endings")];

    /// <summary>Irregular forms and their lemma.</summary>
    public static FrozenDictionary<string, string> Irregular { get; } =
        Entries("irregular")
            .Select(Words)
            .SelectMany(w => w[1..].Select(form => (form, w[0])))
            .ToFrozenDictionary(p => p.form, p => p.Item2);

    /// <summary>Endings that make a people or an adjective of a place ("Ostmark" → "Ostmarkers").</summary>
    public static IReadOnlyList<string> DemonymEndings { get; } = [.. Entries("demonym-endings")];

    /// <summary>Forms of one country: its name, its people, its capital; by folded form.</summary>
    public static TokenPhrases Countries { get; } = new(Groups("countries"));

    public static TokenPhrases Hedges { get; } = new(Classed("hedges"));

    public static TokenPhrases Negations { get; } = new(Classed("negations"));

    /// <summary>Nouns for an outlet as a hearer, and for what a source without a verb owns.</summary>
    public static TokenPhrases Hearers { get; } = new(Classed("hearers"));

    public static TokenPhrases Cues { get; } = new(Classed("cues"));

    public static TokenPhrases Offices { get; } =
        new(Classed("offices").Where(p => !p.Means.StartsWith("same/", StringComparison.Ordinal)));

    /// <summary>The words of offices and what each may be there: "head", "mod" or "hon".</summary>
    public static FrozenDictionary<string, string[]> OfficeWords { get; } =
        Classed("offices")
            .Where(p => !p.Means.StartsWith("same/", StringComparison.Ordinal))
            .GroupBy(p => p.Phrase)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Means).ToArray());

    /// <summary>Words for one office, and its first ("spokeswoman" → "spokesperson").</summary>
    public static FrozenDictionary<string, string> OfficeGroups { get; } =
        Classed("offices")
            .Where(p => p.Means.StartsWith("same/", StringComparison.Ordinal))
            .ToFrozenDictionary(p => p.Phrase, p => p.Means[5..]);

    /// <summary>Words by which one person speaks of themselves ("my").</summary>
    public static FrozenSet<string> FirstPerson { get; } =
        Entries("first-person").SelectMany(Words).ToFrozenSet();

    /// <summary>Words that say of an office that it is over.</summary>
    public static FrozenSet<string> Past { get; } = Entries("past-office").SelectMany(Words).ToFrozenSet();

    /// <summary>Words of a title that change whether it is held ("former").</summary>
    public static FrozenSet<string> Qualifiers { get; } =
        Entries("qualifiers").SelectMany(Words).ToFrozenSet();

    /// <summary>Words that describe a speaker who is not named ("officials", "sources").</summary>
    public static TokenPhrases People { get; } = new(Groups("people"));

    public static TokenPhrases Numbers { get; } = new(Classed("numbers"));

    public static TokenPhrases Dates { get; } = new(Classed("dates"));

    private static IEnumerable<string> Entries(string name)
    {
        var resource = $"checking/{name}";
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding
            .UTF8.GetString(bytes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#');
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"class: phrase, phrase": each phrase means its class.</summary>
    private static IEnumerable<(string Phrase, string Means)> Classed(string name) =>
        from line in Entries(name)
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        from phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)
        select (phrase, line[..colon]);

    /// <summary>"phrase, phrase, phrase": each phrase means the first.</summary>
    private static IEnumerable<(string Phrase, string Means)> Groups(string name) =>
        from line in Entries(name)
        let phrases = line.Split(',', StringSplitOptions.TrimEntries)
        from phrase in phrases
        select (phrase, phrases[0]);
}
