using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>Words of the article set large beside it: they stand in a paragraph as well, and are said once.</summary>
internal static class PullQuotes
{
    private const int Shortest = 30;
    private const int Longest = 300;

    public static void Drop(PageTree tree, bool[] chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            ref readonly TextBlock block = ref tree.Blocks[i];
            if (!chosen[i] || block.Length is < Shortest or > Longest || !IsSetApart(tree, block))
            {
                continue;
            }

            ReadOnlySpan<char> words = tree.TextOf(block).Trim("\"“”„«»‘’' …".AsSpan());
            for (int k = 0; k < chosen.Length && words.Length >= Shortest; k++)
            {
                if (
                    chosen[k]
                    && k != i
                    && tree.Blocks[k].Length > block.Length
                    && tree.TextOf(tree.Blocks[k]).Contains(words, StringComparison.Ordinal)
                )
                {
                    chosen[i] = false;
                    break;
                }
            }
        }
    }

    /// <summary>Whether a block is a quotation or set in bold as a whole; a subhead may well come back in its paragraph.</summary>
    private static bool IsSetApart(PageTree tree, in TextBlock block) =>
        !tree.TagOf(block).IsHeading()
        && (
            tree.TagOf(block) is Tag.Quotation or Tag.Aside
            || tree.Nearest(block.Node, Tag.Quotation) >= 0
            || block.StrongLength >= block.Length - 2
        )
        && tree.Nearest(block.Node, Tag.Item) < 0
        && tree.Nearest(block.Node, Tag.Cell) < 0;
}
