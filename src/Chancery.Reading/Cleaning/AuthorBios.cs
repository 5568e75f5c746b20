using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>Closing lines about the writer ("Ada Novak covers the harbour for …"), told by the article's own byline.</summary>
internal static class AuthorBios
{
    /// <summary>What a line about a writer goes on with after the name.</summary>
    private static readonly FrozenSet<string> Verbs = Words.Set("bio-verbs");

    /// <summary>Pieces at the end that may be such lines.</summary>
    private const int Closing = 4;

    private const int Longest = 600;

    public static (IReadOnlyList<Piece> Pieces, IReadOnlyList<Cut> Cuts) Cut(
        IReadOnlyList<Piece> pieces,
        IReadOnlyList<string> authors
    )
    {
        if (authors.Count == 0 || pieces.Count <= Closing)
        {
            return (pieces, []);
        }

        var kept = new List<Piece>(pieces);
        var cuts = new List<Cut>();
        for (int i = kept.Count - 1; i >= pieces.Count - Closing; i--)
        {
            if (authors.Any(author => IsAbout(kept[i].Text, author)))
            {
                cuts.Insert(0, new Cut("author-bio", kept[i].Text));
                kept.RemoveAt(i);
            }
        }

        return (kept, cuts);
    }

    private static bool IsAbout(string text, string author)
    {
        if (text.Length > Longest || !text.StartsWith(author, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(author.Length).TrimStart(" ,");
        int end = rest.IndexOfAny(' ', ',');
        return end > 0 && Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..end]);
    }
}
