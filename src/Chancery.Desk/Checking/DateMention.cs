using System.Globalization;

namespace Chancery.Desk.Checking;

internal enum DateKind
{
    Weekday,
    MonthDay,
    Month,
    Year,

    /// <summary>"today", "yesterday": days from the day of writing.</summary>
    Day,

    /// <summary>"last week": weeks from the week of writing.</summary>
    Week,

    /// <summary>"next month".</summary>
    RelativeMonth,

    /// <summary>"last year".</summary>
    RelativeYear,
}

/// <summary>Words that tell a date, not yet resolved.</summary>
/// <param name="At">Index of the first token.</param>
/// <param name="Length">Number of tokens.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Value">Weekday (Sunday 0), month, year, or the distance in days, weeks, months or years.</param>
/// <param name="Day">Of a month; 0 where none is told.</param>
/// <param name="Year">0 where none is told.</param>
/// <param name="Shift">-1 for "last", 1 for "next" before a weekday.</param>
/// <param name="Part">"morning", "afternoon", "evening"; null where none is told.</param>
internal readonly record struct DateMention(
    int At,
    int Length,
    DateKind Kind,
    int Value,
    int Day = 0,
    int Year = 0,
    int Shift = 0,
    string? Part = null
)
{
    public bool Covers(int token) => token >= At && token < At + Length;

    public string Text(IReadOnlyList<Token> tokens) =>
        string.Join(' ', tokens.Skip(At).Take(Length).Select(t => t.Text));

    public static List<DateMention> In(IReadOnlyList<Token> tokens)
    {
        var found = new List<DateMention>();
        for (var at = 0; at < tokens.Count; )
        {
            var before = found.Count;
            at += Read(tokens, at, found);
            if (found.Count == before)
                at++;
        }
        return found;
    }

    /// <returns>How many tokens were read; 0 where no date begins here.</returns>
    private static int Read(IReadOnlyList<Token> tokens, int at, List<DateMention> found)
    {
        if (tokens[at].Kind == TokenKind.Number)
            return FromNumber(tokens, at, found);
        if (WordLists.Dates.At(tokens, at, out var length) is not { } means)
            return 0;
        var space = means.IndexOf(' ', StringComparison.Ordinal);
        var value = means.StartsWith("part", StringComparison.Ordinal)
            ? 0
            : int.Parse(means.AsSpan(space + 1), CultureInfo.InvariantCulture);
        switch (means[..space])
        {
            case "weekday" when tokens[at].Capital:
                var part = at + 1 < tokens.Count ? Means(tokens[at + 1], "part ") : null;
                found.Add(
                    new DateMention(
                        at,
                        part is null ? 1 : 2,
                        DateKind.Weekday,
                        value,
                        Shift: ShiftBefore(tokens, at),
                        Part: part
                    )
                );
                return part is null ? 1 : 2;
            case "month" when tokens[at].Capital:
                return FromMonth(tokens, at, value, found);
            case "day" when !tokens[at].Capital || NameRuns.Head(tokens, at):
                found.Add(new DateMention(at, length, DateKind.Day, value));
                return length;
            case "week":
                found.Add(new DateMention(at, length, DateKind.Week, value));
                return length;
            case "month+":
                found.Add(new DateMention(at, length, DateKind.RelativeMonth, value));
                return length;
            case "year+":
                found.Add(new DateMention(at, length, DateKind.RelativeYear, value));
                return length;
            default:
                return 0;
        }
    }

    private static int ShiftBefore(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && Means(tokens[at - 1], "shift ") is { } shift
            ? int.Parse(shift, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>The rest of what a word means, where its meaning begins so ("month 5" → "5"); null elsewhere.</summary>
    private static string? Means(Token token, string kind) =>
        WordLists.Dates.Of(token.Folded) is { } means && means.StartsWith(kind, StringComparison.Ordinal)
            ? means[kind.Length..]
            : null;

    private static bool Wants(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && (Means(tokens[at - 1], "before ") ?? Means(tokens[at - 1], "shift ")) is not null;

    // "May 19", "May 19-23", "May 19, 2031", "May 2031", "May"
    private static int FromMonth(IReadOnlyList<Token> tokens, int at, int month, List<DateMention> found)
    {
        var next = at + 1;
        if (DayOfMonth(tokens, next) is > 0 and var day)
        {
            next++;
            var last =
                next < tokens.Count && (tokens[next].Joined || Dash(tokens, next))
                    ? DayOfMonth(tokens, tokens[next].Joined ? next : next + 1)
                    : 0;
            if (last > 0)
                next += tokens[next].Joined ? 1 : 2;
            var comma = next < tokens.Count && tokens[next].Is(',') ? 1 : 0;
            var year = YearAt(tokens, next + comma);
            if (year > 0)
                next += 1 + comma;
            found.Add(new DateMention(at, next - at, DateKind.MonthDay, month, day, year));
            if (last > 0)
                found.Add(new DateMention(at, next - at, DateKind.MonthDay, month, last, year));
            return next - at;
        }
        // "May" and "March" are also a verb and a noun, "Jan" a name: alone they are a month only after a word that wants
        // a date, or before a year.
        var monthYear = YearAt(tokens, next);
        if (monthYear == 0 && (month is 3 or 5 || tokens[at].Text.Length < 4) && !Wants(tokens, at))
            return 0;
        found.Add(new DateMention(at, monthYear > 0 ? 2 : 1, DateKind.Month, month, Year: monthYear));
        return monthYear > 0 ? 2 : 1;
    }

    // "19 May", "19-23 May 2031", "2031-03-07", "in 2031"
    private static int FromNumber(IReadOnlyList<Token> tokens, int at, List<DateMention> found)
    {
        if (
            YearAt(tokens, at) is > 0 and var iso
            && at + 2 < tokens.Count
            && tokens[at + 1].Joined
            && tokens[at + 2].Joined
            && int.TryParse(
                tokens[at + 1].Text,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var isoMonth
            )
            && isoMonth is > 0 and < 13
            && DayOfMonth(tokens, at + 2) is > 0 and var isoDay
        )
        {
            found.Add(new DateMention(at, 3, DateKind.MonthDay, isoMonth, isoDay, iso));
            return 3;
        }
        if (DayOfMonth(tokens, at) is > 0 and var day)
        {
            var next = at + 1;
            var last =
                next < tokens.Count && (tokens[next].Joined || Dash(tokens, next))
                    ? DayOfMonth(tokens, tokens[next].Joined ? next : next + 1)
                    : 0;
            if (last > 0)
                next += tokens[next].Joined ? 1 : 2;
            if (next < tokens.Count && tokens[next].Folded == "of")
                next++;
            if (
                next < tokens.Count
                && tokens[next].Capital
                && WordLists.Dates.Of(tokens[next].Folded) is { } means
                && means.StartsWith("month ", StringComparison.Ordinal)
            )
            {
                var month = int.Parse(means.AsSpan(6), CultureInfo.InvariantCulture);
                next++;
                var year = YearAt(tokens, next);
                if (year > 0)
                    next++;
                found.Add(new DateMention(at, next - at, DateKind.MonthDay, month, day, year));
                if (last > 0)
                    found.Add(new DateMention(at, next - at, DateKind.MonthDay, month, last, year));
                return next - at;
            }
        }
        if (YearAt(tokens, at) is > 0 and var alone && !tokens[at].Joined && !Counts(tokens, at))
        {
            found.Add(new DateMention(at, 1, DateKind.Year, alone));
            return 1;
        }
        return 0;
    }

    // "2031 soldiers" counts; "in 2031" and "2031 agreement" do not.
    private static bool Counts(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count
        && (
            tokens[at + 1].Is('%')
            || tokens[at + 1].Kind == TokenKind.Word
                && tokens[at + 1].Text[^1] == 's'
                && char.IsLower(tokens[at + 1].Text[0])
                && tokens[at + 1].Folded.Length > 3
        )
        && !Wants(tokens, at);

    private static bool Dash(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && (tokens[at].Text is "–" or "—" || Means(tokens[at], "range ") is not null);

    private static int DayOfMonth(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number)
            return 0;
        var digits = tokens[at].Text.AsSpan().TrimEnd("sthndr");
        return
            digits.Length is 1 or 2
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is > 0 and < 32
            ? day
            : 0;
    }

    private static int YearAt(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count
        && tokens[at] is { Kind: TokenKind.Number, Text.Length: 4 } token
        && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1800 and < 2200
            ? year
            : 0;
}
