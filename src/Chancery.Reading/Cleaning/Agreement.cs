using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>Chooses among candidates the one that agrees most with the others.</summary>
internal static class Agreement
{
    public static Candidate? Choose(PageTree tree, List<Candidate> candidates)
    {
        Candidate? best = null;
        double most = -1;
        foreach (Candidate candidate in candidates)
        {
            double support = candidate.Trust * 0.5;
            foreach (Candidate other in candidates)
            {
                if (!ReferenceEquals(other, candidate))
                {
                    support += other.Trust * F1(tree, candidate.Blocks, other.Blocks);
                }
            }

            if (support > most)
            {
                most = support;
                best = candidate;
            }
        }

        return best;
    }

    private static double F1(PageTree tree, bool[] left, bool[] right)
    {
        long both = 0;
        long sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            int length = tree.Blocks[i].Length;
            both += left[i] && right[i] ? length : 0;
            sum += (left[i] ? length : 0) + (right[i] ? length : 0);
        }

        return sum == 0 ? 0 : 2.0 * both / sum;
    }
}
