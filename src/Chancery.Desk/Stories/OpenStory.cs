using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>An article as placing knows it, its words not weighed yet.</summary>
internal sealed record Placed(ArticleId Id, DateTimeOffset At, Vector Said);

/// <summary>A story that articles may still join: its members and the sum of their vectors.</summary>
internal sealed class OpenStory
{
    /// <summary>The heaviest words of a centre that are kept.</summary>
    private const int Kept = 700;

    private readonly Terms terms;

    public OpenStory(string id, IEnumerable<Placed> members, Terms terms)
    {
        Id = id;
        this.terms = terms;
        foreach (var member in members)
        {
            Add(member);
        }
    }

    public string Id { get; }

    public List<Placed> Members { get; } = [];

    public Vector Sum { get; private set; } = Vector.Empty;

    /// <summary>The last article's time.</summary>
    public DateTimeOffset To { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>How many members it had when it was last looked through; 0 where it has not been.</summary>
    public int Examined { get; set; }

    /// <summary>The terms under which the index lists it, ascending.</summary>
    public int[] Listed { get; set; } = [];

    public void Add(Placed member)
    {
        Members.Add(member);
        Sum = Members.Count == 1 ? member.Said : terms.Trimmed(Sum.Plus(member.Said), Kept);
        To = member.At > To ? member.At : To;
    }

    /// <summary>Cosine of a weighed unit vector and the centre, 0 to 1.</summary>
    public double Nearness(Vector unit) => terms.Cosine(unit, Sum);

    public Story Story() =>
        new(Id, [.. Members.Select(member => member.Id)], Members.Min(member => member.At), To);
}
