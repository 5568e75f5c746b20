using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>
/// Sets what is said not to be so against what somebody else says is so. All that is said against one claim is one
/// dispute: three spokesmen who deny it are one row, not three.
/// </summary>
internal sealed class Denials(
    IReadOnlyList<Claim> now,
    IReadOnlyList<Claim> before,
    Likeness likeness,
    Pairing pairing
)
{
    /// <summary>A denial in one story with the claim, by a cue that says so, needs to be this alike …</summary>
    private const double Alike = 0.35;

    /// <summary>… and nearer where less speaks for it: only a negation, or two stories.</summary>
    private const double Nearer = 0.42,
        Nearest = 0.6;

    /// <summary>A claim that has less of the denial's own words is about something that the denial only mentions.</summary>
    private const double Covered = 0.3;

    /// <summary>A third account of the same.</summary>
    private const double Third = 0.4;

    /// <summary>A denial is sure from here on.</summary>
    private const double Sure = 0.5;

    /// <summary>Claims as near as this to the nearest are one claim told again: the first of them is shown.</summary>
    private const double Again = 0.12;

    /// <summary>What two say side by side is of one thing with fewer words: so much of it is sure.</summary>
    private const double SideBySide = 0.45;

    private const int ThirdAccounts = 2;

    private readonly HashSet<Claim> old = new(before, ReferenceEqualityComparer.Instance);

    public IEnumerable<Dispute> Find() =>
        now.Where(claim => claim.Negative)
            .Select(denial => Best(denial))
            .OfType<Pair>()
            .GroupBy(pair => (pair.Claim.From.Article.Id, pair.Claim.Place))
            .Select(group =>
                Of([
                    .. group
                        .OrderByDescending(pair => pair.Alike)
                        .ThenBy(pair => pair.Denial.From.At)
                        .ThenBy(pair => pair.Denial.From.Article.Id.Value, StringComparer.Ordinal)
                        .ThenBy(pair => pair.Denial.Place.Start)
                        .DistinctBy(pair => (pair.Denial.Key, pair.Denial.From.Article.Outlet)),
                ])
            );

    /// <summary>
    /// True where what the negation turns round is what the claim says: "made no offer" against "offered", but not "no
    /// military solution" against "a solution".
    /// </summary>
    public static bool TurnsRound(Claim denial, Claim claim) =>
        denial.Stance == Stance.Deny || denial.Denied.Any(claim.Stems.Contains);

    private Pair? Best(Claim denial)
    {
        var near = likeness
            .Near(denial)
            .Where(claim => CanBeDenied(claim, denial))
            .Select(claim => new Pair(claim, denial, likeness.Of(claim, denial)))
            .Where(pair => pair.Alike >= Needed(pair) && likeness.Cover(pair.Claim, denial) >= Covered)
            .Concat(Beside(denial))
            .ToList();
        var nearest = near.Select(pair => pair.Alike).DefaultIfEmpty().Max();
        return near.Where(pair => pair.Alike >= nearest - Again)
            .OrderBy(pair => pair.Claim.Told)
            .ThenBy(pair => pair.Claim.From.At)
            .ThenByDescending(pair => pair.Alike)
            .ThenBy(pair => pair.Claim.From.Article.Id.Value, StringComparer.Ordinal)
            .ThenBy(pair => pair.Claim.Place.Start)
            .FirstOrDefault();
    }

    private bool CanBeDenied(Claim claim, Claim denial) =>
        !claim.Negative
        && claim.Key != denial.Key
        && claim.From.At <= denial.From.At.AddDays(1)
        // A sentence that tells of the denial itself is no claim.
        && (claim.Sentence != denial.Sentence || claim.From.Article.Id != denial.From.Article.Id)
        && TurnsRound(denial, claim)
        // What two outlets tell in their own names contradicts in one story or not at all.
        && (!denial.Told || !claim.Told || pairing.AreTogether(claim, denial))
        // An outlet that tells what somebody refuses is not against what he says.
        && !(denial.Told && claim.Actor is { } actor && Names(denial, actor));

    private static bool Names(Claim claim, WatchActor actor) =>
        Words
            .Of(claim.Words)
            .Any(word => actor.Name.EndsWith(word.In(claim.Words).ToString(), StringComparison.Ordinal));

    private double Needed(Pair pair)
    {
        // One word turned round may be chance, two are the matter.
        var denies =
            pair.Denial.Stance == Stance.Deny
            || pair.Denial.Denied.Count > 1 && pair.Denial.Denied.All(pair.Claim.Stems.Contains);
        return (denies, pairing.AreTogether(pair.Claim, pair.Denial)) switch
        {
            (true, true) => Alike,
            (true, false) or (false, true) => Nearer,
            _ => Nearest,
        };
    }

    /// <summary>
    /// Two sides heard one after the other ("Orsa said that it had asked for a truce. In Belmar, an aide said that a truce
    /// was not discussed"): what the second says was not so is named by the first.
    /// </summary>
    private IEnumerable<Pair> Beside(Claim denial)
    {
        var matter = denial.Stems.Except(denial.Denied).ToList();
        if (matter.Count == 0 || denial.Told || denial.Denied.Count == 0)
        {
            return [];
        }
        return now.Where(claim =>
                claim.From.Article.Id == denial.From.Article.Id
                && claim.Key != denial.Key
                && !claim.Told
                && Pairing.Opposed(claim, denial)
                && !claim.Negative
                && matter.TrueForAll(claim.Stems.Contains)
                && Follows(claim, denial)
            )
            .Select(claim => new Pair(claim, denial, SideBySide));
    }

    private static bool Follows(Claim claim, Claim denial) =>
        claim.Sentence.End <= denial.Sentence.Start
        && !denial.From.Coding.Sentences.Any(sentence =>
            sentence.Start >= claim.Sentence.End && sentence.End <= denial.Sentence.Start
        );

    private Dispute Of(IReadOnlyList<Pair> pairs)
    {
        var best = pairs[0];
        var against = pairs.Select(pair => pair.Denial).ToList();
        against.AddRange(Thirds(best, against));
        return pairing.Of(
            pairs.Any(pair => pair.Denial.Stance == Stance.Deny)
                ? DisputeKind.Denial
                : DisputeKind.Contradiction,
            best.Claim,
            [.. against.OrderBy(claim => claim.From.At).ThenBy(claim => claim.Place.Start)],
            best.Denial,
            best.Alike,
            pairs.Any(IsSure)
        );
    }

    private static bool IsSure(Pair pair) =>
        pair.Denial.Stance == Stance.Deny
        && pair.Alike >= Sure
        && !pair.Denial.Told
        && Pairing.Opposed(pair.Claim, pair.Denial);

    private IEnumerable<Claim> Thirds(Pair best, IReadOnlyList<Claim> against) =>
        likeness
            .Near(best.Denial)
            .Where(claim =>
                claim.Key != best.Claim.Key
                && !against.Any(other => other.Key == claim.Key)
                && !claim.Told
                && claim.From.At >= best.Claim.From.At
                && !old.Contains(claim)
                && pairing.AreTogether(claim, best.Claim)
                && likeness.Of(claim, best.Denial) >= Third
                && likeness.Of(claim, best.Claim) >= Third
            )
            .OrderBy(claim => claim.From.At)
            .ThenBy(claim => claim.Place.Start)
            .DistinctBy(claim => claim.Key)
            .Take(ThirdAccounts);

    private sealed record Pair(Claim Claim, Claim Denial, double Alike);
}
