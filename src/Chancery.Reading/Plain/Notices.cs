using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>Tells sentences that are notices hung on an article by their wording (<c>Words/notices.txt</c>).</summary>
internal static class Notices
{
    private static readonly (string Why, string Wording)[] All =
    [
        .. Words
            .Lines("notices")
            .Select(line =>
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                return (line[..colon], line[(colon + 1)..].Trim());
            }),
    ];

    private static readonly System.Buffers.SearchValues<char> QuotationMarks =
        System.Buffers.SearchValues.Create("\"“”„«»");

    /// <summary>A longer stretch is prose that happens to hold such words.</summary>
    private const int Longest = 420;

    /// <summary>Why a sentence is no part of the article ("paywall", "subscription", "copyright", "agency-tail" …), or null.</summary>
    public static string? WhyNot(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > Longest || sentence.ContainsAny(QuotationMarks))
        {
            // Words somebody is quoted with are never a notice.
            return null;
        }

        foreach (var (why, wording) in All)
        {
            if (sentence.Contains(wording, StringComparison.OrdinalIgnoreCase))
            {
                return why;
            }
        }

        return sentence.Trim().TrimEnd('.').Equals("Advertisement", StringComparison.OrdinalIgnoreCase)
            ? "advertisement"
            : null;
    }
}
