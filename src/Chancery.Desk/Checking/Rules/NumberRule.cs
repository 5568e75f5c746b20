using System.Globalization;
using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Every number of a line stands in a cited passage with its value and unit; it counts what it counts there; both ends
/// of a range come from one passage; "at least" and "up to" are not lost.
/// </summary>
internal static class NumberRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var given = ground.Sources.Select(s => Quantities.In(s.Tokens, DateMention.In(s.Tokens))).ToList();
        foreach (var number in Quantities.In(ground.Tokens, ground.Dates))
        {
            var same = given
                .Select(g => g.Where(q => Same(number, q)).ToList())
                .Where(g => g.Count > 0)
                .ToList();
            if (same.Count == 0)
            {
                if (!Elsewhere(number, ground))
                    yield return new Reason(
                        "number-not-carried",
                        $"“{Shown(number)}” stands in no cited passage{Given(number, given)}."
                    );
                continue;
            }
            if (number.RangeWith is { } other && !same.Any(g => g.Any(q => q.RangeWith == other)))
                yield return new Reason(
                    "counts-merged",
                    $"“{number.Text}” and “{other.ToString(CultureInfo.InvariantCulture)}” are made into one range that no cited passage gives."
                );
            var all = same.SelectMany(g => g).ToList();
            if (Another(number, all, given.SelectMany(g => g)) is { } swapped)
                yield return new Reason(
                    "number-of-another",
                    $"“{number.Text}” counts something else in the cited words: what this line counts is {swapped.Text} there."
                );
            else if (
                number.Bound == QuantityBound.None
                && all.TrueForAll(q => q.Bound is QuantityBound.Least or QuantityBound.Most)
            )
                yield return new Reason(
                    "bound-lost",
                    $"“{number.Text}” is “at least” or “up to” so many in the cited words; the line drops it."
                );
            else if (Opposite(number.Bound) is { } opposite && all.TrueForAll(q => q.Bound == opposite))
                yield return new Reason(
                    "bound-turned",
                    $"“{number.Text}” is bounded the other way in the cited words."
                );
        }
    }

    private static bool Same(Quantity line, Quantity passage)
    {
        if (line.Kind == QuantityKind.Literal || passage.Kind == QuantityKind.Literal)
            return line.Kind == passage.Kind
                && line.Text.Equals(passage.Text, StringComparison.OrdinalIgnoreCase);
        // "hundreds of drones" may stand for 485 of them, not for 85.
        if (line.Kind == QuantityKind.Vague && passage.Kind is QuantityKind.Count)
            return passage.Value >= line.Value && passage.Value < line.Value * 100;
        if (line.Kind == QuantityKind.Part && passage is { Kind: QuantityKind.Count, Unit: "percent" })
            return line.Value * 100 == passage.Value;
        return line.Kind == passage.Kind && line.Value == passage.Value && Unit(line, passage);
    }

    // A unit may be left out where it is one of time or length ("three days of talks", "the three"), money and shares may not.
    private static bool Unit(Quantity line, Quantity passage) =>
        line.Unit == passage.Unit
        || line.Unit.Length == 0
            && passage.Unit is not ("percent" or "usd" or "eur" or "gbp" or "rub" or "uah" or "cny" or "jpy");

    // What the line counts has another number in the passages, and this number counts something else there.
    private static Quantity? Another(Quantity number, List<Quantity> same, IEnumerable<Quantity> given) =>
        number.Kind is not (QuantityKind.Count or QuantityKind.Vague)
        || number.Counted.Count == 0
        || same.Exists(q => q.Counted.Count == 0 || q.Counted.Intersect(number.Counted).Any())
            ? null
            : given.FirstOrDefault(q =>
                q.Kind is QuantityKind.Count or QuantityKind.Vague
                && q.Value != number.Value
                && q.Counted.Intersect(number.Counted).Any()
            );

    // "the first round", "second" may stand in the sentence around; so may a small count ("the two sides").
    private static bool Elsewhere(Quantity number, Ground ground) =>
        number.Kind is QuantityKind.Count
        && number is { Value: 2, Unit: "" }
        && ground.Sources.Any(s => s.Tokens.Any(t => t.Folded is "both"));

    private static QuantityBound? Opposite(QuantityBound bound) =>
        bound switch
        {
            QuantityBound.Least => QuantityBound.Most,
            QuantityBound.Most => QuantityBound.Least,
            _ => null,
        };

    private static string Shown(Quantity number) =>
        number.Unit.Length == 0 ? number.Text : $"{number.Text} ({number.Unit})";

    private static string Given(Quantity number, List<List<Quantity>> given)
    {
        var others = given
            .SelectMany(g => g)
            .Where(q =>
                q.Counted.Intersect(number.Counted).Any() || q.Unit == number.Unit && q.Unit.Length > 0
            )
            .Select(Shown)
            .Distinct()
            .Take(3)
            .ToList();
        return others.Count == 0 ? "" : $"; there it is {string.Join(" or ", others)}";
    }
}
