using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>Finds in an article what it tells of negotiations: its coded meetings, and sentences that turn one.</summary>
internal sealed class Sightings(Watch watch, States states, Outlets outlets)
{
    private readonly Phrases<string> venues = new(
        watch
            .Tracks.SelectMany(track => track.Venues)
            .Distinct(StringComparer.Ordinal)
            .Select(venue => (venue, venue))
    );

    public IEnumerable<Sighting> In(Coded coded) => Meetings(coded).Concat(Turning(coded));

    private IEnumerable<Sighting> Meetings(Coded coded)
    {
        var text = coded.Article.Text;
        foreach (var meeting in coded.Coding.Meetings.Where(one => one.Evidence.FitsIn(text)))
        {
            var sentence = Sentence(coded, meeting.Evidence);
            var parties = meeting
                .Parties.Where(party => party.Passage.FitsIn(text))
                .SelectMany(party => states.In(party.Passage.In(text).ToString()))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            var (on, status) = Dated(coded, meeting);
            if (parties.Count == 0 || status == MeetingStatus.Denied && on is null)
            {
                continue;
            }
            yield return Of(coded, sentence) with
            {
                Step = TrackStep.Status,
                Status = status,
                On = on,
                Form = meeting.Form,
                Parties = parties,
                Venue =
                    meeting.Venue is { } place && place.FitsIn(text)
                        ? place.In(text).ToString()
                        : Venue(sentence.In(text).ToString()),
            };
        }
    }

    private IEnumerable<Sighting> Turning(Coded coded)
    {
        var text = coded.Article.Text;
        foreach (var sentence in coded.Coding.Sentences.Where(one => one.FitsIn(text)))
        {
            var words = sentence.In(text).ToString();
            if (Turns.In(words).FirstOrDefault() is not { Passage.Length: > 0 } found)
            {
                continue;
            }
            // "… will meet on the 18th, a day after the round was put off": the sentence sets a day and puts nothing off.
            if (
                found.Of.Status is not null
                && English.IsAfter(words[..found.Passage.Start])
                && SetsADay(coded, sentence)
            )
            {
                continue;
            }
            // Who refused or offered stands before the phrase; one whom nobody names is nobody's refusal.
            var who = states.Last(words[..found.Passage.Start])?.Name;
            if (who is null && found.Of.Step is TrackStep.Refusal or TrackStep.NotInvited or TrackStep.Offer)
            {
                continue;
            }
            yield return Of(coded, sentence) with
            {
                Step = found.Of.Step,
                Status = found.Of.Status,
                Parties = states.In(words),
                Who = found.Of.Step == TrackStep.Status ? null : who,
                Venue = Venue(words),
            };
        }
    }

    private static bool SetsADay(Coded coded, Passage sentence) =>
        coded.Coding.Meetings.Any(meeting =>
            meeting.Evidence.Overlaps(sentence)
            && Dated(coded, meeting)
                is ({ } day, MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed)
            && day >= DateOnly.FromDateTime(coded.At.UtcDateTime)
        );

    private Sighting Of(Coded coded, Passage sentence)
    {
        var text = coded.Article.Text;
        var words = sentence.In(text).ToString();
        return new Sighting
        {
            At = coded.At,
            Step = TrackStep.Status,
            Named = states.In(words),
            Around = $"{coded.Article.Headline}. {words}",
            Outlet = outlets.Name(coded.Article),
            Family = outlets.Family(coded.Article),
            Citation = new Citation(coded.Article.Id, sentence, words),
        };
    }

    /// <summary>A place of the watch's tracks with a preposition before it: "Moscow and Kyiv agreed" names no place.</summary>
    private string? Venue(string words) =>
        venues
            .In(words)
            .FirstOrDefault(found => English.IsPlaced(words.AsSpan(0, found.Passage.Start).TrimEnd()))
            .Of;

    /// <summary>
    /// The day of a meeting and its status as the day of the article lets them stand: what was held lies behind it, what
    /// is announced before it. A weekday resolved to the wrong week is put right; a day that cannot be is none.
    /// </summary>
    private static (DateOnly? On, MeetingStatus Status) Dated(Coded coded, Meeting meeting)
    {
        var told = DateOnly.FromDateTime(coded.At.UtcDateTime);
        if (
            meeting.When is not { } index
            || index >= coded.Coding.Times.Count
            || TimeExpression.DayOf(coded.Coding.Times[index].Value) is not { } day
        )
        {
            return (null, meeting.Status);
        }
        return meeting.Status switch
        {
            // Only a bare weekday can be of the week before; a date with its number is what it says.
            MeetingStatus.Held when day > told => day.AddDays(-7) <= told
            && !coded.Coding.Times[index].Passage.In(coded.Article.Text).ContainsAnyInRange('0', '9')
                ? (day.AddDays(-7), MeetingStatus.Held)
                : (day, MeetingStatus.Announced),
            MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed when day < told => (
                null,
                meeting.Status
            ),
            _ => (day, meeting.Status),
        };
    }

    private static Passage Sentence(Coded coded, Passage evidence) =>
        coded.Coding.Sentences.FirstOrDefault(sentence => sentence.Overlaps(evidence))
            is { Length: > 0 } found
            ? found
            : evidence;
}
