using System.Globalization;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// The week ahead: the next dates of the negotiations, then other dated things to come that an article of the week tells of the
/// watch's actors; each in the words of whoever told it, in order of their days.
/// </summary>
internal static class Ahead
{
    private const int Most = 5;

    /// <summary>A calendar further off than this is not the week ahead.</summary>
    private const int Days = 28;

    public static List<Line> Of(
        Week week,
        IReadOnlyList<Coded> articles,
        Candidates candidates,
        Cast cast,
        Selection selection,
        Stale stale,
        IReadOnlyList<Line> printed
    )
    {
        var from = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(week.Window.To, week.Zone).DateTime);
        var byId = articles.ToDictionary(coded => coded.Article.Id);
        var made = new Dictionary<ArticleId, List<Candidate>>();
        var lines = new List<(DateOnly Day, Line Line)>();
        foreach (
            var (day, article, sentence, round) in Rounds(week, from)
                .Concat(Dated(articles, cast, from).OrderBy(one => one.Day))
                .DistinctBy(one => (one.Article, one.Sentence))
        )
        {
            if (lines.Count == Most || !byId.TryGetValue(article, out var coded))
            {
                continue;
            }
            if (!made.TryGetValue(article, out var own))
            {
                made[article] = own = [.. candidates.In(coded, ahead: true).Where(one => !stale.Has(one))];
            }
            var line = own.Where(one =>
                    one.Place.Overlaps(sentence) && Keeps(one.Words, coded, sentence, day, round is not null)
                )
                .Where(one => one is Candidate.Told or Candidate.Said { Idle: false })
                .Where(one => one.Stakes.Count > 0 || cast.In(one.Words).Distinct().Count() > 1)
                .OrderBy(one => one is Candidate.Told ? 0 : 1)
                .Select(one =>
                    selection.Has(printed, one.From.Article.Id, one.Place) ? null : selection.Alone(one)
                )
                .OfType<Line>()
                .FirstOrDefault();
            line ??=
                round is null || selection.Has(printed, article, sentence)
                    ? null
                    : Meeting(week, coded, sentence, round, selection);
            // One thing a day, unless two tables meet: the first to tell it stands.
            if (
                line is not null
                && lines.TrueForAll(other => other.Day != day && other.Line.Text != line.Text)
            )
            {
                lines.Add((day, line));
            }
        }
        return [.. lines.OrderBy(pair => pair.Day).Select(pair => pair.Line)];
    }

    /// <summary>A round in the house's own words, where those of the article are another's or too long.</summary>
    private static Line.Cited? Meeting(
        Week week,
        Coded coded,
        Passage sentence,
        Round round,
        Selection selection
    )
    {
        if (round.Parties.Count < 2 || round.On is not { } on)
        {
            return null;
        }
        var told = coded.Article.Text;
        var line = new Line.Cited(
            English.Meeting(
                [.. round.Parties.Where(party => party != round.Venue)],
                round.Form,
                round.Venue is { } venue
                && sentence.In(told).Contains(venue, StringComparison.OrdinalIgnoreCase)
                    ? venue
                    : null,
                on,
                // A weekday further off than a week says nothing to a reader.
                on < week.FirstDay.AddDays(week.Watch.Edition.Days + 7),
                new Outlets(week.Watch).InSentence(coded.Article)
            ),
            [new Citation(coded.Article.Id, sentence, sentence.In(told).ToString())]
        );
        return selection.Holds(line) ? line : null;
    }

    private static IEnumerable<(DateOnly Day, ArticleId Article, Passage Sentence, Round? Round)> Rounds(
        Week week,
        DateOnly from
    ) =>
        week
            .Tracks.SelectMany(track =>
                track
                    .Rounds.Where(round =>
                        round.On is { } on
                        && IsAhead(on, from)
                        && round.Status
                            is MeetingStatus.Proposed
                                or MeetingStatus.Announced
                                or MeetingStatus.Confirmed
                    )
                    .Select(round =>
                        (
                            Round: round,
                            Day: round.On!.Value,
                            Entry: track.Log.LastOrDefault(entry =>
                                entry.Round == round.Number && entry.On == round.On
                            )
                        )
                    )
            )
            .Where(pair => pair.Entry is not null)
            .OrderBy(pair => pair.Day)
            .ThenBy(pair => pair.Entry!.Citation.Article.Value, StringComparer.Ordinal)
            .Select(pair =>
                (pair.Day, pair.Entry!.Citation.Article, pair.Entry.Citation.Passage, (Round?)pair.Round)
            );

    /// <summary>Sentences with a day to come and an actor of the watch; a bare weekday counts where the sentence looks ahead.</summary>
    private static IEnumerable<(DateOnly Day, ArticleId Article, Passage Sentence, Round? Round)> Dated(
        IReadOnlyList<Coded> articles,
        Cast cast,
        DateOnly from
    )
    {
        foreach (var coded in articles)
        {
            var text = coded.Article.Text;
            foreach (var time in coded.Coding.Times.Where(one => one.Passage.FitsIn(text)))
            {
                var sentence = coded.Coding.Sentences.FirstOrDefault(one => one.Contains(time.Passage));
                if (
                    sentence.Length > 0
                    && Day(time, coded, from) is { } day
                    && IsAhead(day, from)
                    && cast.In(sentence.In(text).ToString()).Any()
                    && (
                        time.Passage.In(text).ContainsAnyInRange('0', '9')
                        || English.LooksAhead(sentence.In(text).ToString())
                    )
                )
                {
                    yield return (day, coded.Article.Id, sentence, null);
                }
            }
        }
    }

    private static bool IsAhead(DateOnly day, DateOnly from) => day >= from && day < from.AddDays(Days);

    /// <summary>The day that an expression means; for "next week" its Monday, where the issue is read in the week of the article.</summary>
    private static DateOnly? Day(TimeExpression time, Coded coded, DateOnly from)
    {
        if (
            time.Value.Length >= 10
            && DateOnly.TryParseExact(
                time.Value.AsSpan(0, 10),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }
        return
            time.Passage.In(coded.Article.Text).Equals(English.NextWeek, StringComparison.OrdinalIgnoreCase)
            && ISOWeek.GetWeekOfYear(coded.At.UtcDateTime)
                == ISOWeek.GetWeekOfYear(from.AddDays(-1).ToDateTime(TimeOnly.MinValue))
            ? from.AddDays(((int)DayOfWeek.Monday - (int)from.DayOfWeek + 7) % 7)
            : null;
    }

    /// <summary>True where the words still have the day for which their sentence was taken.</summary>
    private static bool Keeps(string words, Coded coded, Passage sentence, DateOnly day, bool round) =>
        round && words.Contains(day.ToString("dddd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        || coded.Coding.Times.Any(time =>
            sentence.Contains(time.Passage)
            && words.IndexOf(
                time.Passage.In(coded.Article.Text).ToString(),
                StringComparison.OrdinalIgnoreCase
            )
                is >= 0
                    and var at
            // "next week's meeting" is another matter's date.
            && !(at + time.Passage.Length < words.Length && words[at + time.Passage.Length] is '\'' or '’')
            && (
                time.Value.StartsWith(
                    day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                || time.Passage.In(coded.Article.Text)
                    .Equals(English.NextWeek, StringComparison.OrdinalIgnoreCase)
            )
        );
}
