using Chancery.Terms;

namespace Chancery.Record.Codings;

/// <summary>Writes out the events, figures and meetings that a coding only points at.</summary>
internal static class FoundEntries
{
    public static IEnumerable<EventEntry> Events(Coding coding, Article article, DateTimeOffset dated)
    {
        for (var number = 0; number < coding.Events.Count; number++)
        {
            var found = coding.Events[number];
            yield return new EventEntry
            {
                Article = article.Id,
                Number = number,
                Outlet = article.Outlet,
                Headline = article.Headline,
                Address = article.Address,
                Dated = dated,
                Evidence = found.Evidence,
                Words = Words(found.Evidence, article)!,
                Type = found.Type,
                Mode = found.Mode,
                Contexts = found.Contexts,
                Modality = found.Modality,
                Negated = found.Negated,
                Actors = [.. found.Actors.Select(party => Party(party, coding, article))],
                Recipients = [.. found.Recipients.Select(party => Party(party, coding, article))],
                Place = Words(found.Where, article),
                Country = found.WhereCountry ?? Country(found.Where, coding),
                When = When(found.When, coding),
                Day =
                    TimeExpression.DayOf(When(found.When, coding))
                    ?? DateOnly.FromDateTime(dated.UtcDateTime),
                ReportedBy =
                    found.ReportedBy is { } statement && statement < coding.Statements.Count
                        ? Speaker(coding.Statements[statement], coding, article)
                        : null,
            };
        }
    }

    public static IEnumerable<FigureEntry> Figures(Coding coding, Article article, DateTimeOffset dated)
    {
        for (var number = 0; number < coding.Figures.Count; number++)
        {
            var found = coding.Figures[number];
            var sentence = coding.Sentences.FirstOrDefault(
                sentence => sentence.Contains(found.Passage),
                found.Passage
            );
            yield return new FigureEntry
            {
                Article = article.Id,
                Number = number,
                Outlet = article.Outlet,
                Headline = article.Headline,
                Address = article.Address,
                Dated = dated,
                Evidence = sentence,
                Words = Words(sentence, article)!,
                Value = found.Value,
                Unit = found.Unit,
                Bound = found.Bound,
                Counted = Words(found.Counted, article),
                By =
                    found.Statement is { } statement && statement < coding.Statements.Count
                        ? Speaker(coding.Statements[statement], coding, article)
                        : null,
                Figure = Words(found.Passage, article)!,
            };
        }
    }

    public static IEnumerable<MeetingEntry> Meetings(Coding coding, Article article, DateTimeOffset dated)
    {
        for (var number = 0; number < coding.Meetings.Count; number++)
        {
            var found = coding.Meetings[number];
            yield return new MeetingEntry
            {
                Article = article.Id,
                Number = number,
                Outlet = article.Outlet,
                Headline = article.Headline,
                Address = article.Address,
                Dated = dated,
                Evidence = found.Evidence,
                Words = Words(found.Evidence, article)!,
                Status = found.Status,
                Form = found.Form,
                Level = found.Level,
                Parties = [.. found.Parties.Select(party => Party(party, coding, article))],
                Host = Words(found.Host, article),
                Mediator = Words(found.Mediator, article),
                Venue = Words(found.Venue, article),
                Issue = Words(found.Issue, article),
                When = When(found.When, coding),
                Day = TimeExpression.DayOf(When(found.When, coding)),
            };
        }
    }

    private static Party Party(Participant found, Coding coding, Article article) =>
        new(
            Words(found.Passage, article)!,
            found.Entity is { } entity && entity < coding.Entities.Count
                ? coding.Entities[entity].Name
                : null,
            found.Country,
            found.Sector
        );

    private static string? Speaker(Statement said, Coding coding, Article article) =>
        said.SpeakerEntity is { } entity ? coding.Entities[entity].Name : Words(said.Speaker, article);

    /// <summary>The country of the first place named in the words.</summary>
    private static string? Country(Passage? words, Coding coding) =>
        words is { } all
            ? coding
                .Entities.FirstOrDefault(entity =>
                    entity.Country is not null
                    && entity.Mentions.Any(mention => all.Contains(mention.Passage))
                )
                ?.Country
            : null;

    private static string? When(int? time, Coding coding) =>
        time is { } index && index < coding.Times.Count ? coding.Times[index].Value : null;

    private static string? Words(Passage? passage, Article article) =>
        passage is { } place && place.FitsIn(article.Text)
            ? place.In(article.Text).ToString().ReplaceLineEndings(" ")
            : null;
}
