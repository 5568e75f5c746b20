namespace Chancery.Language.Grammar;

/// <summary>A token as the models see it: one glyph for all that mean the same, and its shape.</summary>
public static class WordForm
{
    /// <summary>Longer tokens are cut to this many units before they are looked at.</summary>
    public const int Longest = 40;

    /// <summary>
    /// The norm of a token: lower case, every digit "0", quotation marks, apostrophes and dashes in their ASCII form, invisible characters dropped.
    /// </summary>
    /// <param name="form">The token.</param>
    /// <param name="norm">At least <see cref="Longest"/> units.</param>
    /// <returns>How many units were written; at least one.</returns>
    public static int Norm(ReadOnlySpan<char> form, Span<char> norm)
    {
        var length = 0;
        foreach (var c in form)
        {
            if (length == Longest)
            {
                break;
            }
            var n = Norm(c);
            if (n != '\0')
            {
                norm[length++] = n;
            }
        }
        if (length == 0)
        {
            norm[length++] = '_';
        }
        if (length == 1 && norm[0] is '`')
        {
            norm[0] = '\'';
        }
        return length;
    }

    private static char Norm(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20)
                : char.IsAsciiDigit(c) ? '0'
                : c;
        }
        return c switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
            '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' => '-',
            '\u2026' => '.',
            '\u00AD' or '\u200C' or '\u200D' or '\uFE0F' => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }
}
