using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>
/// Captions in running text, told by the credit behind them: a parenthesis that stands between two sentences without an
/// end mark of its own is no sentence, and with a word for pictures or their sellers in it, it says whose a picture is.
/// </summary>
internal static partial class PhotoCredits
{
    private static readonly string[] Sure = [.. Words.Lines("credits")];

    /// <summary>A longer stretch before a credit is more than a caption.</summary>
    private const int LongestCaption = 420;

    public static void Find(string line, List<Inset> found)
    {
        List<Match> credits = [.. Parentheses().Matches(line).Where(match => IsAfterEnd(line, match.Index))];
        // One house writes its credits in one way: where one is sure, names alone between sentences are credits too.
        bool creditsHere = credits.Any(match => IsSure(match.ValueSpan));
        foreach (Match match in Parentheses().Matches(line))
        {
            if (
                IsSure(match.ValueSpan)
                || (creditsHere && IsAfterEnd(line, match.Index) && IsNames(match.Groups[1].ValueSpan))
            )
            {
                Add(line, match, found);
            }
        }
    }

    private static void Add(string line, Match credit, List<Inset> found)
    {
        int after = Insets.After(found, credit.Index);
        string before = line[after..credit.Index].TrimEnd();
        List<Range> sentences = Sentences.Of(before);
        if (sentences.Count == 0)
        {
            Insets.Add(found, credit.Index, credit.Index + credit.Length, Inset.Caption);
            return;
        }

        int first = sentences.Count - 1;
        // "… in the strait. March 4, 2031. (…)": a date alone is the end of its caption.
        if (first > 0 && IsDate(before.AsSpan()[sentences[first]]))
        {
            first--;
        }

        int start = after + sentences[first].Start.Value;
        if (GluedEnd().Match(line[start..credit.Index]) is { Success: true } glued)
        {
            start += glued.Index + glued.Length;
        }

        if (credit.Index - start <= LongestCaption && !before.AsSpan()[sentences[first]].ContainsAny("“”\""))
        {
            Insets.Add(found, start, credit.Index + credit.Length, Inset.Caption);
        }
        else
        {
            Insets.Add(found, credit.Index, credit.Index + credit.Length, Inset.Caption);
        }
    }

    private static bool IsSure(ReadOnlySpan<char> credit)
    {
        if (credit.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (string word in Sure)
        {
            if (credit.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAfterEnd(string line, int at) =>
        line.AsSpan(0, at).TrimEnd() is [.., '.' or '!' or '?' or '…' or '”' or '"' or '’'];

    /// <summary>Names alone: every longer word has a capital.</summary>
    private static bool IsNames(ReadOnlySpan<char> words)
    {
        const int Small = 3;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.Length > Small && char.IsLower(word[0]) || word.ContainsAny("“”\""))
            {
                return false;
            }
        }

        // "(R-L)" says where people stand.
        const int Shortest = 4;
        return words is [.., not ('.' or '…')]
            && words.Length >= Shortest
            && words.ContainsAnyInRange('A', 'Z');
    }

    private static bool IsDate(ReadOnlySpan<char> words) =>
        words.Length <= 24 && words.Count(' ') <= 3 && words.ContainsAnyInRange('0', '9');

    /// <summary>"… had arrived yet.A ship waits …": the end of a paragraph and a caption without a space between.</summary>
    [GeneratedRegex(@"^.*\p{Ll}[)”""]?\.[)”""]?(?=\p{Lu}\p{Ll}*\s)", RegexOptions.CultureInvariant)]
    private static partial Regex GluedEnd();

    /// <summary>A parenthesis that another sentence, or nothing, follows.</summary>
    [GeneratedRegex(
        @"\(([^()!?]{2,120}?)\)(?:\.(?=\s|$))?(?=\s+[\p{Lu}\d""“‘(«]|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Parentheses();
}
