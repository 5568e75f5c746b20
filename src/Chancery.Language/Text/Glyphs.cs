using System.Globalization;

namespace Chancery.Language.Text;

/// <summary>The classes of characters that tokens are made of.</summary>
internal static class Glyphs
{
    /// <summary>
    /// White space, control characters and the invisible format characters that part words; the soft hyphen and the
    /// joiners stay inside the word they stand in (Unicode 16, General_Category Cf).
    /// </summary>
    public static bool Parts(char c)
    {
        if (c < 0x7F)
        {
            return c <= ' ';
        }
        return c switch
        {
            '\u00AD' or '\u200C' or '\u200D' => false,
            _ => char.IsWhiteSpace(c)
                || char.IsControl(c)
                || (c >= 0x0600 && char.GetUnicodeCategory(c) == UnicodeCategory.Format),
        };
    }

    /// <summary>Letters, digits, marks and what joins them.</summary>
    public static bool InWord(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        }
        return char.IsLetterOrDigit(c)
            || c is '\u00AD' or '\u200C' or '\u200D'
            || char.GetUnicodeCategory(c)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.OtherNumber;
    }

    public static bool Apostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018' or '`' or '\u00B4';

    public static bool Hyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool Dash(char c) =>
        c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015';

    public static bool Currency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    /// <summary>A quotation mark or a closing bracket: what may stand after the mark that ends a sentence.</summary>
    public static bool Closes(char c) =>
        c is '"' or '\'' or '\u2019' or '\u201D' or '\u00BB' or '\u203A' or ')' or ']' or '}' or '*';

    public static bool Opens(char c) =>
        c
            is '"'
                or '\''
                or '\u2018'
                or '\u201C'
                or '\u201E'
                or '\u00AB'
                or '\u2039'
                or '('
                or '['
                or '{'
                or '*';

    public static bool Stops(char c) =>
        c is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\u061F' or '\u0964';
}
