using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Words that mean another day, thing or person where they are read alone.</summary>
internal static partial class English
{
    private static readonly FrozenSet<string> Shifting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "ago",
        "earlier",
        "later",
        "now",
        "currently",
        "here",
        "last",
        "next",
        "recently"
    );

    private static readonly FrozenSet<string> Leaning = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "but",
        "and",
        "or",
        "so",
        "also",
        "however",
        "meanwhile",
        "instead",
        "moreover",
        "therefore",
        "there",
        "we",
        "i",
        "you",
        "our",
        "my",
        "such",
        "both",
        "another",
        "others",
        "some",
        "then",
        "thus",
        "asked",
        "if",
        "when",
        "while",
        "as",
        "because",
        "which",
        "who",
        "what",
        "why",
        "how",
        "yet",
        "still",
        "nor",
        "in",
        "at",
        "on",
        "according",
        "earlier",
        "later",
        "here"
    );

    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "and",
        "but",
        "or",
        "so",
        "because",
        "which",
        "also",
        "however",
        "therefore",
        "then",
        "thus",
        "moreover",
        "yet",
        "nor",
        "all",
        "that",
        "this",
        "otherwise",
        "instead",
        "if"
    );

    /// <summary>True where the words mean another day, place or thing when they are read elsewhere.</summary>
    /// <param name="text">The words.</param>
    /// <param name="ahead">True where "next week" is read in the week in which it was written.</param>
    public static bool Shifts(string text, bool ahead = false) =>
        Words
            .Of(text)
            .Any(word =>
                Shifting.Contains(word.In(text).ToString())
                && !(ahead && text.AsSpan(word.Start).StartsWith(NextWeek, StringComparison.Ordinal))
            );

    public const string NextWeek = "next week";

    /// <summary>True where a sentence leans on the one before it.</summary>
    public static bool Leans(string text) =>
        Words.Of(text).FirstOrDefault() is { Length: > 0 } first
            && Leaning.Contains(first.In(text).ToString())
        || IsOccasion(text);

    /// <summary>"During the trip, …", "After their meeting, …": an occasion that only the words before it name.</summary>
    private static bool IsOccasion(string text)
    {
        Passage[] words = [.. Words.Of(text).Take(3)];
        return words.Length == 3
            && words[0].In(text) is "During" or "After" or "Before" or "Following" or "Since"
            && words[1].In(text) is "the" or "this" or "that" or "these" or "his" or "her" or "their" or "its"
            && Occasions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[2].In(text))
            && words[2].End < text.Length
            && text[words[2].End] == ',';
    }

    private static readonly FrozenSet<string> Occasions = FrozenSet.Create(
        StringComparer.Ordinal,
        "trip",
        "visit",
        "tour",
        "meeting",
        "meetings",
        "talks",
        "call",
        "conversation",
        "summit",
        "session",
        "event",
        "speech",
        "vote",
        "raid",
        "attack"
    );

    /// <summary>True where a clause speaks of somebody or something that only the words before it name.</summary>
    public static bool Refers(string clause) =>
        Words.Of(clause).FirstOrDefault() is { Length: > 0 } first
        && first.In(clause) is "they" or "this" or "that" or "these" or "those" or "such" or "both";

    /// <summary>True for words that break off: a feed's lead is cut where its room ends ("… the reports of an").</summary>
    public static bool BreaksOff(string words) =>
        Words.Of(words).LastOrDefault() is { Length: > 0 } last
        && last.In(words)
            is "a"
                or "an"
                or "the"
                or "of"
                or "and"
                or "or"
                or "but"
                or "his"
                or "her"
                or "its"
                or "their"
                or "our"
                or "my"
                or "your";

    private static readonly string[] Announcing = ["you know what?", "guess what?"];

    /// <summary>True for a quotation that opens another and breaks off before its end ("… we will say, ‘You know what?").</summary>
    public static bool LeavesOpen(string quotation)
    {
        // "… and we will say, you know what?": the words themselves are still to come.
        if (Announcing.Any(end => quotation.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }
        var open = false;
        for (var i = 0; i < quotation.Length; i++)
        {
            if (quotation[i] is not ('\'' or '‘' or '’'))
            {
                continue;
            }
            var after = i > 0 && char.IsLetterOrDigit(quotation[i - 1]);
            var before = i + 1 < quotation.Length && char.IsLetterOrDigit(quotation[i + 1]);
            if (after && before)
            {
                continue;
            }
            open = before && quotation[i] != '’' || open && before;
        }
        return open;
    }

    /// <summary>True for a quotation that begins with somebody whom only what stood before it names.</summary>
    public static bool LacksItsSubject(string quotation) =>
        Words.Of(quotation).FirstOrDefault() is { Length: > 0 } first
        && first.In(quotation) is "They" or "He" or "She" or "Their" or "His" or "Her" or "Them";

    /// <summary>True for words that begin with a person who is not named in them.</summary>
    public static bool IsPersonal(string words) =>
        Words.Of(words).FirstOrDefault() is { Length: > 0 } first
        && first.In(words) is "he" or "she" or "his" or "her";

    /// <summary>
    /// True where a clause speaks of something that only the words before it name: "such decisions", "the two men", "was asked
    /// about it", "the word was not used".
    /// </summary>
    public static bool PointsBack(string clause)
    {
        Passage[] words = [.. Words.Of(clause)];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].In(clause);
            var next = i + 1 < words.Length ? words[i + 1].In(clause) : default;
            if (
                word.Equals("such", StringComparison.OrdinalIgnoreCase) && next is not ("as" or "a" or "an")
                || word.Equals("the", StringComparison.OrdinalIgnoreCase)
                    && (
                        next is "latter" or "former" or "pair" or "trio" or "duo"
                        || IsCounted(clause, words, i)
                    )
                // Whoever acts and is not "himself" is not him.
                || word is "him"
                || word is "it" or "them" && i > 0 && IsGoverning(words[i - 1].In(clause))
                || word.Equals("the", StringComparison.OrdinalIgnoreCase)
                    && next
                        is "diplomat"
                            or "official"
                            or "officials"
                            or "spokesman"
                            or "spokeswoman"
                            or "spokesperson"
                            or "politician"
                            or "minister"
                            or "envoy"
                            or "lawmaker"
                    && (i + 2 >= words.Length || !IsNaming(clause, words[i + 2]))
                || i == 0
                    && word.Equals("the", StringComparison.OrdinalIgnoreCase)
                    && Shells.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next)
                    && !IsSpecified(clause, words)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"the two men", "the three": nobody is named in them; "the two countries" of a watch are known.</summary>
    private static bool IsCounted(string clause, Passage[] words, int at) =>
        at + 2 < words.Length
        && words[at + 1].In(clause) is "two" or "three" or "four"
        && words[at + 2].In(clause)
            is "men"
                or "women"
                or "officials"
                or "leaders"
                or "ministers"
                or "presidents"
                or "diplomats"
                or "of";

    /// <summary>"the minister of Orsa", "the minister Karn": what follows says who.</summary>
    private static bool IsNaming(string clause, Passage word) =>
        char.IsUpper(clause[word.Start]) || word.In(clause) is "of" or "for" or "who" or "in";

    private static bool IsGoverning(ReadOnlySpan<char> word) =>
        word is "about" or "of" or "for" or "to" or "with" or "by" or "on" or "from" or "against" or "after";

    /// <summary>"the word that …", "the offer of Orsa": what follows says which.</summary>
    private static bool IsSpecified(string clause, Passage[] words) =>
        words.Length > 2
        && words[2].In(clause)
            is "of"
                or "that"
                or "to"
                or "from"
                or "by"
                or "on"
                or "between"
                or "with"
                or "in"
                or "for"
                or "which";

    /// <summary>Nouns that stand for something said or done before, where nothing says which.</summary>
    private static readonly FrozenSet<string> Shells = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "word",
        "words",
        "move",
        "decision",
        "announcement",
        "statement",
        "remark",
        "remarks",
        "comment",
        "comments",
        "claim",
        "claims",
        "paper",
        "document",
        "proposal",
        "offer",
        "step",
        "meeting",
        "call",
        "visit",
        "incident",
        "attack",
        "strike",
        "strikes",
        "measure",
        "measures",
        "question",
        "issue",
        "matter",
        "plan",
        "report",
        "reports",
        "figure",
        "number",
        "official",
        "officials",
        "minister",
        "ministry",
        "president",
        "man",
        "woman",
        "speech",
        "vote",
        "motion",
        "deal",
        "plant",
        "facility"
    );

    /// <summary>True where the last few of these words open a clause of what was before ("a day after the round was …").</summary>
    public static bool IsAfter(string before) =>
        Words.Of(before).TakeLast(6).Any(word => word.In(before) is "after" or "since");

    /// <summary>True for words of whoever writes or speaks: outside quotation marks they would be the desk's own.</summary>
    public static bool IsPersonalToUs(string words) =>
        Words
            .Of(words)
            .Any(word =>
                word.In(words)
                    is "I"
                        or "we"
                        or "We"
                        or "our"
                        or "Our"
                        or "my"
                        or "My"
                        or "you"
                        or "You"
                        or "your"
                        or "us"
                        or "me"
            );

    /// <summary>The subordinators without which a main clause says more than was said.</summary>
    public static bool IsCondition(ReadOnlySpan<char> word) =>
        word.Equals("if", StringComparison.OrdinalIgnoreCase)
        || word.Equals("unless", StringComparison.OrdinalIgnoreCase)
        || word.Equals("until", StringComparison.OrdinalIgnoreCase)
        || word.Equals("provided", StringComparison.OrdinalIgnoreCase)
        || word.Equals("whether", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a quotation's first word joins it to words that are not quoted.</summary>
    public static bool Joins(string quotation) =>
        Words.Of(quotation).FirstOrDefault() is { Length: > 0 } first
        && Joining.Contains(first.In(quotation).ToString());
}
