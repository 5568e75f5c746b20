using System.Collections.Frozen;

namespace Chancery.Desk.Drafting;

/// <summary>The words of its own that a draft adds to the evidence. Nothing here says more than the cue it stands for.</summary>
internal static partial class English
{
    /// <summary>The language of the articles that it can quote and put into sentences.</summary>
    public const string Language = "en";

    /// <summary>The articles, each with its space.</summary>
    public static readonly string[] Articles = ["the ", "an ", "a "];

    private static readonly FrozenSet<string> Introducing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a",
        "an",
        "one",
        "two",
        "three",
        "four",
        "several"
    );

    /// <summary>First or last words of names that take the definite article.</summary>
    private static readonly FrozenSet<string> Articled = FrozenSet.Create(
        StringComparer.Ordinal,
        "United",
        "European",
        "Holy",
        "Kremlin",
        "Vatican",
        "Union",
        "Nations",
        "States",
        "House",
        "Ministry",
        "Department",
        "Office",
        "Council",
        "League",
        "Commission",
        "Federation",
        "Committee",
        "Agency",
        "Fund",
        "Parliament",
        "Government",
        "Netherlands",
        "Emirates"
    );

    /// <summary>Determiners and prepositions that lose their capital inside a sentence.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal,
        "The",
        "A",
        "An",
        "At",
        "After",
        "Before",
        "During",
        "Several",
        "Two",
        "Three",
        "Four",
        "Five",
        "More",
        "Most",
        "Many",
        "No",
        "Officials",
        "Leaders",
        "Talks",
        "Negotiations",
        "Direct",
        "New",
        "All",
        "Any",
        "Each",
        "Every"
    );

    /// <summary>What follows a name that another name completes ("Karn of Orsa").</summary>
    public const string Belonging = " of ";

    /// <summary>The beginning of an office that is held no more.</summary>
    public const string Former = "former ";

    /// <summary>True for words that only fill a pause: nobody prints them who has others.</summary>
    public static bool Falters(string quotation) =>
        quotation.Contains(", you know,", StringComparison.OrdinalIgnoreCase)
        || quotation.Contains(", uh", StringComparison.OrdinalIgnoreCase)
        || quotation.Contains(", I mean,", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that an outlet calls somebody by: in a draft they would be the desk's.</summary>
    private static readonly FrozenSet<string> Epithets = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "autocrat",
        "dictator",
        "despot",
        "tyrant",
        "strongman",
        "warmonger",
        "butcher",
        "thug",
        "madman",
        "crony",
        "cronies",
        "henchmen",
        "puppet",
        "junta",
        "so-called",
        "neo-Nazi",
        "neo-Nazis"
    );

    /// <summary>True where an outlet's own words, outside quotation marks, call somebody names.</summary>
    public static bool IsLoaded(string words) =>
        Words
            .Of(words)
            .Any(word => Epithets.Contains(word.In(words).ToString()) && !Naming.IsQuoted(words, word.Start));

    public static bool IsSpokesperson(string office) =>
        office.Contains("spokes", StringComparison.OrdinalIgnoreCase)
        || office.Contains("press secretary", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for words that bring somebody in without a name ("a senior official", "one diplomat").</summary>
    public static bool IsIndefinite(string words) =>
        Words.Of(words).FirstOrDefault() is { Length: > 0 } first
        && Introducing.Contains(first.In(words).ToString())
        && words.Contains(' ', StringComparison.Ordinal);

    /// <summary>True where the words before a name make it another's: "a spokeswoman for", "the wife of".</summary>
    public static bool Belongs(string before) =>
        before.Contains(" for ", StringComparison.Ordinal)
        || before.EndsWith(" for", StringComparison.Ordinal)
        || before.EndsWith(" of", StringComparison.Ordinal)
        || before.EndsWith(" to", StringComparison.Ordinal)
        || before.EndsWith(" in", StringComparison.Ordinal)
        || before.EndsWith(" with", StringComparison.Ordinal);

    /// <summary>"the United States", "the European Union"; "Orsa" stays.</summary>
    public static string WithArticle(string name)
    {
        var words = name.Split(' ');
        return Articled.Contains(words[0]) || Articled.Contains(words[^1]) ? $"the {name}" : name;
    }

    /// <summary>
    /// Where a comma parts a sentence from an adverbial of time or circumstance, which the rest can lose without saying
    /// more; 0 where none does. A condition is none: it stays.
    /// </summary>
    public static int Aside(string sentence)
    {
        for (var comma = sentence.IndexOf(", ", StringComparison.Ordinal); comma > 0; )
        {
            var rest = sentence.AsSpan(comma + 2);
            foreach (var opening in Asides)
            {
                if (rest.StartsWith(opening, StringComparison.Ordinal))
                {
                    return comma;
                }
            }
            comma = sentence.IndexOf(", ", comma + 2, StringComparison.Ordinal);
        }
        return 0;
    }

    private static readonly string[] Asides =
    [
        "a day after ",
        "one day after ",
        "days after ",
        "a week after ",
        "weeks after ",
        "hours after ",
        "a day before ",
        "days before ",
        "after ",
        "before ",
        "amid ",
        "despite ",
        "while ",
    ];

    /// <summary>True where the words before a name say that something is there.</summary>
    public static bool IsPlaced(ReadOnlySpan<char> before) =>
        before.EndsWith(" in", StringComparison.Ordinal)
        || before.EndsWith(" at", StringComparison.Ordinal)
        || before.EndsWith(" at the", StringComparison.Ordinal)
        || before.EndsWith(" in the", StringComparison.Ordinal);

    /// <summary>
    /// How long the dateline before a sentence is ("HALM, March 3 (Wire) — "), the dash and its spaces with it; 0 where there is
    /// none. It begins with a place in capitals.
    /// </summary>
    public static int Dateline(ReadOnlySpan<char> sentence)
    {
        var dash = sentence.IndexOfAny('—', '–');
        if (dash <= 2 || dash > LongestDateline || dash + 2 >= sentence.Length || sentence[dash + 1] != ' ')
        {
            return 0;
        }
        var end = sentence.IndexOfAny(' ', ',');
        var place = sentence[..end];
        return place.Length > 2 && !place.ContainsAnyInRange('a', 'z') && char.IsUpper(place[0])
            ? dash + 2
            : 0;
    }

    private const int LongestDateline = 48;

    /// <summary>True where a byline ran into the sentence ("By Ada Byron Reporting from Halm The ministry said …").</summary>
    public static bool IsBylined(ReadOnlySpan<char> sentence) =>
        sentence.StartsWith("By ", StringComparison.Ordinal)
        && sentence.Contains(" Reporting from ", StringComparison.Ordinal);

    /// <summary>A clause's beginning as it stands inside a sentence: "The ministry" → "the ministry", "Kyiv" stays.</summary>
    public static string Inside(string sentence)
    {
        var space = sentence.IndexOf(' ');
        var first = space < 0 ? sentence : sentence[..space];
        return Plain.Contains(first) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }
}
