using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>
/// Cuts what follows a line like "Related articles". Where the article's own paragraphs go on after it, the line headed
/// a box inside the article, and only the box goes.
/// </summary>
internal static class Tails
{
    /// <summary>Share of the prose that must stand before the cut.</summary>
    private const double LeastBefore = 0.2;

    /// <summary>The same where the line only begins like one.</summary>
    private const double LeastBeforePerhaps = 0.7;

    public static void Cut(PageTree tree, Weights weights, bool[] chosen)
    {
        int total = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            total += chosen[i] ? weights.Prose[i] : 0;
        }

        int before = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i])
            {
                continue;
            }

            bool heading = tree.TagOf(tree.Blocks[i]).IsHeading();
            LineKind kind = Lines.KindOf(tree.TextOf(tree.Blocks[i]), heading);
            double least = kind switch
            {
                LineKind.Tail or LineKind.End => LeastBefore,
                LineKind.PerhapsTail => LeastBeforePerhaps,
                _ => 2,
            };
            if (before >= least * total)
            {
                int end = GoesOn(tree, weights, chosen, i);
                for (int b = i; b < end; b++)
                {
                    chosen[b] = false;
                }

                i = end - 1;
                continue;
            }

            before += weights.Prose[i];
        }
    }

    /// <summary>
    /// Cuts lists of stories that no line announces: after the last paragraph of the article's own, at least three
    /// headings that are links, with hardly more than one paragraph each.
    /// </summary>
    public static void CutTeasers(PageTree tree, Weights weights, bool[] chosen)
    {
        const int Least = 3;
        int home = Home(tree, weights, chosen, chosen.Length);
        int end = 0;
        for (int b = 0; b < chosen.Length; b++)
        {
            end = chosen[b] && IsOwn(tree, weights, b, home) ? b + 1 : end;
        }

        int first = -1;
        int headings = 0;
        int prose = 0;
        for (int b = end; b < chosen.Length; b++)
        {
            if (!chosen[b])
            {
                continue;
            }

            ref readonly TextBlock block = ref tree.Blocks[b];
            if (tree.TagOf(block).IsHeading() && block.LinkShare > 0.8)
            {
                first = first < 0 ? b : first;
                headings++;
            }

            prose += first >= 0 && weights.Prose[b] > 0 ? 1 : 0;
        }

        if (headings >= Least && prose <= headings * 1.4 && EndsBefore(tree, home, first))
        {
            chosen.AsSpan(first).Clear();
        }
    }

    /// <summary>Whether an element that is named the article, or is one, holds the home and ends before the block.</summary>
    private static bool EndsBefore(PageTree tree, int home, int block)
    {
        for (int at = home; at >= 0; at = tree.Nodes[at].Parent)
        {
            ref readonly Node node = ref tree.Nodes[at];
            if (node.EndBlock > block)
            {
                return false;
            }

            if (node.Tag == Tag.Article || (node.Hints & Hints.Body) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next block after <paramref name="at"/> that is a paragraph of the article's own, or the end.</summary>
    private static int GoesOn(PageTree tree, Weights weights, bool[] chosen, int at)
    {
        int home = Home(tree, weights, chosen, at);
        for (int b = at + 1; b < chosen.Length; b++)
        {
            if (chosen[b] && IsOwn(tree, weights, b, home))
            {
                return b;
            }
        }

        return chosen.Length;
    }

    /// <summary>A paragraph that stands where most of the article stands, or in a part beside it of the same make.</summary>
    private static bool IsOwn(PageTree tree, Weights weights, int index, int home)
    {
        ref readonly TextBlock block = ref tree.Blocks[index];
        if (home < 0 || weights.Prose[index] == 0 || block.LinkShare >= 0.3)
        {
            return false;
        }

        int parent = tree.Nodes[block.Node].Parent;
        return parent == home
            || (
                parent >= 0
                && tree.Nodes[parent].Tag == tree.Nodes[home].Tag
                && tree.Nodes[parent].Hints == tree.Nodes[home].Hints
                && (tree.Nodes[home].Hints & Hints.Body) != 0
                && AreNear(tree, parent, home)
            );
    }

    /// <summary>Whether two elements have an ancestor in common within three steps of each.</summary>
    private static bool AreNear(PageTree tree, int left, int right)
    {
        const int Steps = 3;
        int above = left;
        for (int i = 0; i < Steps && above >= 0; i++)
        {
            above = tree.Nodes[above].Parent;
            int other = right;
            for (int k = 0; k < Steps && other >= 0; k++)
            {
                other = tree.Nodes[other].Parent;
                if (other == above)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The element that most prose before the line stands directly in.</summary>
    private static int Home(PageTree tree, Weights weights, bool[] chosen, int at)
    {
        var prose = new Dictionary<int, int>();
        int home = -1;
        for (int b = 0; b < at; b++)
        {
            if (chosen[b] && weights.Prose[b] > 0)
            {
                int parent = tree.Nodes[tree.Blocks[b].Node].Parent;
                int sum = prose[parent] = prose.GetValueOrDefault(parent) + weights.Prose[b];
                home = home < 0 || sum > prose[home] ? parent : home;
            }
        }

        return home;
    }
}
