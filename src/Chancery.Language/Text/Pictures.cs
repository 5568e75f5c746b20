using System.Globalization;
using System.Text;

namespace Chancery.Language.Text;

/// <summary>Emoji and other signs beyond the basic plane: one sign with its modifiers and joiners is one token.</summary>
internal static class Pictures
{
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        var i = start + Length(text, start, end);
        if (IsLetter(text, start, end))
        {
            while (i < end && IsLetter(text, i, end))
            {
                i += Length(text, i, end);
            }
            return i;
        }
        while (i < end)
        {
            var joined = text[i] == '\u200D';
            if (!joined && text[i] is not ('\uFE0F' or '\u20E3') && !Modifier(text, i, end))
            {
                break;
            }
            i += joined && i + 1 < end ? 1 + Length(text, i + 1, end) : Length(text, i, end);
        }
        return i;
    }

    private static int Length(ReadOnlySpan<char> text, int i, int end) =>
        char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;

    private static bool IsLetter(ReadOnlySpan<char> text, int i, int end) =>
        Length(text, i, end) == 2 && Rune.IsLetterOrDigit(new Rune(text[i], text[i + 1]));

    private static bool Modifier(ReadOnlySpan<char> text, int i, int end) =>
        Length(text, i, end) == 2
        && Rune.GetUnicodeCategory(new Rune(text[i], text[i + 1])) == UnicodeCategory.ModifierSymbol;
}
