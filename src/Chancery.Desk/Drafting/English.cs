using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>The words of its own that a draft adds to the evidence. Nothing here says more than the cue it stands for.</summary>
internal static class English
{
    /// <summary>The language of the articles that it can quote and put into sentences.</summary>
    public const string Language = "en";

    /// <summary>The articles, each with its space.</summary>
    public static readonly string[] Articles = ["the ", "an ", "a "];

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

    public static string Past(string lemma) => Verbs.GetValueOrDefault(lemma, Said).Past;

    public static string Present(string lemma) => Verbs.GetValueOrDefault(lemma, Said).Present;

    /// <summary>True for a cue of which "said" or its own past tense says no more than it does. "Signal" and "show" are none: a visit can.</summary>
    public static bool IsSaying(string lemma) => Verbs.ContainsKey(lemma) || Plainly.Contains(lemma);

    public static bool TakesClause(string lemma) => !NoClause.Contains(lemma);

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

    /// <summary>True for words about what is still to come.</summary>
    public static bool LooksAhead(string text) =>
        Words.Of(text).Any(word => Pending.Contains(word.In(text).ToString()));

    /// <summary>True where a sentence leans on the one before it.</summary>
    public static bool Leans(string text) =>
        Words.Of(text).FirstOrDefault() is { Length: > 0 } first
        && Leaning.Contains(first.In(text).ToString());

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

    /// <summary>What follows a name that another name completes ("Karn of Orsa").</summary>
    public const string Belonging = " of ";

    /// <summary>The beginning of an office that is held no more.</summary>
    public const string Former = "former ";

    /// <summary>The cue that goes on from words of the same mouth; by itself it goes on from nothing.</summary>
    public const string Adding = "add";

    /// <summary>True for words that only fill a pause: nobody prints them who has others.</summary>
    public static bool Falters(string quotation) =>
        quotation.Contains(", you know,", StringComparison.OrdinalIgnoreCase)
        || quotation.Contains(", uh", StringComparison.OrdinalIgnoreCase)
        || quotation.Contains(", I mean,", StringComparison.OrdinalIgnoreCase);

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

    /// <summary>True where a clause speaks of somebody or something that only the words before it name.</summary>
    public static bool Refers(string clause) =>
        Words.Of(clause).FirstOrDefault() is { Length: > 0 } first
        && first.In(clause) is "they" or "this" or "that" or "these" or "those" or "such" or "both";

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

    /// <summary>True for words that begin with a person who is not named in them.</summary>
    public static bool IsPersonal(string words) =>
        Words.Of(words).FirstOrDefault() is { Length: > 0 } first
        && first.In(words) is "he" or "she" or "his" or "her";

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

    /// <summary>The thing that "such" points at ("any such memorandum"); null where the words have no such.</summary>
    public static string? Such(string words)
    {
        Passage[] all = [.. Words.Of(words)];
        var at = Array.FindIndex(all, word => word.In(words) is "such");
        return at >= 0 && at + 1 < all.Length && all[at + 1].In(words) is not ("a" or "an" or "as")
            ? all[at + 1].In(words).ToString()
            : null;
    }

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

    /// <summary>"Karn denies", "Orsan officials deny": a description that begins with a name and ends in a plural is several.</summary>
    public static string Denying(string speaker) =>
        speaker.Contains(' ', StringComparison.Ordinal)
        && speaker[^1] == 's'
        && char.IsLower(speaker[speaker.LastIndexOf(' ') + 1])
            ? "deny"
            : "denies";

    /// <summary>A clause's beginning as it stands inside a sentence: "The ministry" → "the ministry", "Kyiv" stays.</summary>
    public static string Inside(string sentence)
    {
        var space = sentence.IndexOf(' ');
        var first = space < 0 ? sentence : sentence[..space];
        return Plain.Contains(first) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }
}
