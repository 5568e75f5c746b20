using System.Globalization;
using System.Text;

namespace Chancery.Record.Codings;

/// <summary>Words that no text holds, mostly in the full text's column "marks": with them it narrows what it finds by itself.</summary>
internal static class Tokens
{
    /// <summary>Words as they stand where endings are cut off (porter): no ending ends in a digit, so none is cut off.</summary>
    public static string Exact(string words)
    {
        var exact = new StringBuilder(words.Length + 16);
        var inWord = false;
        foreach (var rune in words.EnumerateRunes())
        {
            var isPart =
                Rune.IsLetter(rune)
                || Rune.IsNumber(rune)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            if (inWord && !isPart)
            {
                exact.Append('0');
            }
            exact.Append(rune);
            inWord = isPart;
        }
        return exact.Append(inWord ? "0" : "").ToString();
    }

    public static string Of(Enum value) => $"x{value.GetType().Name}{value}";

    /// <summary>An outlet's domain in hexadecimal, as Schema/sqlite/013.sql writes it.</summary>
    public static string Outlet(string domain) => $"x{Convert.ToHexString(Encoding.UTF8.GetBytes(domain))}";

    public const string Negated = "xnegated";
    public const string Plain = "xplain";
    public const string Named = "xnamed";
    public const string Happened = "xhappened";
}
