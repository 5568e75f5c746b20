using System.Globalization;
using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>Makes a dispute of claims, with the reasons that a person is shown.</summary>
internal sealed class Pairing(
    Watch watch,
    Outlets outlets,
    Likeness likeness,
    IReadOnlyDictionary<ArticleId, string> storyOf
)
{
    /// <param name="kind">What it is.</param>
    /// <param name="claim">What was said first.</param>
    /// <param name="against">What stands against it, in time order.</param>
    /// <param name="first">The one of them that is nearest to the claim: it is what the reasons speak of.</param>
    /// <param name="alike">How near.</param>
    /// <param name="sure">True where it may be printed.</param>
    public Dispute Of(
        DisputeKind kind,
        Claim claim,
        IReadOnlyList<Claim> against,
        Claim first,
        double alike,
        bool sure
    )
    {
        var story = storyOf.GetValueOrDefault(first.From.Article.Id);
        var together = AreTogether(claim, first);
        return Made(
            watch,
            kind,
            Account(claim),
            [.. against.Select(Account)],
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"both speak of {string.Join(", ", likeness.Shared(claim, first))} ({alike:0%} of the words that count)"
                ),
                kind switch
                {
                    DisputeKind.Denial when first.Stance == Stance.Deny =>
                        $"{first.Speaker} {English.Denying(first.Speaker)} it",
                    DisputeKind.Drift => $"{first.Speaker} said the one and later the other",
                    _ => "one says what the other says is not so",
                },
                together ? "they stand in one story"
                : story is null || !storyOf.ContainsKey(claim.From.Article.Id) ? "they are weeks apart"
                : "they stand in two stories",
            ],
            alike,
            sure,
            together ? story : null
        );
    }

    /// <summary>True where both stand in one story.</summary>
    public bool AreTogether(Claim one, Claim other) =>
        one.From.Article.Id == other.From.Article.Id
        || storyOf.TryGetValue(one.From.Article.Id, out var story)
            && storyOf.TryGetValue(other.From.Article.Id, out var same)
            && story == same;

    /// <summary>True where two speak who are not of one side.</summary>
    public static bool Opposed(Claim one, Claim other) =>
        one.Actor is null || other.Actor is null || one.Actor.Side != other.Actor.Side;

    /// <summary>A dispute whose id is of the words that stand against each other.</summary>
    public static Dispute Made(
        Watch watch,
        DisputeKind kind,
        Account claim,
        IReadOnlyList<Account> against,
        IReadOnlyList<string> reasons,
        double confidence,
        bool sure,
        string? story
    ) =>
        new()
        {
            Id = ArticleId.Of($"{kind}", Key(claim), Key(against[0])).Value,
            Watch = watch.Id,
            Kind = kind,
            Claim = claim,
            Against = against,
            Reasons = reasons,
            Confidence = Math.Round(confidence, 2),
            Sure = sure,
            Story = story,
        };

    private static string Key(Account account) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{account.Citation.Article} {account.Citation.Passage.Start} {account.Words}"
        );

    private Account Account(Claim claim) => claim.Account(outlets.Name(claim.From.Article));
}
