using System.Globalization;
using Chancery.Desk.Happenings;
using Chancery.Editor.Calendar;
using Chancery.Editor.People;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Codings;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>The ledgers for programs: who said what, who did what to whom, what is counted, who meets whom.</summary>
internal static class FoundApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        const string Subject = "Ledgers";
        api.MapGet("/statements", Statements)
            .For(
                Scope.Read,
                Subject,
                "Who said what to whom, the newest first. With a watch, “by” and “to” are all names that it knows somebody under."
            );
        api.MapGet("/people/{watch}/{week}", People)
            .For(
                Scope.Read,
                Subject,
                "Who spoke in a week, the most talkative first, with the office they held then."
            );
        api.MapGet("/events", Events)
            .For(Scope.Read, Subject, "Who did what to whom (PLOVER), the latest day first.");
        api.MapGet("/figures", Figures)
            .For(Scope.Read, Subject, "Numbers with who asserts them, the newest first.");
        api.MapGet("/meetings", Reports)
            .For(Scope.Read, Subject, "Reports of meetings, each as one article has it, the newest first.");
        api.MapGet("/calendar/{watch}/{week}", Calendar)
            .For(
                Scope.Read,
                Subject,
                "The meetings of the watch's actors that a week's articles tell of, each once over all its reports."
            );
    }

    private static Ok<IReadOnlyList<LedgerEntry>> Statements(
        HttpContext context,
        Store store,
        Watches watches,
        string? watch,
        string? by,
        string? to,
        string? about,
        string? outlet,
        Stance? stance,
        DateTimeOffset? since,
        DateTimeOffset? until,
        int? limit,
        string? after
    )
    {
        var known = watch is null ? null : watches.Find(watch);
        var found = StatementLedger.Find(
            store,
            new StatementQuery
            {
                By = Names(known, by),
                To = Names(known, to),
                About = about is null ? [] : [about],
                Outlets = outlet is null ? [] : [outlet.ToLowerInvariant()],
                Stances = stance is { } one ? [one] : [],
                Since = since,
                Until = until,
                Limit = Asking.Count(limit),
                After = Mark(after),
            }
        );
        if (found.Next is { } next)
        {
            context.Next(string.Create(CultureInfo.InvariantCulture, $"{next.Dated}.{next.Id}"));
        }
        return TypedResults.Ok(found.Entries);
    }

    private static Results<Ok<IReadOnlyList<VoiceAnswer>>, NotFound> People(
        string watch,
        DateOnly week,
        int? limit,
        string? after,
        HttpContext context,
        Store store,
        Watches watches
    )
    {
        if (watches.Find(watch) is not { } known)
        {
            return TypedResults.NotFound();
        }
        var place = Place.Of(known, week);
        var speakers = StatementLedger.Speakers(
            store,
            new StatementQuery
            {
                Since = place.Window.From,
                Until = place.Window.To,
                Limit = 400,
            }
        );
        return TypedResults.Ok(
            context.Page(
                limit,
                after,
                Voice
                    .Of(known, speakers)
                    .Select(voice => new VoiceAnswer(
                        voice.Name,
                        voice.OfficeOn(place.Week),
                        voice.StateIn(known),
                        voice.Statements,
                        voice.Last
                    ))
            )
        );
    }

    private static Ok<IReadOnlyList<EventEntry>> Events(
        HttpContext context,
        Store store,
        EventType? type,
        string? actor,
        string? recipient,
        string? party,
        string? place,
        DateOnly? since,
        DateOnly? until,
        bool? happened,
        int? limit,
        string? after
    ) =>
        TypedResults.Ok(
            context.Page(
                limit,
                after,
                (skip, take) =>
                    FoundLedger.Events(
                        store,
                        new EventQuery
                        {
                            Types = type is { } one ? [one] : [],
                            Actors = Some(actor),
                            Recipients = Some(recipient),
                            Parties = Some(party),
                            Places = Some(place),
                            Since = since,
                            Until = until,
                            Happened = happened ?? false,
                            Limit = take,
                            Skip = skip,
                        }
                    )
            )
        );

    private static Ok<IReadOnlyList<FigureEntry>> Figures(
        HttpContext context,
        Store store,
        string? counted,
        string? by,
        DateTimeOffset? since,
        DateTimeOffset? until,
        int? limit,
        string? after
    ) =>
        TypedResults.Ok(
            context.Page(
                limit,
                after,
                (skip, take) =>
                    FoundLedger.Figures(
                        store,
                        new FigureQuery
                        {
                            Counted = Some(counted),
                            By = Some(by),
                            Since = since,
                            Until = until,
                            Limit = take,
                            Skip = skip,
                        }
                    )
            )
        );

    private static Ok<IReadOnlyList<MeetingEntry>> Reports(
        HttpContext context,
        Store store,
        string? party,
        string? place,
        MeetingStatus? status,
        DateOnly? from,
        DateOnly? to,
        int? limit,
        string? after
    ) =>
        TypedResults.Ok(
            context.Page(
                limit,
                after,
                (skip, take) =>
                    FoundLedger.Meetings(
                        store,
                        new MeetingQuery
                        {
                            Parties = Some(party),
                            Places = Some(place),
                            Statuses = status is { } one ? [one] : [],
                            From = from,
                            To = to,
                            Limit = take,
                            Skip = skip,
                        }
                    )
            )
        );

    private static Results<Ok<IReadOnlyList<MeetingThread>>, NotFound> Calendar(
        string watch,
        DateOnly week,
        int? limit,
        string? after,
        HttpContext context,
        Calendars calendars,
        Watches watches
    ) =>
        watches.Find(watch) is { } known
            ? TypedResults.Ok(context.Page(limit, after, calendars.Of(Place.Of(known, week))))
            : TypedResults.NotFound();

    private static IReadOnlyList<string> Some(string? word) =>
        string.IsNullOrWhiteSpace(word) ? [] : [word.Trim()];

    private static IReadOnlyList<string> Names(Watch? watch, string? name) =>
        string.IsNullOrWhiteSpace(name) ? []
        : watch is null ? [name.Trim()]
        : Voice.Of(watch, name.Trim()).Names;

    private static LedgerMark? Mark(string? after) =>
        after?.Split('.') is [var dated, var id]
        && long.TryParse(dated, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LedgerMark(at, number)
            : null;
}

/// <summary>Somebody who spoke.</summary>
/// <param name="Office">Held in that week, where the watch knows it.</param>
/// <param name="Side">The state, as the watch calls it; empty where it names none.</param>
/// <param name="Last">The newest statement.</param>
public sealed record VoiceAnswer(
    string Name,
    string? Office,
    string Side,
    int Statements,
    DateTimeOffset? Last
);
