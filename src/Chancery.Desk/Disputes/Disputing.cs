using Chancery.Desk.Drafting;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>
/// Sets statements against statements: denials, contradictions, corrections, differing counts and speakers who depart from
/// their own words. Only a denial that names what it denies is sure by itself; the others are offered to the editor.
/// </summary>
public static class Disputing
{
    /// <summary>A speaker's two positions are this alike.</summary>
    private const double Nearer = 0.5;

    /// <summary>Words that differ within so short a time are one occasion, no drift.</summary>
    private static readonly TimeSpan Occasion = TimeSpan.FromDays(2);

    /// <param name="watch">The watch.</param>
    /// <param name="stories">The week's stories.</param>
    /// <param name="earlier">Relevant articles of the weeks before: what was said there can be denied, or departed from, now.</param>
    /// <returns>The surest first.</returns>
    public static IReadOnlyList<Dispute> Find(
        Watch watch,
        IReadOnlyList<Weighed> stories,
        IReadOnlyList<Coded> earlier
    )
    {
        var cast = new Cast(watch);
        var peoples = new Peoples(watch);
        var outlets = new Outlets(watch);
        var claims = new Claims(cast, outlets, peoples);
        var storyOf = stories
            .SelectMany(story => story.Articles.Select(coded => (coded.Article.Id, story.Story.Id)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        List<Claim> now = [.. stories.SelectMany(story => story.Articles).SelectMany(claims.In)];
        List<Claim> before = [.. earlier.SelectMany(claims.In)];
        var likeness = new Likeness([.. now, .. before], peoples);
        var pointing = new Pointing(watch, outlets, storyOf);
        var pairing = new Pairing(watch, outlets, likeness, storyOf);
        return
        [
            .. now.SelectMany(denial => pointing.At(denial, now))
                .Concat(new Denials(now, before, likeness, pairing).Find())
                .Concat(Drifts(now, before, likeness, pairing))
                .Concat(new Counts(watch, cast, outlets).In(stories))
                .Concat(Corrections.In(watch, outlets, stories))
                .GroupBy(dispute => dispute.Id, StringComparer.Ordinal)
                .Select(same => same.First())
                .OrderByDescending(dispute => dispute.Sure)
                .ThenByDescending(dispute => dispute.Confidence)
                .ThenBy(dispute => dispute.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Dispute> Drifts(
        IReadOnlyList<Claim> now,
        List<Claim> before,
        Likeness likeness,
        Pairing pairing
    )
    {
        var earlier = before.Where(claim => claim.Actor is not null).ToLookup(claim => claim.Key);
        foreach (var claim in now.Where(claim => claim.Actor is { Kind: ActorKind.Person }))
        {
            var best = earlier[claim.Key]
                .Where(old => claim.From.At - old.From.At >= Occasion && Departs(old, claim))
                .Select(old => (old, alike: likeness.Of(old, claim)))
                .Where(pair => pair.alike >= Nearer)
                .OrderByDescending(pair => pair.alike)
                .ThenByDescending(pair => pair.old.From.At)
                .FirstOrDefault();
            if (best.old is not null)
            {
                yield return pairing.Of(DisputeKind.Drift, best.old, [claim], claim, best.alike, sure: false);
            }
        }
    }

    /// <summary>One says what the other says is not so, or refuses what the other offers.</summary>
    private static bool Departs(Claim old, Claim now) =>
        old.Negative != now.Negative && Denials.TurnsRound(old.Negative ? old : now, old.Negative ? now : old)
        || old.Stance == Stance.Refuse && now.Stance is Stance.Offer or Stance.Promise
        || now.Stance == Stance.Refuse && old.Stance is Stance.Offer or Stance.Promise;
}
