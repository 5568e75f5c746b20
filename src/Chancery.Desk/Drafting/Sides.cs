using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Which disputes an issue has opened: a claim that stands in it wants its denial beside it.</summary>
/// <param name="disputes">Those that may be printed.</param>
internal sealed class Sides(IReadOnlyList<Dispute> disputes)
{
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    /// <summary>True for the other side of a dispute that the issue has opened.</summary>
    public bool Answers(Candidate candidate) => Of(candidate).Any(open.Contains);

    /// <summary>True for a side of any of them.</summary>
    public bool Disputes(Candidate candidate) => Of(candidate).Any();

    public void Take(Candidate candidate) => open.UnionWith(Of(candidate));

    private IEnumerable<string> Of(Candidate candidate) =>
        disputes
            .Where(dispute => dispute.Against.Prepend(dispute.Claim).Any(account => Is(account, candidate)))
            .Select(dispute => dispute.Id);

    private static bool Is(Account account, Candidate candidate) =>
        account.Citation.Article == candidate.From.Article.Id
        && account.Citation.Passage.Overlaps(candidate.Place);
}
