using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>Takes out of the chosen blocks what is not the article's own text.</summary>
internal static class Trimming
{
    public static void Trim(PageTree tree, bool[] chosen, string headline)
    {
        string title = Bylines.Folded(headline);
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i])
            {
                ref readonly TextBlock block = ref tree.Blocks[i];
                ReadOnlySpan<char> words = tree.TextOf(block);
                chosen[i] = !IsLinks(tree, block) && !IsTitle(words, title) && !IsOrphan(words);
            }
        }

        CutTail(tree, chosen);
        DropWorded(tree, chosen);
        DropHeadingsBeforeNothing(tree, chosen);
    }

    /// <summary>Share of the text that a tail may take with it; a heading of that wording further up heads a part of the article.</summary>
    private const double LongestTail = 0.35;

    private static void CutTail(PageTree tree, bool[] chosen)
    {
        int total = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            total += chosen[i] ? tree.Blocks[i].Length : 0;
        }

        int after = 0;
        int cut = -1;
        for (int i = chosen.Length - 1; i >= 0 && after <= LongestTail * total; i--)
        {
            if (!chosen[i])
            {
                continue;
            }

            after += tree.Blocks[i].Length;
            bool heading = tree.TagOf(tree.Blocks[i]).IsHeading();
            if (
                Lines.KindOf(tree.TextOf(tree.Blocks[i]), heading) == LineKind.Tail
                && after <= LongestTail * total
            )
            {
                cut = i;
            }
        }

        if (cut >= 0)
        {
            chosen.AsSpan(cut).Clear();
        }
    }

    private static void DropWorded(PageTree tree, bool[] chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] && Lines.KindOf(tree.TextOf(tree.Blocks[i])) != LineKind.Text)
            {
                chosen[i] = false;
            }
        }
    }

    /// <summary>A block that is links from end to end, outside of running text, leads elsewhere.</summary>
    private static bool IsLinks(PageTree tree, in TextBlock block) =>
        block.LinkShare > 0.9
        || (block.LinkShare > 0.6 && tree.TagOf(block) is Tag.Item or Tag.Block or Tag.Cell);

    private static bool IsTitle(ReadOnlySpan<char> words, string title) =>
        title.Length > 0 && words.Length < title.Length * 2 && Bylines.Folded(words.ToString()) == title;

    /// <summary>Marks without a letter or digit.</summary>
    private static bool IsOrphan(ReadOnlySpan<char> words)
    {
        foreach (char c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A heading with nothing under it headed something that was dropped.</summary>
    private static void DropHeadingsBeforeNothing(PageTree tree, bool[] chosen)
    {
        bool text = false;
        for (int i = chosen.Length - 1; i >= 0 && !text; i--)
        {
            if (chosen[i])
            {
                text = !tree.TagOf(tree.Blocks[i]).IsHeading();
                chosen[i] = text;
            }
        }
    }
}
