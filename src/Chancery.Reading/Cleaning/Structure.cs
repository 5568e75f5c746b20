using System.Text;
using Chancery.Reading.Pages.Tree;
using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>Turns chosen blocks into the pieces of an article: paragraphs, subheads, lists, quotations, tables.</summary>
internal static class Structure
{
    public static List<Piece> Pieces(
        PageTree tree,
        bool[] chosen,
        IReadOnlyList<(string Headline, string Published)> updates
    )
    {
        var pieces = new List<Piece>();
        Dictionary<int, Stamp?> entries = LiveEntries.Of(tree, chosen, updates);
        for (int i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i])
            {
                continue;
            }

            ref readonly TextBlock block = ref tree.Blocks[i];
            int table = DataTable(tree, block.Node);
            if (table >= 0)
            {
                pieces.Add(new Piece(BlockKind.Table, Rows(tree, chosen, table, i, out int last)));
                i = last;
            }
            else if (entries.TryGetValue(i, out Stamp? at))
            {
                pieces.Add(new Piece(BlockKind.LiveEntry, tree.TextOf(block).ToString(), at));
            }
            else
            {
                pieces.Add(new Piece(KindOf(tree, block), tree.TextOf(block).ToString()));
            }
        }

        return pieces;
    }

    private static BlockKind KindOf(PageTree tree, in TextBlock block)
    {
        Tag tag = tree.TagOf(block);
        if (tag.IsHeading())
        {
            return BlockKind.Subhead;
        }

        if (Corrections.Is(tree.TextOf(block)))
        {
            return BlockKind.Correction;
        }

        for (int at = block.Node; at >= 0; at = tree.Nodes[at].Parent)
        {
            switch (tree.Nodes[at].Tag)
            {
                case Tag.Item:
                    return BlockKind.ListItem;
                case Tag.Quotation:
                    return BlockKind.BlockQuotation;
                case Tag.Article or Tag.Main or Tag.Table:
                    return BlockKind.Paragraph;
                default:
                    break;
            }

            if ((tree.Nodes[at].Hints & Hints.Correction) != 0)
            {
                return BlockKind.Correction;
            }
        }

        return BlockKind.Paragraph;
    }

    /// <summary>The table a block is a cell of, where cells are short: long cells lay out a page; or -1.</summary>
    private static int DataTable(PageTree tree, int node)
    {
        if (tree.Nodes[node].Tag is not Tag.Cell && tree.Nearest(node, Tag.Cell) < 0)
        {
            return -1;
        }

        int table = tree.Nearest(node, Tag.Table);
        if (table < 0)
        {
            return -1;
        }

        for (int b = tree.Nodes[table].FirstBlock; b < tree.Nodes[table].EndBlock; b++)
        {
            if (tree.Blocks[b].Length > 300)
            {
                return -1;
            }
        }

        return table;
    }

    private static string Rows(PageTree tree, bool[] chosen, int table, int first, out int last)
    {
        var rows = new StringBuilder();
        int row = -1;
        last = first;
        for (int b = first; b < tree.Nodes[table].EndBlock; b++)
        {
            last = b;
            if (!chosen[b])
            {
                continue;
            }

            int own = tree.Nearest(tree.Blocks[b].Node, Tag.Row);
            if (rows.Length > 0)
            {
                rows.Append(own == row ? '\t' : '\n');
            }

            row = own;
            rows.Append(tree.TextOf(tree.Blocks[b]));
        }

        return rows.ToString();
    }
}
