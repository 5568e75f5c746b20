using Chancery.Reading.Pages.Tree;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>What came out of the flow on the way.</summary>
internal sealed class Trimmed
{
    public List<string> Captions { get; } = [];

    public List<Cut> Cuts { get; } = [];

    /// <summary>Lines above the first paragraph that name who wrote it.</summary>
    public List<string> Bylines { get; } = [];

    public bool Partial { get; set; }
}

/// <summary>Takes out of the chosen blocks what is not the article's own text.</summary>
internal static class Trimming
{
    public static Trimmed Trim(PageTree tree, Weights weights, bool[] chosen, IReadOnlyList<string> titles)
    {
        var trimmed = new Trimmed();
        HashSet<string> folded = [.. titles.Select(Bylines.Folded).Where(title => title.Length > 0)];
        OpenAtHeadline(tree, weights, chosen, folded);
        Tails.Cut(tree, weights, chosen);
        Tails.CutTeasers(tree, weights, chosen);
        DropRepeated(tree, weights, chosen);
        PullQuotes.Drop(tree, chosen);
        int firstProse = FirstProse(weights, chosen, 1);
        int afterDek = FirstProse(weights, chosen, 3);
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i])
            {
                chosen[i] = IsText(tree, i, folded, i < firstProse, i < afterDek, trimmed);
            }
        }

        DropHeadingsBeforeNothing(tree, chosen);
        return trimmed;
    }

    private static bool IsText(
        PageTree tree,
        int index,
        HashSet<string> titles,
        bool opening,
        bool underDek,
        Trimmed trimmed
    )
    {
        ref readonly TextBlock block = ref tree.Blocks[index];
        ReadOnlySpan<char> words = tree.TextOf(block);
        if (IsLinks(tree, block) || IsTitle(words, titles) || IsMarkup(words))
        {
            return false;
        }

        if (
            (opening && HeadLines.IsByline(words))
            || (
                underDek
                && !tree.TagOf(block).IsHeading()
                && HeadLines.IsNames(words, bold: block.StrongLength >= block.Length - 1)
                && !IsSpokenOf(tree, words, index)
            )
        )
        {
            trimmed.Bylines.Add(
                words.ToString().Replace('\n', ';').Replace("/", " / ", StringComparison.Ordinal)
            );
            return false;
        }

        if (Captions.IsCaption(words))
        {
            trimmed.Captions.Add(words.ToString());
            return false;
        }

        switch (Lines.KindOf(words))
        {
            case LineKind.Text when words.Length <= LongestNotice && Notices.WhyNot(words) is "paywall":
                trimmed.Cuts.Add(new Cut("paywall", words.ToString()));
                return false;
            case LineKind.Text:
                return true;
            case LineKind.Notice:
                trimmed.Cuts.Add(new Cut(Notices.WhyNot(words) ?? "notice", words.ToString()));
                return false;
            default:
                return false;
        }
    }

    /// <summary>Longer paragraphs on pages speak of subscriptions as news does.</summary>
    private const int LongestNotice = 160;

    /// <summary>Whether the text below has a word of the line: a subhead's words come back, a writer's name does not.</summary>
    private static bool IsSpokenOf(PageTree tree, ReadOnlySpan<char> line, int index)
    {
        ReadOnlySpan<char> below = tree.Text.AsSpan(tree.Blocks[index].Start + tree.Blocks[index].Length);
        foreach (Range range in line.SplitAny(' ', '/'))
        {
            if (line[range].Length > 2 && below.Contains(line[range], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A run of repeated blocks shorter than this may be a refrain, a price, a step done twice.</summary>
    private const int LeastRepeated = 200;

    private const int ShortestRepeated = 120;

    /// <summary>Pages hold a text twice, for wide screens and for narrow ones, or a dek that is the first paragraph.</summary>
    private static void DropRepeated(PageTree tree, Weights weights, bool[] chosen)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var run = new List<int>();
        int length = 0;
        for (int i = 0; i <= chosen.Length; i++)
        {
            if (
                i < chosen.Length
                && (
                    !chosen[i]
                    || weights.Prose[i] < ShortestRepeated
                    || tree.TagOf(tree.Blocks[i]) is Tag.Item or Tag.Cell
                )
            )
            {
                continue;
            }

            if (i < chosen.Length && !lookup.Add(tree.TextOf(tree.Blocks[i])))
            {
                run.Add(i);
                length += weights.Prose[i];
                continue;
            }

            foreach (int repeated in length >= LeastRepeated ? run : [])
            {
                chosen[repeated] = false;
            }

            run.Clear();
            length = 0;
        }
    }

    /// <summary>The paragraph of that number, counted from one, or the end.</summary>
    private static int FirstProse(Weights weights, bool[] chosen, int number)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            number -= chosen[i] && weights.Prose[i] > 0 ? 1 : 0;
            if (number == 0)
            {
                return i;
            }
        }

        return chosen.Length;
    }

    /// <summary>A block that is links from end to end, outside of running text, leads elsewhere.</summary>
    private static bool IsLinks(PageTree tree, in TextBlock block) =>
        block.LinkShare > 0.9
        || (block.LinkShare > 0.6 && tree.TagOf(block) is Tag.Item or Tag.Block or Tag.Cell);

    private static bool IsTitle(ReadOnlySpan<char> words, HashSet<string> titles) =>
        words.Length < 400 && titles.Contains(Bylines.Folded(words));

    /// <summary>What stands before the headline is the way to it: sections, dates, teasers.</summary>
    private static void OpenAtHeadline(PageTree tree, Weights weights, bool[] chosen, HashSet<string> titles)
    {
        int prose = 0;
        int total = weights.ProseIn(chosen);
        for (int i = 0; i < chosen.Length && prose <= total / 5; i++)
        {
            if (tree.TagOf(tree.Blocks[i]).IsHeading() && IsTitle(tree.TextOf(tree.Blocks[i]), titles))
            {
                chosen.AsSpan(0, i).Clear();
                return;
            }

            prose += chosen[i] ? weights.Prose[i] : 0;
        }
    }

    /// <summary>Source that a script would have replaced, shown as text: markup, settings, an article's Markdown.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> words) =>
        (words[0] == '<' && words[^1] == '>')
        || (words[0] == '{' && words[^1] == '}' && words.Contains("\":", StringComparison.Ordinal))
        || (words.StartsWith("# ") && words.Contains("](http", StringComparison.Ordinal));

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
