using System.Text;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>The heading of the article among a page's headings: menus, logos and other stories have first-level ones too.</summary>
internal static class Headings
{
    /// <summary>Least share of words that a heading has in common with some other source to be told the article's.</summary>
    private const double Akin = 0.34;

    /// <summary>The same for a first-level heading that needs no other voice.</summary>
    private const double Sure = 0.5;

    private const int LongestSure = 200;

    /// <param name="tree">The page.</param>
    /// <param name="sources">What else calls itself the title.</param>
    /// <returns>Of the first-level headings the one nearest to the sources; without any, the first of the second level that is near.</returns>
    public static (string Text, bool Sure)? Main(PageTree tree, IReadOnlyList<string> sources)
    {
        var first = Best(tree, Tag.Heading1, sources, sources.Count == 0 ? 0 : 0.12);
        var (text, near) =
            first
            ?? Best(tree, Tag.Heading2, sources, Akin)
            ?? Best(tree, Tag.Heading1, sources, 0)
            ?? default;
        return text is null ? null : (text, first is not null && near >= Sure && text.Length < LongestSure);
    }

    /// <summary>The block where the headline stands: of the heading that says it, else of the first first-level one, else 0.</summary>
    public static int BlockOf(PageTree tree, string headline)
    {
        string wanted = Bylines.Folded(headline);
        int first = -1;
        int said = -1;
        foreach (Node node in tree.Nodes)
        {
            if (!node.Tag.IsHeading() || node.EndBlock == node.FirstBlock)
            {
                continue;
            }

            bool says =
                wanted.Length > 0
                && Bylines.Folded(TextOf(tree, node)).EndsWith(wanted, StringComparison.Ordinal);
            if (says && node.Tag == Tag.Heading1)
            {
                return node.FirstBlock;
            }

            said = says && said < 0 ? node.FirstBlock : said;
            first = first < 0 && node.Tag == Tag.Heading1 ? node.FirstBlock : first;
        }

        return said >= 0 ? said : Math.Max(first, 0);
    }

    private static (string Text, double Near)? Best(
        PageTree tree,
        Tag level,
        IReadOnlyList<string> sources,
        double least
    )
    {
        string? best = null;
        double nearest = least - 0.001;
        int seen = 0;
        for (int i = 0; i < tree.Nodes.Length && seen < 12; i++)
        {
            ref readonly Node node = ref tree.Nodes[i];
            if (node.Tag != level || node.EndBlock == node.FirstBlock || IsElsewhere(tree, i))
            {
                continue;
            }

            seen++;
            string words = TextOf(tree, node);
            double near = sources.Count == 0 ? 0 : sources.Max(source => Nearness(words, source));
            if (words.Length is > 3 and < 400 && near > nearest + 0.001)
            {
                nearest = near;
                best = words;
            }
        }

        return best is null ? null : (best, nearest);
    }

    private static bool IsElsewhere(PageTree tree, int node) =>
        tree.Nearest(node, Tag.Navigation) >= 0
        || tree.Nearest(node, Tag.Aside) >= 0
        || (tree.Nodes[node].Hints & Hints.Furniture) != 0
        || tree.Nearest(node, Tag.Item) is var item and >= 0 && tree.Within(item, Hints.Furniture);

    private static string TextOf(PageTree tree, in Node node)
    {
        var words = new StringBuilder();
        for (int b = node.FirstBlock; b < node.EndBlock; b++)
        {
            words.Append(words.Length > 0 ? " " : "").Append(tree.TextOf(tree.Blocks[b]));
        }

        return words.Replace('\n', ' ').ToString();
    }

    /// <summary>Shared words over the words of the shorter.</summary>
    private static double Nearness(string heading, string source)
    {
        HashSet<string> left = Words(heading);
        HashSet<string> right = Words(source);
        int shared = left.Count(right.Contains);
        return left.Count == 0 || right.Count == 0 ? 0
            : Bylines.Folded(heading) == Bylines.Folded(source) ? 1.1
            : (double)shared / Math.Max(3, Math.Min(left.Count, right.Count));
    }

    /// <summary>Words of more than two letters; in scripts without spaces, pairs of characters.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            string word in text.Split(
                [' ', ',', '.', ':', '|', '-', '–', '"', '“', '”', '„', '!', '?', '　', '、'],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (word[0] > '\u2E80')
            {
                for (int i = 0; i + 1 < word.Length; i++)
                {
                    words.Add(word.Substring(i, 2));
                }
            }
            else if (word.Length > 2)
            {
                words.Add(word);
            }
        }

        return words;
    }
}
