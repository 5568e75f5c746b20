using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>One guess at which blocks are the article.</summary>
/// <param name="Name">How it was made, for those who read errors.</param>
/// <param name="Trust">How much its vote weighs.</param>
/// <param name="Blocks">One flag a block.</param>
internal sealed record Candidate(string Name, double Trust, bool[] Blocks);

/// <summary>Several independent guesses over one tree: each fails on other pages.</summary>
internal static class Candidates
{
    public static List<Candidate> Of(PageTree tree, Weights weights, bool[] dropped, string? articleBody)
    {
        var candidates = new List<Candidate>();
        int single = BestOf(tree, weights, IsBody);
        bool[]? parts = AllOf(tree, weights, dropped);
        Add(candidates, tree, dropped, "declared", parts is null ? 1.0 : 0.5, single);
        if (parts is not null)
        {
            candidates.Add(new Candidate("declared parts", 1.0, parts));
        }

        Add(
            candidates,
            tree,
            dropped,
            "article",
            0.9,
            BestOf(tree, weights, node => node.Tag is Tag.Article)
        );
        Add(candidates, tree, dropped, "container", 0.7, BestOf(tree, weights, IsContainer));
        Add(candidates, tree, dropped, "structure", 1.0, BestOf(tree, weights, _ => true));
        candidates.Add(new Candidate("density", 0.8, Density.Window(tree, weights, dropped)));
        if (articleBody is not null && ArticleBody.Found(tree, dropped, articleBody) is { } found)
        {
            candidates.Add(new Candidate("articleBody", 2.0, found));
        }

        return Weighed(candidates, weights);
    }

    /// <summary>Share of the greatest guess below which a guess is little.</summary>
    private const double Little = 0.3;

    /// <summary>A guess that holds little of what another holds is rarely the whole article: its word counts less.</summary>
    private static List<Candidate> Weighed(List<Candidate> candidates, Weights weights)
    {
        int[] prose = [.. candidates.Select(candidate => weights.ProseIn(candidate.Blocks))];
        double most = Math.Max(1, prose.Max());
        return
        [
            .. candidates.Select(
                (candidate, i) =>
                    candidate with
                    {
                        Trust = candidate.Trust * Math.Min(1, prose[i] / (Little * most)),
                    }
            ),
        ];
    }

    private static bool IsBody(Node node) => (node.Hints & Hints.Body) != 0;

    private static bool IsContainer(Node node) =>
        node.Tag is Tag.Main || (node.Hints & (Hints.Container | Hints.Body)) != 0;

    /// <summary>The element with most prose for what it holds beside; the deepest of equals.</summary>
    private static int BestOf(PageTree tree, Weights weights, Predicate<Node> wanted)
    {
        int best = -1;
        double most = 0;
        for (int i = 0; i < tree.Nodes.Length; i++)
        {
            ref readonly Node node = ref tree.Nodes[i];
            double score = weights.ProseIn(node) - (1.5 * weights.OtherIn(node));
            double prose = weights.ProseIn(node);
            if (prose > 0 && wanted(node))
            {
                // An element that is mostly something else still beats none.
                score = Math.Max(score, prose * 0.1);
                if (score >= most)
                {
                    most = score;
                    best = i;
                }
            }
        }

        return best;
    }

    /// <summary>All outermost elements that are named the article's text, where there are several.</summary>
    private static bool[]? AllOf(PageTree tree, Weights weights, bool[] dropped)
    {
        bool[]? blocks = null;
        int parts = 0;
        for (int i = 0; i < tree.Nodes.Length; )
        {
            ref readonly Node node = ref tree.Nodes[i];
            if (IsBody(node) && weights.ProseIn(node) > 0)
            {
                blocks ??= new bool[dropped.Length];
                Fill(blocks, node, dropped);
                parts++;
                i = node.End;
            }
            else
            {
                i++;
            }
        }

        return parts > 1 ? blocks : null;
    }

    private static void Add(
        List<Candidate> candidates,
        PageTree tree,
        bool[] dropped,
        string name,
        double trust,
        int node
    )
    {
        if (node >= 0)
        {
            var blocks = new bool[dropped.Length];
            Fill(blocks, tree.Nodes[node], dropped);
            candidates.Add(new Candidate(name, trust, blocks));
        }
    }

    private static void Fill(bool[] blocks, in Node node, bool[] dropped)
    {
        for (int b = node.FirstBlock; b < node.EndBlock; b++)
        {
            blocks[b] = !dropped[b];
        }
    }
}
