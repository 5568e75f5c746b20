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

    /// <summary>Share above which even a menu, footer, comment section or consent notice is believed to be the article.</summary>
    private const double MostOfSure = 0.8;

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
        bool declared = first && IsDeclared(tree);
        for (int i = 1; i < tree.Nodes.Length; )
        {
            ref readonly Node node = ref tree.Nodes[i];
            double limit = Limit(tree, i, first, declared);
            bool beside = (node.Hints & Hints.Beside) != 0 && (node.Hints & Hints.Furniture) == 0;
            double together = beside ? MostBeside : MostTogether;
            if (
                limit > 0
                && weights.ProseIn(node) <= limit * total
                && (limit >= 1 || byWord[node.Word] <= together * total)
            )
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
    private static double Limit(PageTree tree, int index, bool first, bool declared)
    {
        ref readonly Node node = ref tree.Nodes[index];
        Hints hints = node.Hints;
        if (first)
        {
            bool sure =
                (hints & (Hints.Comments | Hints.Notice)) != 0
                || node.Tag is Tag.Navigation or Tag.Button or Tag.Footer or Tag.Aside;
            return !sure ? 0
                : declared && !HoldsBody(tree, index) ? 1
                : HoldsArticle(tree, index) || Holds(tree, index, Tag.Table) ? Most
                : MostOfSure;
        }

        if (
            node.Tag == Tag.Quotation
            || tree.Nodes[Math.Max(node.Parent, 0)].Tag == Tag.Quotation
            || FramesQuotation(tree, index)
        )
        {
            // A post set into the text is quoted in it, whatever its frame is called.
            return 0;
        }

        return (hints & Hints.Furniture) != 0 ? Most
            : node.Tag is Tag.Form ? Most
            : (hints & Hints.Beside) != 0 ? MostBeside
            : node.Tag is Tag.Caption
            || (node.Tag is Tag.Figure && !Holds(tree, index, Tag.Table, Tag.Quotation, Tag.Preformatted))
                ? Most
            : (hints & (Hints.Caption | Hints.Gallery | Hints.PullQuote)) != 0 ? 0.25
            : (hints & (Hints.Byline | Hints.Tags | Hints.Hidden)) != 0 ? 0.05
            : 0;
    }

    /// <summary>Whether a block quotation is nearly all that the element holds.</summary>
    private static bool FramesQuotation(PageTree tree, int index)
    {
        ref readonly Node node = ref tree.Nodes[index];
        const int MostInside = 12;
        if (node.End - index > MostInside)
        {
            return false;
        }

        for (int i = index + 1; i < node.End; i++)
        {
            ref readonly Node inner = ref tree.Nodes[i];
            if (inner.Tag == Tag.Quotation)
            {
                return inner.EndBlock - inner.FirstBlock > 0
                    && node.EndBlock - node.FirstBlock - (inner.EndBlock - inner.FirstBlock) <= 1;
            }
        }

        return false;
    }

    /// <summary>Whether an article, a main part or a first-level heading stands in the element.</summary>
    private static bool HoldsArticle(PageTree tree, int index) =>
        Holds(tree, index, Tag.Article, Tag.Main, Tag.Heading1);

    private static bool HoldsBody(PageTree tree, int index)
    {
        for (int i = index; i < tree.Nodes[index].End; i++)
        {
            if ((tree.Nodes[i].Hints & Hints.Body) != 0)
            {
                return true;
            }
        }

        return tree.Within(index, Hints.Body);
    }

    private static bool Holds(PageTree tree, int index, params ReadOnlySpan<Tag> tags)
    {
        for (int i = index; i < tree.Nodes[index].End; i++)
        {
            if (tags.Contains(tree.Nodes[i].Tag))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an element named the article's text holds so much of it that what stands beside needs no proof.</summary>
    private static bool IsDeclared(PageTree tree)
    {
        const int Enough = 600;
        foreach (Node node in tree.Nodes)
        {
            if ((node.Hints & Hints.Body) == 0)
            {
                continue;
            }

            int text = 0;
            for (int b = node.FirstBlock; b < node.EndBlock; b++)
            {
                text += tree.Blocks[b].Length - tree.Blocks[b].LinkLength;
            }

            if (text >= Enough)
            {
                return true;
            }
        }

        return false;
    }
}
