using System.Globalization;
using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>The day of a meeting, and what the article's own day makes of it.</summary>
internal sealed class MeetingDays(Parse parse, IReadOnlyList<TimeExpression> times, Stamp? published)
{
    /// <summary>Days after which a meeting told without its day is history, which belongs in no calendar.</summary>
    private const int History = 60;

    /// <summary>The expression of time in a clause that is nearest to its head.</summary>
    public int? When(Passage evidence, int head) => EventPlace.When(parse, evidence, head, times);

    /// <summary>What is told as held though its day, by its date and not by a bare weekday, is still to come was announced.</summary>
    public MeetingStatus Now(MeetingStatus status, int? when) =>
        status == MeetingStatus.Held && IsAhead(when) ? MeetingStatus.Announced : status;

    public bool IsAhead(int? when) =>
        when is { } index
        && published is { } at
        && TimeExpression.DayOf(times[index].Value) is { } day
        && day > at.Day
        && times[index].Passage.In(parse.Text).ContainsAnyInRange('0', '9');

    public bool IsTime(int token)
    {
        foreach (var time in times)
        {
            if (time.Passage.Overlaps(parse.Tokens[token]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"In 1985", "in July 2023": a month or year that ended long before the article.</summary>
    public bool IsHistory(int? when) =>
        when is { } index
        && published is { } at
        && TimeExpression.DayOf(times[index].Value) is null
        && times[index].Value is { Length: >= 4 } value
        && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && End(year, value) is var end
        && end.AddDays(History) < at.Day;

    private static DateOnly End(int year, string value) =>
        value.Length >= 7
        && value[4] == '-'
        && int.TryParse(value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && month is >= 1 and <= 12
            ? new DateOnly(Math.Max(1, year), month, 28)
            : new DateOnly(Math.Max(1, year), 12, 31);
}
