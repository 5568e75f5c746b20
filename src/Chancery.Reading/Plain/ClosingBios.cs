using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>
/// The closing sentences about the writer in running text: somebody of whom the text has not spoken is introduced at its
/// very end, with a trade of the press, and nothing but sentences about the same person follows.
/// </summary>
internal static partial class ClosingBios
{
    private static readonly FrozenSet<string> Trades = Words.Set("press-trades");
    private static readonly FrozenSet<string> Verbs = Words.Set("bio-verbs");
    private static readonly FrozenSet<string> Continues = Words.Set("bio-continues");

    /// <summary>Sentences at the end that may be about writers.</summary>
    private const int Most = 10;

    /// <summary>Where the writers' lives begin among the sentences, and who they are; the end where there are none.</summary>
    /// <param name="sentences">The article's sentences in order.</param>
    /// <param name="isCut">Whether one is none of the article already.</param>
    public static (int From, IReadOnlyList<string> Names) In(
        IReadOnlyList<string> sentences,
        Func<int, bool> isCut
    )
    {
        for (int i = Math.Max(1, sentences.Count - Most); i < sentences.Count; i++)
        {
            if (isCut(i) || Introduced(sentences, i) is not { } name)
            {
                continue;
            }

            var names = new List<string> { name };
            int next = i + 1;
            for (; next < sentences.Count; next++)
            {
                if (Introduced(sentences, next) is { } another)
                {
                    names.Add(another);
                }
                else if (!isCut(next) && !GoesOn(sentences[next], names))
                {
                    break;
                }
            }

            if (next == sentences.Count)
            {
                return (i, [.. names.Where(one => one.Length > 0)]);
            }
        }

        return (sentences.Count, []);
    }

    /// <summary>The writer introduced by a sentence; "" where it says "The writer" only; null where nobody is.</summary>
    private static string? Introduced(IReadOnlyList<string> sentences, int at)
    {
        string sentence = sentences[at];
        if (TheWriter().IsMatch(sentence))
        {
            return "";
        }

        Match match = Introduction().Match(sentence);
        if (!match.Success || !Verbs.Contains(match.Groups["verb"].Value) || !SpeaksOfTrade(sentence))
        {
            return null;
        }

        string name = match.Groups["name"].Value;
        string last = name[(name.LastIndexOf(' ') + 1)..];
        for (int i = 0; i < at; i++)
        {
            if (
                sentences[i].Contains(last, StringComparison.Ordinal)
                && Introduction().Match(sentences[i]) is not { Success: true }
            )
            {
                return null;
            }
        }

        return name;
    }

    private static bool SpeaksOfTrade(string sentence)
    {
        var trades = Trades.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in sentence.AsSpan().SplitAny(' ', ',', '.', '/'))
        {
            if (trades.Contains(sentence.AsSpan()[range]))
            {
                return true;
            }
        }

        return sentence.Contains(" covers ", StringComparison.Ordinal);
    }

    private static bool GoesOn(string sentence, List<string> names)
    {
        string first = sentence.Split(' ', ',')[0];
        return Continues.Contains(first.ToLowerInvariant())
            || sentence.Contains('@', StringComparison.Ordinal)
            || names.Any(name => name.Split(' ').Contains(first.Split('\'', '’')[0], StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"^(?:(?:[\p{L}&]+ ){0,3}?(?:[Ww]riter|[Rr]eporter|[Jj]ournalist|[Ee]ditor|[Pp]roducer|[Cc]orrespondent|[Cc]ontributor|Videojournalist) )?(?:(?:Dr|Prof)\. )?(?<name>\p{Lu}[\p{L}'’\-]*\.?(?: (?:\p{Lu}\.|(?:de|van|von|al|bin|la|del) ?|\p{Lu}[\p{L}'’\-]+)){1,3}) (?<verb>\p{Ll}+)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"^The (?:writer|author|columnist) (?:is|was|has|teaches|serves)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TheWriter();
}
