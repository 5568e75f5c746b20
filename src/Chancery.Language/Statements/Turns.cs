using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>
/// Transcripts: lines that begin with who speaks, in capitals ("MR PRICE:", "QUESTION:", "Q"), or with initial and surname anywhere
/// ("В.Орлов:", the way of Russian transcripts). Each turn is one direct statement.
/// </summary>
internal static partial class Turns
{
    /// <summary>How many heads inside paragraphs make a conversation, and how often one of them must come back.</summary>
    private const int Many = 5;
    private const int Back = 3;

    private readonly record struct Turn(Passage Head, Passage Mark, int Start);

    public static List<Attribution> Find(Discourse discourse)
    {
        string text = discourse.Parse.Text;
        List<Turn> turns = [.. Heads(text, Initials())];
        // One head with initials is a speech; in a language with cues of its own it may be a headline.
        int least = turns.Count == 1 && discourse.Lexicon.Verbs.Count == 0 ? 1 : 2;
        List<Turn> lines = [.. Heads(text, Capitals())];
        if (Speak(discourse, lines))
            turns.AddRange(lines);
        turns.AddRange(
            Heads(text, Words())
                .Where(t =>
                    discourse.Lexicon.Verbs.Count == 0
                    && discourse.Lexicon.Turns.ContainsKey(t.Head.In(text).ToString())
                )
        );
        List<Turn> inline =
        [
            .. Heads(text, Inline()).Where(t => !turns.Exists(o => o.Mark.Start == t.Mark.Start)),
        ];
        if (IsConversation(text, inline))
            turns.AddRange(inline);
        turns.Sort((a, b) => a.Start.CompareTo(b.Start));
        if (turns.Count < least && !IsSpeech(text, turns) || !Sentences(text, turns))
            return [];
        var found = new List<Attribution>();
        for (int i = 0; i < turns.Count; i++)
        {
            int end = i + 1 < turns.Count ? turns[i + 1].Head.Start : text.Length;
            if (Said(discourse, turns[i], end) is { } said)
                found.Add(said);
        }
        return found;
    }

    /// <summary>
    /// "UPDATE:" and "PREVIOUSLY:" head parts of a page: in a transcript somebody comes back, is addressed as a person, or only asks or
    /// answers.
    /// </summary>
    private static bool Speak(Discourse discourse, List<Turn> lines)
    {
        string text = discourse.Parse.Text;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Turn turn in lines)
        {
            string head = turn.Head.In(text).ToString();
            string first = head.Split(' ')[0];
            if (
                discourse.Lexicon.Turns.ContainsKey(head)
                || discourse.Lexicon.Is("man", first)
                || discourse.Lexicon.Is("woman", first)
                || !seen.Add(head)
                || head.Split(' ')
                    .Any(word => discourse.Lexicon.Collectives.Contains(word.ToLowerInvariant()))
            )
                return true;
        }
        return false;
    }

    /// <summary>One head, of a person in office, near the top of a text that is all his: a speech.</summary>
    private static bool IsSpeech(string text, List<Turn> turns) =>
        turns is [var only] && only.Start * Share < text.Length && only.Mark.Length > 0;

    /// <summary>What stands before the only head is at most one part in so many of the text.</summary>
    private const int Share = 4;

    private static IEnumerable<Turn> Heads(string text, Regex pattern)
    {
        foreach (Match match in pattern.Matches(text))
        {
            Group head = match.Groups["head"];
            Group mark = match.Groups["mark"];
            yield return new Turn(
                new Passage(head.Index, head.Length),
                new Passage(mark.Index, mark.Length),
                match.Index + match.Length
            );
        }
    }

    /// <summary>Heads inside paragraphs (the lines of the page were lost) count where somebody comes back again and again.</summary>
    private static bool IsConversation(string text, List<Turn> inline) =>
        inline.Count >= Many
        && inline.CountBy(turn => turn.Head.In(text).ToString()).Max(head => head.Value) >= Back;

    /// <summary>A form ("NAME: …", "TYPE: …") is no conversation: most turns end as sentences do.</summary>
    private static bool Sentences(string text, List<Turn> turns)
    {
        int ended = 0;
        for (int i = 0; i < turns.Count; i++)
        {
            int end = i + 1 < turns.Count ? turns[i + 1].Head.Start : text.Length;
            ReadOnlySpan<char> words = text.AsSpan(Math.Min(turns[i].Start, end)..end).TrimEnd();
            if (
                words.Length > 0
                && words[^1] is '.' or '?' or '!' or '…' or '"' or '”' or '—' or '–' or '-' or ')'
            )
                ended++;
        }
        return ended * 3 >= turns.Count * 2;
    }

    private static Attribution? Said(Discourse discourse, Turn turn, int end)
    {
        string text = discourse.Parse.Text;
        var content = new List<Stretch>();
        for (int at = turn.Start; at < end; )
        {
            int stop = text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            Stretch words = discourse.Tokens(Passage.Between(at, stop));
            if (!words.IsNone)
                content.Add(words);
            at = stop + 1;
        }
        if (content.Count == 0)
            return null;
        string head = turn.Head.In(text).ToString();
        bool nobody = discourse.Lexicon.Turns.TryGetValue(head, out string? stance);
        Stretch speaker = discourse.Tokens(turn.Head);
        Stretch cue = turn.Mark.Length > 0 ? discourse.Tokens(turn.Mark) : Stretch.None;
        discourse.Take(speaker);
        foreach (Stretch words in content)
            discourse.Speak(words);
        return new Attribution
        {
            Direct = true,
            Content = content,
            Speaker = speaker,
            SpeakerHead = nobody ? -1 : speaker.Last,
            Cue = cue,
            Stance = nobody ? Enum.Parse<Stance>(stance!, ignoreCase: true) : Stance.Say,
            Anonymous = nobody,
        };
    }

    [GeneratedRegex(
        @"^[^\S\n]*(?:(?<head>\p{Lu}[\p{Lu}.'’\-\u00A0 ]{0,60}(?:\s?\([^)\n]{1,40}\))?)[^\S\n]*(?<mark>:)|(?<head>Q)(?<mark>)(?=[^\S\n]+\S))[^\S\n]*\s",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(
        @"(?<=[.?!…—–\-""”’)\]]\s+|\s{3})(?:(?<head>(?:\p{Lu}{2,}|\p{Lu}{2,3}\.)(?:\s\p{Lu}[\p{Lu}.'’\-]+){0,4}(?:\s\([^)\n]{1,40}\))?)(?<mark>:)|(?<head>Q)(?<mark>)(?=\s+\p{Lu}))\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Inline();

    [GeneratedRegex(
        @"(?<![\p{L}.])(?<head>\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{Ll}\-\p{Lu}]+)(?:\s\([^)\n]{1,60}\))?(?<mark>:)\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Initials();

    /// <summary>A word with a capital at the head of a sentence, before a colon; only those that the lists of the language know are heads.</summary>
    [GeneratedRegex(
        @"(?<=^|[\n.?!…»”""\])]\s*)(?<head>\p{Lu}\p{Ll}+)(?<mark>:)\s",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
