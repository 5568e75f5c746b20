using System.Text.RegularExpressions;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>Captions that stand among paragraphs, told by the credit they carry.</summary>
internal static partial class Captions
{
    private const int Longest = 320;

    public static bool IsCaption(ReadOnlySpan<char> words) =>
        Credits().IsMatch(words)
        || (words.Length <= Longest && (Opens().IsMatch(words) || Ends().IsMatch(words)));

    /// <summary>Adds the captions of the figures that stand between the article's first block and its last.</summary>
    public static void Among(PageTree tree, bool[] chosen, List<string> captions)
    {
        int first = Array.IndexOf(chosen, true);
        int last = Array.LastIndexOf(chosen, true);
        for (int i = 0; i < tree.Nodes.Length; )
        {
            ref readonly Node node = ref tree.Nodes[i];
            if (node.Tag != Tag.Caption || node.FirstBlock < first || node.EndBlock > last)
            {
                i++;
                continue;
            }

            string words = string.Join(
                ' ',
                tree.Blocks[node.FirstBlock..node.EndBlock].Select(block => tree.TextOf(block).ToString())
            );
            if (words.Length > 0 && !captions.Contains(words))
            {
                captions.Add(words);
            }

            i = node.End;
        }
    }

    /// <summary>A line that opens with the word for a credit is a caption at any length.</summary>
    [GeneratedRegex(
        @"^(?:top\s)?(?:photo|image|picture)\s(?:credit|source)s?\s?:|^(?:image|photo|picture|slide|bild|foto|imagen|imagem)\s\d+\s?(?:of|von|de|di|/)\s?\d+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Credits();

    [GeneratedRegex(
        @"^(?:\W{0,2}(?:photos?|photograph|image|picture|pic|illustration|graphic|credit|foto|fotos|bild|bildrechte|grafik|crédits? photo|crédit|photographie|imagem|crédito|fotografía|zdj\.|фото|写真|사진)\s*(?:credit|source|by|courtesy)?\s*[:©|/]|©|\(c\)\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Opens();

    [GeneratedRegex(
        @"(?:(?:©|\(c\)|Bildrechte:|Foto:|Fotos:|Bild:|Quelle:|Photo(?:graph)?(?:\s(?:by|credit|courtesy))?:|Photo by|Image credit:|Credit:|Picture:|Photograph:|Crédit photo\s?:|Фото:)\s?[^.!?]{2,70}|\((?:Photo|AP Photo|File Photo|Image|Foto|Getty|Reuters|AFP|Source|Credit)\b[^()]{0,70}\)|/(?:Getty Images|Shutterstock|iStock|REUTERS|AFP|AP|dpa|picture[ -]alliance|Imago|IMAGO|Unsplash)[^.!?]{0,30}|(?:Getty Images|Shutterstock|REUTERS/[\w ]+))[)\]\s.]*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ends();
}
