using System.Buffers;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>
/// How much of each block, and by sums of each element, reads like an article's prose and how much like anything else.
/// </summary>
internal sealed class Weights
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(
        ".!?…。！？;:,，、،؟।»”\""
    );

    private readonly int[] proseBefore;
    private readonly int[] otherBefore;

    public Weights(PageTree tree)
    {
        Prose = new int[tree.Blocks.Length];
        Other = new int[tree.Blocks.Length];
        proseBefore = new int[tree.Blocks.Length + 1];
        otherBefore = new int[tree.Blocks.Length + 1];
        for (int i = 0; i < tree.Blocks.Length; i++)
        {
            ref readonly TextBlock block = ref tree.Blocks[i];
            ReadOnlySpan<char> words = tree.TextOf(block);
            int size = block.Length * (IsDense(words) ? 2 : 1);
            if (IsProse(block, words, size, tree.TagOf(block)))
            {
                Prose[i] = size;
            }
            else
            {
                Other[i] = Cost(block, size, tree.TagOf(block));
            }
        }
    }

    /// <summary>Characters of prose, block by block; letters of Chinese, Japanese and Korean count twice.</summary>
    public int[] Prose { get; }

    /// <summary>Characters of the rest.</summary>
    public int[] Other { get; }

    /// <summary>Sums up what is left once some blocks are out.</summary>
    public void Sum(bool[] dropped)
    {
        for (int i = 0; i < Prose.Length; i++)
        {
            proseBefore[i + 1] = proseBefore[i] + (dropped[i] ? 0 : Prose[i]);
            otherBefore[i + 1] = otherBefore[i] + (dropped[i] ? 0 : Other[i]);
        }
    }

    public int ProseIn(in Node node) => proseBefore[node.EndBlock] - proseBefore[node.FirstBlock];

    public int OtherIn(in Node node) => otherBefore[node.EndBlock] - otherBefore[node.FirstBlock];

    /// <summary>Prose of a set of blocks.</summary>
    public int ProseIn(bool[] blocks)
    {
        int sum = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            sum += blocks[i] ? Prose[i] : 0;
        }

        return sum;
    }

    private static bool IsProse(in TextBlock block, ReadOnlySpan<char> words, int size, Tag tag)
    {
        if (tag.IsHeading() || block.LinkShare > 0.45)
        {
            return false;
        }

        int least = tag is Tag.Paragraph or Tag.Quotation or Tag.Item ? 40 : 80;
        return size >= least && words.IndexOfAny(SentenceMarks) >= 0;
    }

    /// <summary>Links lead elsewhere and cost their length; headings, short items and cells belong to articles too and cost little.</summary>
    private static int Cost(in TextBlock block, int size, Tag tag) =>
        block.LinkShare > 0.45 ? Math.Min(size, 120) + 20
        : tag.IsHeading() ? 6
        : (Math.Min(size, 60) / 3) + 6;

    /// <summary>Whether the text is in a script that writes a word in one or two characters.</summary>
    private static bool IsDense(ReadOnlySpan<char> words)
    {
        int dense = 0;
        int looked = Math.Min(words.Length, 40);
        for (int i = 0; i < looked; i++)
        {
            dense += words[i] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
        }

        return dense * 2 > looked;
    }
}
