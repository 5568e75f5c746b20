using Chancery.Terms;

namespace Chancery.Reading.Likeness;

/// <summary>Which paragraphs of one text stand in another.</summary>
public static class SharedParagraphs
{
    /// <summary>A paragraph is shared when this share of its shingles stands in the other text: a word may be changed.</summary>
    private const double Least = 0.7;

    /// <param name="text">The text whose paragraphs are looked for; paragraphs are parted by blank lines.</param>
    /// <param name="other">The text they are looked for in.</param>
    /// <returns>The passages of <paramref name="text"/> that are shared, in order.</returns>
    public static IReadOnlyList<Passage> Of(string text, string other)
    {
        var known = Shingles.Of(other);
        var shared = new List<Passage>();
        for (int start = 0; start < text.Length; )
        {
            int end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            ulong[] own = Shingles.Of(text.AsSpan(start, end - start));
            if (own.Length > 1 && Shingles.Shared(own, known) >= Least * own.Length)
            {
                shared.Add(Passage.Between(start, end));
            }

            start = end + 2;
        }

        return shared;
    }
}
