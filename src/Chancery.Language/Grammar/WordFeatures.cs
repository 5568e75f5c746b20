namespace Chancery.Language.Grammar;

/// <summary>
/// What the network sees of one token: its word, where the treebanks know it, hashes of its beginnings, endings and shape,
/// and the lists it stands on. All features index one table of rows.
/// </summary>
public static class WordFeatures
{
    /// <summary>Rows that a token adds up.</summary>
    public const int Count = 8;

    /// <summary>Rows of the table before the words' own begin.</summary>
    public const int Hashed = 1024 + 4096 + 1024 + 4096 + 8192 + 512 + 64;

    private static readonly int[] Sizes = [1024, 4096, 1024, 4096, 8192, 512];

    /// <param name="form">The token.</param>
    /// <param name="norm">Its norm.</param>
    /// <param name="word">The row of its word, counted from the first word's; 0 is the unknown word.</param>
    /// <param name="flags">The lists it stands on, below 64.</param>
    /// <param name="rows">Takes <see cref="Count"/> rows.</param>
    public static void Rows(
        ReadOnlySpan<char> form,
        ReadOnlySpan<char> norm,
        int word,
        int flags,
        Span<int> rows
    )
    {
        var at = 0;
        rows[0] = at + Bucket(norm[..Math.Min(2, norm.Length)], 0);
        at += Sizes[0];
        rows[1] = at + Bucket(norm[..Math.Min(3, norm.Length)], 1);
        at += Sizes[1];
        rows[2] = at + Bucket(norm[Math.Max(0, norm.Length - 2)..], 2);
        at += Sizes[2];
        rows[3] = at + Bucket(norm[Math.Max(0, norm.Length - 3)..], 3);
        at += Sizes[3];
        rows[4] = at + Bucket(norm[Math.Max(0, norm.Length - 4)..], 4);
        at += Sizes[4];
        Span<char> shape = stackalloc char[16];
        rows[5] = at + Bucket(shape[..Shape(form, shape)], 5);
        at += Sizes[5];
        rows[6] = at + flags;
        rows[7] = Hashed + word;
    }

    /// <summary>X for capitals, x for other letters, d for digits, marks as they are; runs cut to three.</summary>
    private static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var length = 0;
        foreach (var c in form)
        {
            var s =
                char.IsUpper(c) ? 'X'
                : char.IsLetter(c) ? 'x'
                : char.IsDigit(c) ? 'd'
                : c is '\u2019' ? '\''
                : c;
            if (length >= 3 && shape[length - 1] == s && shape[length - 2] == s && shape[length - 3] == s)
            {
                continue;
            }
            if (length == shape.Length)
            {
                break;
            }
            shape[length++] = s;
        }
        return length;
    }

    private static int Bucket(ReadOnlySpan<char> piece, int feature)
    {
        var hash = 2166136261u ^ (uint)(feature * 0x9E3779B9);
        foreach (var c in piece)
        {
            hash = (hash ^ c) * 16777619u;
        }
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 12;
        return (int)(hash % (uint)Sizes[feature]);
    }
}
