using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Words of what is still to come.</summary>
internal static partial class English
{
    /// <summary>Words of what is still to come: modals of the future, what is pending, who is ready.</summary>
    private static readonly FrozenSet<string> Pending = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "will",
        "would",
        "could",
        "might",
        "may",
        "yet",
        "ready",
        "next",
        "plans",
        "planned",
        "expected",
        "until",
        "unless",
        "future",
        "scheduled",
        "pending"
    );

    /// <summary>"Orsa and Belmar are to meet in Halm on Wednesday, March 18, The Strait Times reported."</summary>
    public static string Meeting(
        IReadOnlyList<string> parties,
        MeetingForm form,
        string? venue,
        DateOnly on,
        bool weekday,
        string outlet
    )
    {
        var who = string.Join(
            " and ",
            new[]
            {
                string.Join(", ", parties.SkipLast(1).Select(WithArticle)),
                WithArticle(parties[^1]),
            }.Where(name => name.Length > 0)
        );
        var meet = form == MeetingForm.InPerson ? "meet" : "speak";
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{char.ToUpperInvariant(who[0])}{who[1..]} are to {meet}{(venue is null ? "" : $" in {venue}")} on {(weekday ? $"{on:dddd}, " : "")}{on:MMMM d}, {outlet} reported."
        );
    }

    /// <summary>Verbs in a present that papers use of what is arranged, and how a later day tells the same.</summary>
    private static readonly FrozenDictionary<string, string> Arranged = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["meet"] = "are to meet",
        ["meets"] = "is to meet",
        ["visits"] = "is to visit",
        ["travels"] = "is to travel",
        ["hosts"] = "is to host",
        ["resume"] = "are to resume",
        ["resumes"] = "is to resume",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is told in the present of a day to come, as what is to be: "they meet in Halm on Friday" → "they are to meet …".</summary>
    public static string AsArranged(string sentence)
    {
        ReadOnlySpan<char> before = default;
        foreach (var word in Words.Of(sentence))
        {
            if (
                Arranged.TryGetValue(word.In(sentence).ToString(), out var later)
                && before.Length > 0
                && IsSubject(before)
            )
            {
                return string.Concat(sentence.AsSpan(0, word.Start), later, sentence.AsSpan(word.End));
            }
            before = word.In(sentence);
        }
        return sentence;
    }

    /// <summary>A name, or several ("the envoys"): what stands before a verb as its subject, no auxiliary and no article.</summary>
    private static bool IsSubject(ReadOnlySpan<char> word) =>
        char.IsUpper(word[0]) && word is not ("The" or "A" or "An") || word[^1] == 's';

    /// <summary>True for words about what is still to come.</summary>
    public static bool LooksAhead(string text) =>
        Words.Of(text).Any(word => Pending.Contains(word.In(text).ToString()));

    /// <summary>The auxiliary of the future, as it stands in a sentence and as it opens a question.</summary>
    public const string Will = " will ";
    public const string WillAsked = "Will";

    /// <summary>What opens a prospect: somebody may yet do what follows.</summary>
    private static readonly string[] Prospects =
    [
        " threatening to ",
        " threatened to ",
        " ready to ",
        " willing to ",
        " prepared to ",
        " plans to ",
        " planning to ",
        " offered to ",
        " vowed to ",
        " may ",
        " might ",
        " could ",
    ];

    /// <summary>What may stand between a subject and its prospect.</summary>
    private static readonly FrozenSet<string> Between = FrozenSet.Create(
        StringComparer.Ordinal,
        "has",
        "have",
        "had",
        "been",
        "is",
        "are",
        "was",
        "were",
        "also",
        "again",
        "now",
        "still"
    );

    private static readonly string[] Ends =
    [
        ",",
        ";",
        ":",
        " if ",
        " unless ",
        " while ",
        " after ",
        " because ",
        " but ",
        "“",
        "\"",
    ];

    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(
        StringComparer.Ordinal,
        "for",
        "between",
        "with",
        "in",
        "on",
        "at",
        "by",
        "over",
        "during",
        "until",
        "as"
    );

    /// <summary>
    /// Where a sentence says what somebody may yet do: where its subject ends, and the words of the doing, the verb as it
    /// stands after "to" and not more than so many words. Null where it says no such thing.
    /// </summary>
    public static (int SubjectEnd, string Doing)? Prospect(string sentence, int most)
    {
        foreach (var opening in Prospects)
        {
            var at = sentence.IndexOf(opening, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }
            var doing = sentence[(at + opening.Length)..];
            foreach (var end in Ends)
            {
                var cut = doing.IndexOf(end, StringComparison.Ordinal);
                doing = cut >= 0 ? doing[..cut] : doing;
            }
            List<string> words = [.. doing.TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            words.RemoveAll(word => word is "simply" or "soon");
            while (words.Count > most && words.FindLastIndex(Prepositions.Contains) is > 1 and var cut)
            {
                words.RemoveRange(cut, words.Count - cut);
            }
            if (
                words.Count is < 2
                || words.Count > most
                || words[0] is "have" or "be" or "not"
                || Prepositions.Contains(words[^1])
            )
            {
                continue;
            }
            var subject = at;
            while (
                sentence.LastIndexOf(' ', subject - 1) is > 0 and var space
                && Between.Contains(sentence[(space + 1)..subject])
            )
            {
                subject = space;
            }
            return (subject, string.Join(' ', words));
        }
        return null;
    }

    /// <summary>True for a clause in the tenses of reported speech.</summary>
    public static bool IsShiftedBack(string clause) =>
        Words.Of(clause).Any(word => word.In(clause) is "had" or "would");

    /// <summary>A question of being ("Will it be hard?") asks for an opinion, not for what happens.</summary>
    public const string Be = "be ";
}
