using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>
/// The run of blocks with most prose for what else it holds: maximum subsequence segmentation (Pasternack and Roth,
/// WWW 2009) over blocks instead of words.
/// </summary>
internal static class Density
{
    public static bool[] Window(PageTree tree, Weights weights, bool[] dropped)
    {
        double best = 0;
        double sum = 0;
        int start = 0;
        int from = 0;
        int to = 0;
        for (int i = 0; i < dropped.Length; i++)
        {
            if (dropped[i])
            {
                continue;
            }

            sum += weights.Prose[i] > 0 ? weights.Prose[i] : Cost(tree, weights, i);
            if (sum <= 0)
            {
                sum = 0;
                start = i + 1;
            }
            else if (sum > best)
            {
                best = sum;
                from = start;
                to = i + 1;
            }
        }

        var blocks = new bool[dropped.Length];
        for (int i = from; i < to; i++)
        {
            blocks[i] = !dropped[i];
        }

        return blocks;
    }

    private static double Cost(PageTree tree, Weights weights, int block)
    {
        ref readonly TextBlock text = ref tree.Blocks[block];
        double cost =
            text.LinkShare > 0.45 ? 2.5
            : tree.TagOf(text).IsHeading() ? 0.8
            : 1.2;
        return -cost * weights.Other[block];
    }
}
