using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Verbs of saying: which a draft may use, and what it makes of the others.</summary>
internal static partial class English
{
    /// <summary>The cue that names its hearer.</summary>
    public const string Telling = "tell";

    private static readonly (string Past, string Present) Said = ("said", "says");

    /// <summary>Cue lemma → past and present, for cues that take both a clause and a quotation. A cue that is not here is "said".</summary>
    private static readonly FrozenDictionary<string, (string Past, string Present)> Verbs = new Dictionary<
        string,
        (string Past, string Present)
    >(StringComparer.Ordinal)
    {
        ["acknowledge"] = ("acknowledged", "acknowledges"),
        ["add"] = ("added", "says"),
        ["caution"] = ("cautioned", "cautions"),
        ["conclude"] = ("concluded", "concludes"),
        ["concede"] = ("conceded", "concedes"),
        ["complain"] = ("complained", "complains"),
        ["admit"] = ("admitted", "admits"),
        ["announce"] = ("announced", "announces"),
        ["argue"] = ("argued", "argues"),
        ["claim"] = ("claimed", "claims"),
        ["confirm"] = ("confirmed", "confirms"),
        ["declare"] = ("declared", "declares"),
        ["deny"] = ("denied", "denies"),
        ["emphasize"] = ("emphasized", "emphasizes"),
        ["emphasise"] = ("emphasised", "emphasises"),
        ["remark"] = ("remarked", "remarks"),
        ["state"] = ("stated", "states"),
        ["vow"] = ("vowed", "vows"),
        ["write"] = ("wrote", "writes"),
        ["post"] = ("wrote", "writes"),
        ["tweet"] = ("wrote", "writes"),
        ["explain"] = ("explained", "explains"),
        ["insist"] = ("insisted", "insists"),
        ["maintain"] = ("maintained", "maintains"),
        ["note"] = ("noted", "notes"),
        ["promise"] = ("promised", "promises"),
        ["reiterate"] = ("reiterated", "reiterates"),
        ["repeat"] = ("repeated", "repeats"),
        ["stress"] = ("stressed", "stresses"),
        ["suggest"] = ("suggested", "suggests"),
        ["warn"] = ("warned", "warns"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Cues that "said" renders.</summary>
    private static readonly FrozenSet<string> Plainly = FrozenSet.Create(
        StringComparer.Ordinal,
        "say",
        "tell",
        "according",
        "according to",
        "answer",
        "assert",
        "comment",
        "inform",
        "mention",
        "observe",
        "point out",
        "reply",
        "report",
        "respond",
        "specify",
        "underline",
        "underscore",
        "quote",
        "cite"
    );

    /// <summary>Cues whose clause is not a plain "that" clause ("asked whether", "called for"): a draft quotes them or leaves them.</summary>
    private static readonly FrozenSet<string> NoClause = FrozenSet.Create(
        StringComparer.Ordinal,
        "ask",
        "wonder",
        "question",
        "call",
        "urge",
        "demand",
        "request",
        "appeal",
        "want",
        "hope",
        "believe",
        "think",
        "discuss",
        "describe",
        "praise",
        "thank",
        "refuse",
        "offer",
        "order",
        "accuse",
        "deny",
        "reject",
        "according"
    );

    public static string Past(string lemma) => Verbs.GetValueOrDefault(lemma, Said).Past;

    public static string Present(string lemma) => Verbs.GetValueOrDefault(lemma, Said).Present;

    /// <summary>True for a cue of which "said" or its own past tense says no more than it does. "Signal" and "show" are none: a visit can.</summary>
    public static bool IsSaying(string lemma) => Verbs.ContainsKey(lemma) || Plainly.Contains(lemma);

    public static bool TakesClause(string lemma) => !NoClause.Contains(lemma);

    /// <summary>The cue that goes on from words of the same mouth; by itself it goes on from nothing.</summary>
    public const string Adding = "add";

    /// <summary>True for a sentence whose last word is a cue: what is cut before it may have been its speaker.</summary>
    public static bool EndsInSaying(string sentence) =>
        Words.Of(sentence).LastOrDefault() is { Length: > 0 } last
        && last.In(sentence)
            is "said"
                or "says"
                or "told"
                or "reported"
                or "added"
                or "announced"
                or "reports";

    /// <summary>True for a sentence that ends in who said it ("…, the army's spokesman said in a statement"): its words are no outlet's own.</summary>
    public static bool IsAscribed(string sentence)
    {
        Passage[] words = [.. Words.Of(sentence)];
        var said = Array.FindLastIndex(
            words,
            word => word.In(sentence) is "said" or "says" or "told" or "added"
        );
        return said > 0
            && words.Length - said <= LongestTail
            && !sentence.AsSpan(words[said].End).Contains(" that ", StringComparison.Ordinal)
            && sentence.AsSpan(0, words[said].Start).Contains(", ", StringComparison.Ordinal);
    }

    /// <summary>True for a sentence that reports what somebody said: it is told as theirs or not at all, never as an outlet's report of a report.</summary>
    public static bool IsReport(string sentence)
    {
        Passage[] words = [.. Words.Of(sentence)];
        for (var i = 1; i + 1 < words.Length; i++)
        {
            // "Said that", "said Saturday that".
            if (
                words[i].In(sentence) is "said" or "says"
                && (
                    words[i + 1].In(sentence) is "that"
                    || i + 2 < words.Length && words[i + 2].In(sentence) is "that"
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// True for a headline that ends in its source ("Port to reopen — ministry"): the article passes that source on, and what
    /// stands in it without a mouth may be the source's.
    /// </summary>
    public static bool IsRelayed(string headline)
    {
        var dash = headline.LastIndexOfAny(['—', '–']);
        return dash > 0
            && dash + 2 < headline.Length
            && headline[dash - 1] == ' '
            && headline[dash + 1] == ' '
            && Words.Count(headline[dash..]) is > 0 and <= LongestSource;
    }

    private const int LongestSource = 4;

    /// <summary>Words from a cue to the end of its sentence, itself included ("said in a statement on Monday").</summary>
    private const int LongestTail = 6;

    /// <summary>True for words that stand for something said before ("the claim", "these reports").</summary>
    public static bool IsClaim(string words) =>
        Words
            .Of(words)
            .Any(word =>
                word.In(words)
                    is "claim"
                        or "claims"
                        or "report"
                        or "reports"
                        or "allegation"
                        or "allegations"
                        or "accusation"
                        or "accusations"
                        or "charge"
                        or "charges"
            );

    /// <summary>The thing that "such" points at ("any such memorandum"); null where the words have no such.</summary>
    public static string? Such(string words)
    {
        Passage[] all = [.. Words.Of(words)];
        var at = Array.FindIndex(all, word => word.In(words) is "such");
        return at >= 0 && at + 1 < all.Length && all[at + 1].In(words) is not ("a" or "an" or "as")
            ? all[at + 1].In(words).ToString()
            : null;
    }

    /// <summary>"Karn denies", "Orsan officials deny": a description that begins with a name and ends in a plural is several.</summary>
    public static string Denying(string speaker) =>
        speaker.Contains(' ', StringComparison.Ordinal)
        && speaker[^1] == 's'
        && char.IsLower(speaker[speaker.LastIndexOf(' ') + 1])
            ? "deny"
            : "denies";
}
