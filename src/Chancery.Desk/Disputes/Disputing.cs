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
    /// <summary>Two claims this alike speak of one thing …</summary>
    private const double Alike = 0.35;

    /// <summary>… and must be nearer where less speaks for it: one word turned round, or a speaker's departure from his own.</summary>
    private const double Nearer = 0.5;

    /// <summary>A third account of the same.</summary>
    private const double Third = 0.35;

    /// <summary>A denial is sure from here on.</summary>
    private const double SureDenial = 0.5;

    /// <summary>Words that differ within so short a time are one occasion, no drift.</summary>
    private static readonly TimeSpan Occasion = TimeSpan.FromDays(2);

    /// <summary>A speaker's position is held against so many of the likest earlier words.</summary>
    private const int ThirdAccounts = 2;

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
        var outlets = new Outlets(watch);
        var claims = new Claims(cast, outlets);
        var storyOf = stories
            .SelectMany(story => story.Articles.Select(coded => (coded.Article.Id, story.Story.Id)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        List<Claim> now = [.. stories.SelectMany(story => story.Articles).SelectMany(claims.In)];
        List<Claim> before = [.. earlier.SelectMany(claims.In)];
        var likeness = new Likeness([.. now, .. before]);
        var pairing = new Pairing(watch, outlets, likeness, storyOf);
        return
        [
            .. now.Select(denial => Pointing.At(watch, outlets, denial, storyOf))
                .OfType<Dispute>()
                .Concat(Denials(now, before, likeness, pairing))
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

    private static IEnumerable<Dispute> Denials(
        IReadOnlyList<Claim> now,
        List<Claim> before,
        Likeness likeness,
        Pairing pairing
    )
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var denial in now.Where(claim => claim.Negative))
        {
            var denies = denial.Stance == Stance.Deny;
            var best = likeness
                .Near(denial)
                .Where(claim =>
                    !claim.Negative && claim.Key != denial.Key && claim.From.At <= denial.From.At.AddDays(1)
                )
                // A sentence that tells of the denial itself is no claim.
                .Where(claim =>
                    claim.Sentence != denial.Sentence || claim.From.Article.Id != denial.From.Article.Id
                )
                .Select(claim => (claim, alike: likeness.Of(claim, denial)))
                .Where(pair =>
                    denies
                        ? pair.alike >= Alike
                        // One word turned round may be chance, two are the matter.
                        : denial.Denied.Count(pair.claim.Stems.Contains) switch
                        {
                            0 => false,
                            1 => pair.alike >= Nearer,
                            _ => pair.alike >= Alike,
                        }
                )
                .OrderByDescending(pair => pair.alike)
                .ThenBy(pair => pair.claim.From.At)
                .ThenBy(pair => pair.claim.From.Article.Id.Value, StringComparer.Ordinal)
                .FirstOrDefault();
            if (
                best.claim is null
                || !taken.Add(string.Join(' ', denial.Stems.Order(StringComparer.Ordinal)))
            )
            {
                continue;
            }
            var thirds = likeness
                .Near(denial)
                .Where(claim =>
                    claim.Key != denial.Key
                    && claim.Key != best.claim.Key
                    && !claim.Told
                    && claim.From.At >= best.claim.From.At
                    && !before.Contains(claim)
                    && likeness.Of(claim, denial) is >= Third
                )
                .OrderBy(claim => claim.From.At)
                .ThenBy(claim => claim.Place.Start)
                .DistinctBy(claim => claim.Key)
                .Take(ThirdAccounts);
            yield return pairing.Of(
                denies ? DisputeKind.Denial : DisputeKind.Contradiction,
                best.claim,
                [denial, .. thirds],
                best.alike,
                denies && best.alike >= SureDenial && !denial.Told && Pairing.Opposed(best.claim, denial)
            );
        }
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
                yield return pairing.Of(DisputeKind.Drift, best.old, [claim], best.alike, sure: false);
            }
        }
    }

    /// <summary>One says what the other says is not so, or refuses what the other offers.</summary>
    private static bool Departs(Claim old, Claim now) =>
        old.Negative != now.Negative
        || old.Stance == Stance.Refuse && now.Stance is Stance.Offer or Stance.Promise
        || now.Stance == Stance.Refuse && old.Stance is Stance.Offer or Stance.Promise;
}
