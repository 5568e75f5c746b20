using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>
/// Marks the blocks that stand in menus, footers, comment sections, boxes and captions. A name is believed only while
/// the part so named holds little of the page's prose: many a theme calls the whole page "has-sidebar".
/// </summary>
internal static class Furniture
{
    /// <summary>Share of the page's prose above which an element is no furniture, whatever its name.</summary>
    private const double Most = 0.4;

    /// <summary>The same for boxes and side columns, each alone and all of one name together.</summary>
    private const double MostBeside = 0.3;

    /// <summary>Share of the prose that all elements of one name may take out together.</summary>
    private const double MostTogether = 0.7;

    /// <returns>One flag a block: true where it is out.</returns>
    public static bool[] Mark(PageTree tree, Weights weights)
    {
        var dropped = new bool[tree.Blocks.Length];
        weights.Sum(dropped);
        int[] byWord = ProseByWord(tree, weights);
        Drop(tree, weights, dropped, byWord, first: true);
        weights.Sum(dropped);
        byWord = ProseByWord(tree, weights);
        Drop(tree, weights, dropped, byWord, first: false);
        weights.Sum(dropped);
        return dropped;
    }

    private static void Drop(PageTree tree, Weights weights, bool[] dropped, int[] byWord, bool first)
    {
        int total = weights.ProseIn(tree.Nodes[0]);
        for (int i = 1; i < tree.Nodes.Length; )
        {
            ref readonly Node node = ref tree.Nodes[i];
            double limit = Limit(node, first);
            bool beside = (node.Hints & Hints.Beside) != 0 && (node.Hints & Hints.Furniture) == 0;
            double together = beside ? MostBeside : MostTogether;
            if (limit > 0 && weights.ProseIn(node) <= limit * total && byWord[node.Word] <= together * total)
            {
                dropped.AsSpan(node.FirstBlock, node.EndBlock - node.FirstBlock).Fill(true);
                i = node.End;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>
    /// How much prose stands in elements that a word names: site builders call every paragraph a "widget" or a "card",
    /// and such a word says nothing on their pages. Slot 0, for elements without a word, holds what is hidden.
    /// </summary>
    private static int[] ProseByWord(PageTree tree, Weights weights)
    {
        var prose = new int[HintWords.Count + 1];
        var end = new int[HintWords.Count + 1];
        for (int i = 0; i < tree.Nodes.Length; i++)
        {
            ref readonly Node node = ref tree.Nodes[i];
            if (node.Word > 0 && i >= end[node.Word])
            {
                prose[node.Word] += weights.ProseIn(node);
                end[node.Word] = node.End;
            }
        }

        return prose;
    }

    /// <summary>The share of prose up to which an element is dropped; 0 keeps it.</summary>
    private static double Limit(in Node node, bool first)
    {
        Hints hints = node.Hints;
        if (first)
        {
            return (hints & Hints.Comments) != 0 ? 0.7
                : node.Tag is Tag.Navigation or Tag.Button or Tag.Footer ? Most
                : 0;
        }

        return (hints & Hints.Furniture) != 0 ? Most
            : node.Tag is Tag.Aside or Tag.Form ? Most
            : (hints & Hints.Beside) != 0 ? MostBeside
            : node.Tag is Tag.Figure or Tag.Caption ? Most
            : (hints & (Hints.Caption | Hints.Gallery | Hints.PullQuote)) != 0 ? 0.25
            : (hints & (Hints.Byline | Hints.Tags | Hints.Hidden)) != 0 ? 0.05
            : 0;
    }
}
