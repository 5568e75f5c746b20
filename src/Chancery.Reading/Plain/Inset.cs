using System.Text.RegularExpressions;
using Chancery.Reading.Outlets;

namespace Chancery.Reading.Plain;

/// <summary>What a page sets between an article's sentences, in running text that has lost its lines.</summary>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Why">What it is: "caption", "related", "byline", "dek", or the reason of a notice.</param>
internal readonly record struct Inset(int Start, int End, string Why)
{
    public const string Caption = "caption";
    public const string Related = "related";
    public const string Byline = "byline";
    public const string Dek = "dek";

    /// <summary>Longest line of a link to another story ("Read also: …"); more is a title and a sentence glued.</summary>
    public const int LongestTitle = 130;

    /// <summary>Whether it may stand anywhere in a text: it says nothing of what stands beside it.</summary>
    public static bool StandsAnywhere(string why) => why is Caption or Related or Byline or Dek or "player";
}

/// <summary>Finds what is set into one line of running text.</summary>
internal static partial class Insets
{
    /// <param name="line">A line, its spaces single.</param>
    /// <param name="byline">The byline found in it, or null.</param>
    /// <param name="outlet">The outlet's own ways, where they are known.</param>
    /// <returns>In order, none over another.</returns>
    public static List<Inset> Of(string line, OpeningByline? byline, OutletRules? outlet)
    {
        var found = new List<Inset>();
        if (byline is not null)
        {
            found.AddRange(byline.Insets(line));
        }

        Alone(line, found);
        if (outlet?.LinksInCapitals == true)
        {
            foreach (Match match in Capitals().Matches(line))
            {
                int end = match.Index + match.Length - Acronyms(line, match);
                if (line.AsSpan(match.Index, end - match.Index).Count(' ') >= 2)
                {
                    Add(found, match.Index, end, Inset.Related);
                }
            }
        }

        foreach (Match match in Clocks().Matches(line))
        {
            Add(found, match.Index, match.Index + match.Length, "player");
        }

        PhotoCredits.Find(line, found);
        Opened(line, found);
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    /// <summary>Where the text between the last inset and a place begins.</summary>
    public static int After(List<Inset> found, int at) =>
        found.Where(inset => inset.End <= at).Select(inset => inset.End).DefaultIfEmpty(0).Max();

    public static void Add(List<Inset> found, int start, int end, string why)
    {
        if (start < end && !found.Any(inset => start < inset.End && inset.Start < end))
        {
            found.Add(new Inset(start, end, why));
        }
    }

    /// <summary>
    /// Characters at the end of a line in capitals that open the sentence behind it: initials ("U.S."), and an acronym that
    /// the text uses among small letters.
    /// </summary>
    private static int Acronyms(string line, Match capitals)
    {
        int last = capitals.Value.LastIndexOf(' ');
        string word = capitals.Value[(last + 1)..];
        const int Longest = 5;
        return last > 0 && word.Length <= Longest && (Initials().IsMatch(word) || IsSpoken(line, word))
            ? word.Length + 1
            : 0;
    }

    /// <summary>Whether a word stands somewhere behind or before a word of small letters.</summary>
    private static bool IsSpoken(string line, string word)
    {
        for (
            int at = line.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = line.IndexOf(word, at + word.Length, StringComparison.Ordinal)
        )
        {
            int end = at + word.Length;
            bool behind = at >= 2 && line[at - 1] == ' ' && char.IsLower(line[at - 2]);
            bool before = end + 1 < line.Length && line[end] == ' ' && char.IsLower(line[end + 1]);
            bool whole =
                (at == 0 || !char.IsLetterOrDigit(line[at - 1]))
                && (end == line.Length || !char.IsLetterOrDigit(line[end]));
            if (whole && (behind || before))
            {
                return true;
            }
        }

        return false;
    }

    private static void Alone(string line, List<Inset> found)
    {
        foreach (var (why, wording) in Notices.Alone)
        {
            for (
                int at = line.IndexOf(wording, StringComparison.Ordinal);
                at >= 0;
                at = line.IndexOf(wording, at + wording.Length, StringComparison.Ordinal)
            )
            {
                int end = at + wording.Length;
                if (Opens(line, at) && (end == line.Length || !char.IsLetterOrDigit(line[end])))
                {
                    Add(found, at, end, why);
                }
            }
        }
    }

    /// <summary>Notices by their opening words, to the end of their sentence; none inside a quotation.</summary>
    private static void Opened(string line, List<Inset> found)
    {
        const int Longest = 420;
        foreach (var (why, wording) in Notices.Openers)
        {
            for (
                int at = line.IndexOf(wording, StringComparison.Ordinal);
                at >= 0;
                at = line.IndexOf(wording, at + wording.Length, StringComparison.Ordinal)
            )
            {
                if (!Opens(line, at))
                {
                    continue;
                }

                string words = line[at..EndOfOpened(line, at, found)];
                words = words[Sentences.Of(words)[0]];
                words = OpeningWords.Inside(words) is var inside and > 0 ? words[..inside].TrimEnd() : words;
                // A title has no mark at its end: where a long sentence follows "Read also:", the two cannot be parted.
                int longest = why == Inset.Related ? Inset.LongestTitle : Longest;
                if (
                    words.Length <= longest
                    && !words.AsSpan().ContainsAny("“”„«»")
                    && words.Count('"') % 2 == 0
                )
                {
                    Add(found, at, at + words.Length, why);
                }
            }
        }
    }

    /// <summary>Before the next inset, and before words of somebody that a sentence opens with.</summary>
    private static int EndOfOpened(string line, int at, List<Inset> found)
    {
        int next = found
            .Where(inset => inset.Start > at)
            .Select(inset => inset.Start)
            .DefaultIfEmpty(line.Length)
            .Min();
        int quoted = line.AsSpan(at..next).IndexOf(" \"");
        return quoted > 0 && quoted + 2 < next - at && char.IsUpper(line[at + quoted + 2])
            ? at + quoted
            : next;
    }

    /// <summary>Whether a line could begin here: behind a space, and not behind a mark that opens a quotation.</summary>
    private static bool Opens(string line, int at) =>
        at == 0 || line[at - 1] == ' ' || char.IsLower(line[at - 1]);

    /// <summary>Four words or more without a small letter, between the end of one sentence and the beginning of the next.</summary>
    [GeneratedRegex(
        @"(?<=^|[.!?”""’…)]\s)(?=[^\p{Ll}]*\p{Lu}{3})(?!\d+,?\s\d{4})[\p{Lu}\d‘'][^\p{Ll}""“”()]{14,}(?<=[\p{Lu}\d.!?’':])(?=\s+(?:[""“‘]|\p{Lu}[\p{Ll}’'.]|[AI]\s\p{Ll}|\(|$)|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^(?:\p{Lu}\.){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    /// <summary>The running times of a list of films.</summary>
    [GeneratedRegex(
        @"(?:\b(?:\d{1,2}:)?\d{1,2}:\d{2}\b(?:\s+|$)(?:Live\s+)?){4,}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Clocks();
}
