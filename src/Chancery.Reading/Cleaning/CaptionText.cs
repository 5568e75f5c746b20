using System.Text.RegularExpressions;

namespace Chancery.Reading.Cleaning;

/// <summary>A caption as printed, taken apart into what the picture shows and whose it is.</summary>
internal static partial class CaptionText
{
    /// <summary>Longest credit that may stand in brackets or behind a stroke.</summary>
    private const int LongestCredit = 90;

    /// <returns>Either part may be empty.</returns>
    public static (string Caption, string Credit) Split(string printed)
    {
        string text = printed.Replace('\n', ' ').Trim();
        foreach (Regex form in (ReadOnlySpan<Regex>)[InBrackets(), BehindWord(), BehindSign(), Agency()])
        {
            Match match = form.Match(text);
            if (match.Success && match.Groups["credit"].Length is > 1 and <= LongestCredit)
            {
                return (
                    text[..match.Index].TrimEnd(' ', '|', '-', '–', '—', '/', '·', ','),
                    match.Groups["credit"].Value.Trim(' ', '.', '|', ')', ']')
                );
            }
        }

        return (text, "");
    }

    private const string Words =
        "Photo(?:graph)?s?|Picture|Image|Pic|Credit|Courtesy|Source|Foto|Fotos|Bild|Bilder|Bildrechte|Quelle|Crédits?|Photographie|Fotografía|Crédito|Imagem|Zdj\\.|Фото";

    [GeneratedRegex(
        $@"[(\[](?:(?:{Words})(?:\s(?:by|credit|courtesy of|via))?\s?[:/©]?\s?)(?<credit>[^()\[\]]+)[)\]]\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        $@"(?:^|[\s.|(\[])(?:{Words})\s?(?:by\s|(?:credit|crédit)?\s?:)\s?(?<credit>[^.!?]+(?:\.[^.!? ]+)*)\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BehindWord();

    [GeneratedRegex(@"(?:©|\([cC]\))\s?(?<credit>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex BehindSign();

    [GeneratedRegex(
        @"(?<=^|[.!?\s|(\[])(?<credit>(?:\p{Lu}[\p{L}'’.\-]+\s?){0,4}(?:/\s?|via\s|\|\s?)?(?:Getty Images|REUTERS|Reuters|AFP|AP|dpa|EPA|Shutterstock|picture[ -]alliance|IMAGO|Imago|Anadolu)(?:\s?(?:/|via)\s?[\p{L} .\-]+)?)[)\]]?\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Agency();
}
