using Chancery.Language.Grammar.Network;

namespace Chancery.Language.Tests.Grammar;

public sealed class SpanningTreeTests
{
    [Fact]
    public void Heads_that_prefer_each_other_still_make_a_tree()
    {
        // Tokens 0 and 1 want each other most; the tree must give one of them up, at the least cost.
        float[] scores =
        [
            float.NegativeInfinity,
            10,
            0,
            10,
            float.NegativeInfinity,
            0,
            1,
            5,
            float.NegativeInfinity,
        ];
        var heads = new int[3];
        SpanningTree.Best(scores, 3, [8, 1, 0], heads);
        Assert.Equal([-1, 0, 1], heads);
    }

    [Fact]
    public void A_sentence_has_one_root_even_where_all_want_to_be_it()
    {
        var scores = new float[16];
        var heads = new int[4];
        SpanningTree.Best(scores, 4, [9, 9, 9, 9], heads);
        Assert.Equal(1, heads.Count(head => head < 0));
    }

    [Fact]
    public void Any_scores_give_a_tree()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var count = 1 + random.Next(12);
            var scores = new float[count * count];
            var roots = new float[count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = i / count == i % count ? float.NegativeInfinity : random.NextSingle() * 20;
            }
            for (var i = 0; i < count; i++)
            {
                roots[i] = random.NextSingle() * 20;
            }
            var heads = new int[count];
            SpanningTree.Best(scores, count, roots, heads);
            Assert.Equal(1, heads.Count(head => head < 0));
            Assert.All(
                Enumerable.Range(0, count),
                token =>
                {
                    var steps = 0;
                    for (var at = token; at >= 0; at = heads[at])
                    {
                        Assert.True(++steps <= count, "The heads run in a circle.");
                    }
                }
            );
        }
    }
}
