using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>An article as placing knows it.</summary>
internal sealed record Placed(ArticleId Id, DateTimeOffset At, Vector Vector);

/// <summary>A story that articles may still join: its members and the sum of their vectors.</summary>
internal sealed class OpenStory
{
    /// <summary>The heaviest words of a centre that are kept.</summary>
    private const int Kept = 700;

    public OpenStory(string id, IEnumerable<Placed> members)
    {
        Id = id;
        foreach (var member in members)
        {
            Add(member);
        }
    }

    public string Id { get; }

    public List<Placed> Members { get; } = [];

    public Vector Sum { get; private set; } = Vector.Empty;

    public double Length { get; private set; }

    /// <summary>The last article's time.</summary>
    public DateTimeOffset To { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The terms under which the index lists it, ascending.</summary>
    public int[] Listed { get; set; } = [];

    public void Add(Placed member)
    {
        Members.Add(member);
        Sum = Members.Count == 1 ? member.Vector : Sum.Plus(member.Vector).Heaviest(Kept);
        Length = Sum.Length;
        To = member.At > To ? member.At : To;
    }

    /// <summary>Cosine of a unit vector and the centre, 0 to 1.</summary>
    public double Nearness(Vector unit) => Length == 0 ? 0 : unit.Dot(Sum) / Length;

    public Story Story() =>
        new(Id, [.. Members.Select(member => member.Id)], Members.Min(member => member.At), To);
}
