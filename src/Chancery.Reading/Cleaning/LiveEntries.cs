using Chancery.Reading.Pages.Head;
using Chancery.Reading.Pages.Tree;
using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>The entries of a live blog: the first block of each heads it and bears its time.</summary>
internal static class LiveEntries
{
    /// <summary>One element so named is a part of a page; a live blog has several.</summary>
    private const int Least = 2;

    /// <param name="tree">The page.</param>
    /// <param name="chosen">The article's blocks.</param>
    /// <param name="updates">What the markup says of the entries, used where no element is named one.</param>
    /// <returns>By block: the time of the entry that it opens, where the entry gives one.</returns>
    public static Dictionary<int, Stamp?> Of(
        PageTree tree,
        bool[] chosen,
        IReadOnlyList<(string Headline, string Published)> updates
    )
    {
        var heads = new Dictionary<int, Stamp?>();
        for (int i = 0; i < tree.Nodes.Length; )
        {
            ref readonly Node node = ref tree.Nodes[i];
            int first = (node.Hints & Hints.LiveEntry) != 0 ? FirstChosen(node, chosen) : -1;
            if (first < 0)
            {
                i++;
                continue;
            }

            heads[first] = TimeIn(tree, i, node.End);
            i = node.End;
        }

        return heads.Count >= Least ? heads
            : updates.Count >= Least ? Declared(tree, chosen, updates)
            : [];
    }

    /// <summary>The blocks that say the headlines which the markup gives its updates (schema.org's LiveBlogPosting).</summary>
    private static Dictionary<int, Stamp?> Declared(
        PageTree tree,
        bool[] chosen,
        IReadOnlyList<(string Headline, string Published)> updates
    )
    {
        var times = new Dictionary<string, Stamp?>(StringComparer.Ordinal);
        foreach (var (headline, published) in updates)
        {
            times.TryAdd(Bylines.Folded(headline), DateText.Read(published));
        }

        var heads = new Dictionary<int, Stamp?>();
        for (int b = 0; b < chosen.Length; b++)
        {
            if (
                chosen[b]
                && times.Remove(Bylines.Folded(tree.TextOf(tree.Blocks[b]).ToString()), out Stamp? at)
            )
            {
                heads[b] = at;
            }
        }

        return heads.Count >= Least ? heads : [];
    }

    private static int FirstChosen(in Node node, bool[] chosen)
    {
        for (int b = node.FirstBlock; b < node.EndBlock; b++)
        {
            if (chosen[b])
            {
                return b;
            }
        }

        return -1;
    }

    private static Stamp? TimeIn(PageTree tree, int from, int to)
    {
        foreach (var (node, value, _) in tree.Finds.Times)
        {
            if (node >= from && node < to && DateText.Read(value) is { } stamp)
            {
                return stamp;
            }
        }

        return null;
    }
}
