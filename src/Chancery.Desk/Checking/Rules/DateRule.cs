using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Every date in a line is a date that a citation carries: words in the sentence of its passage, resolved against the
/// article's day, or that day itself where the line tells of the reporting. The line's own weekdays are those of the
/// issue's week, and of the days around it that a reader would understand.
/// </summary>
internal static class DateRule
{
    // "reported early on Thursday", "on Thursday reported".
    private const int CueBefore = 4,
        CueAfter = 2;

    public static IEnumerable<Reason> Check(Ground ground)
    {
        foreach (var mention in ground.Dates)
        {
            var meant = Meant(mention, ground.Issue).ToList();
            if (
                meant.Count == 0 && mention.Kind == DateKind.Weekday
                || ground.Sources.Any(source => Carries(source, mention, meant, ground))
            )
                continue;
            yield return new Reason(
                "date-not-carried",
                $"“{mention.Text(ground.Tokens)}” is not a date that the cited words give{Given(ground)}."
            );
        }
    }

    private static IEnumerable<DaySpan> Meant(DateMention mention, Issue issue)
    {
        var first = issue.Week;
        if (first == default)
            return [];
        var days = Math.Clamp((int)Math.Ceiling((issue.Window.To - issue.Window.From).TotalDays), 1, 62);
        var last = first.AddDays(days);
        return mention.Kind switch
        {
            DateKind.Weekday => Weekdays(mention, first, last),
            DateKind.Week =>
            [
                new DaySpan(
                    first.AddDays(days * mention.Value - (mention.Value < 0 ? 1 : 0)),
                    first.AddDays(days * (mention.Value + 1))
                ),
            ],
            // A line has no day of its own: "today" is said of any day of the week, and carried only by the same word.
            DateKind.Day => [],
            _ => DaySpan.Of(mention, last),
        };
    }

    private static IEnumerable<DaySpan> Weekdays(DateMention mention, DateOnly first, DateOnly last)
    {
        var (from, to) = mention.Shift switch
        {
            < 0 => (first.AddDays(-8), last),
            > 0 => (first.AddDays(1), last.AddDays(14)),
            _ => (first.AddDays(-1), last.AddDays(7)),
        };
        for (var day = from; day <= to; day = day.AddDays(1))
            if ((int)day.DayOfWeek == mention.Value)
                yield return DaySpan.On(day);
    }

    private static bool Carries(Source source, DateMention mention, List<DaySpan> meant, Ground ground)
    {
        var words = DateMention.In(source.AroundTokens);
        // "Thursday evening" is more than "Thursday".
        if (
            mention.Part is { } part
            && !source.AroundTokens.Any(t => WordLists.Dates.Of(t.Folded) == $"part {part}")
        )
            return false;
        if (
            words.Any(w =>
                w.Kind == mention.Kind
                && w.Value == mention.Value
                && w.Day == mention.Day
                && w.Kind
                    is DateKind.Day
                        or DateKind.Year
                        or DateKind.RelativeYear
                        or DateKind.RelativeMonth
                        or DateKind.Month
            )
        )
            return true;
        // Where the sentence itself gives a day of the month, its weekdays say nothing of other days of months.
        if (mention.Kind == DateKind.MonthDay && words.Exists(w => w.Kind == DateKind.MonthDay))
            words = words.FindAll(w => w.Kind is DateKind.MonthDay or DateKind.Day);
        var carried = words
            .SelectMany(w => source.Days.SelectMany(day => DaySpan.Of(w, day)))
            .Concat(Coded(source))
            .ToList();
        if (OfReporting(ground, source, mention) || mention.Kind == DateKind.Week && carried.Count == 0)
            carried.AddRange(source.Days.Select(DaySpan.On));
        if (source.Days.Count == 0)
            return words.Any(w => w.Kind == mention.Kind && w.Value == mention.Value && w.Day == mention.Day);
        var wide = mention.Kind is not (DateKind.Weekday or DateKind.MonthDay);
        return carried.Any(c => (wide || c.OneDay) && meant.Any(c.Overlaps));
    }

    private static IEnumerable<DaySpan> Coded(Source source)
    {
        if (source.Coding is not { } coding)
            return [];
        var told = coding
            .Statements.Where(s => s.Evidence.Overlaps(source.Citation.Passage))
            .Select(s => s.When)
            .Concat(
                coding.Events.Where(e => e.Evidence.Overlaps(source.Citation.Passage)).Select(e => e.When)
            )
            .Concat(
                coding.Meetings.Where(m => m.Evidence.Overlaps(source.Citation.Passage)).Select(m => m.When)
            )
            .Where(w => w is >= 0 && w < coding.Times.Count)
            .Select(w => coding.Times[w!.Value]);
        return coding
            .Times.Where(t => t.Passage.Overlaps(source.Around))
            .Concat(told)
            .Select(t => DaySpan.OfTimex(t.Value))
            .Where(s => s is not null)
            .Select(s => s!.Value);
    }

    // "The Courier reported on Thursday": the day is the article's own. The outlet stands close by, and the day beside the cue.
    private static bool OfReporting(Ground ground, Source source, DateMention mention)
    {
        var end = mention.At + mention.Length;
        if (
            !WordLists
                .Cues.In(ground.Tokens)
                .Exists(cue => cue.At >= mention.At - CueBefore && cue.At < end + CueAfter)
        )
            return false;
        var from = Math.Max(0, mention.At - 7);
        var near = ground.Tokens.GetRange(
            from,
            Math.Min(ground.Tokens.Count, mention.At + mention.Length + 7) - from
        );
        return Carried.Outlets(source).Any(name => Names.Stands(name, near))
            || source.Outlet is { } outlet && OutletNames.NamedIn(outlet, near);
    }

    private static string Given(Ground ground)
    {
        var given = ground
            .Sources.SelectMany(s => DateMention.In(s.AroundTokens).Select(w => w.Text(s.AroundTokens)))
            .Concat(
                ground
                    .Sources.SelectMany(s => s.Days)
                    .Take(1)
                    .Select(d => $"the article is of {d.DayOfWeek}, {d:yyyy-MM-dd}")
            )
            .Distinct()
            .ToList();
        return given.Count == 0 ? "" : $" ({string.Join("; ", given)})";
    }
}
