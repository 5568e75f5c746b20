namespace Chancery.Terms;

/// <summary>A date as a page gives it: in the page's own offset, which decides its day.</summary>
/// <param name="At">The moment, with the page's own offset from UTC (zero where none is stated).</param>
/// <param name="HasTime">False where only the day was given; <paramref name="At"/> is then its midnight.</param>
public readonly record struct Stamp(DateTimeOffset At, bool HasTime)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);
}
