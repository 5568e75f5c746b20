using System.CommandLine;
using System.Globalization;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>The filters that <c>events</c>, <c>figures</c> and <c>meetings</c> share.</summary>
internal sealed class FoundOptions
{
    private readonly Option<string[]> type = new("--type")
    {
        Description = "PLOVER types, like consult or assault; several are any of them.",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> actor;
    private readonly Option<string?> recipient;
    private readonly Option<string?> place = new("--place") { Description = "A place or country's code." };
    private readonly Option<string?> since = new("--since")
    {
        Description = "The first day, like 2025-05-16.",
    };
    private readonly Option<string?> until = new("--until")
    {
        Description = "The last day, itself included.",
    };

    public FoundOptions(string actorIs, string recipientIs)
    {
        actor = new Option<string?>("--actor") { Description = actorIs };
        recipient = new Option<string?>("--recipient") { Description = recipientIs };
        type.AcceptOnlyFromAmong([.. Enum.GetNames<EventType>().Select(name => name.ToLowerInvariant())]);
    }

    /// <summary>Adds the options to a command; only events have a type and only they and meetings a place.</summary>
    public void AddTo(Command command, bool types, bool places)
    {
        if (types)
        {
            command.Options.Add(type);
        }
        command.Options.Add(actor);
        command.Options.Add(recipient);
        command.Options.Add(since);
        command.Options.Add(until);
        if (places)
        {
            command.Options.Add(place);
        }
    }

    /// <summary>Every event that answers.</summary>
    public EventQuery Events(ParseResult result) =>
        new()
        {
            Types =
            [
                .. (result.GetValue(type) ?? []).Select(name =>
                    Enum.Parse<EventType>(name, ignoreCase: true)
                ),
            ],
            Actors = One(result.GetValue(actor)),
            Recipients = One(result.GetValue(recipient)),
            Places = One(result.GetValue(place)),
            Since = Day(result.GetValue(since), "--since"),
            Until = Day(result.GetValue(until), "--until"),
            Limit = int.MaxValue,
        };

    public FigureQuery Figures(ParseResult result) =>
        new()
        {
            By = One(result.GetValue(actor)),
            Counted = One(result.GetValue(recipient)),
            Since = Start(Day(result.GetValue(since), "--since")),
            Until = Start(Day(result.GetValue(until), "--until")?.AddDays(1)),
            Limit = int.MaxValue,
        };

    /// <summary>Of two parties the ledger is asked for the first; the second is looked for in what it answers.</summary>
    public MeetingQuery Meetings(ParseResult result) =>
        new()
        {
            Parties = One(result.GetValue(actor)),
            Places = One(result.GetValue(place)),
            From = Day(result.GetValue(since), "--since"),
            To = Day(result.GetValue(until), "--until"),
            Limit = int.MaxValue,
        };

    /// <summary>The other party that is asked for.</summary>
    public string? Other(ParseResult result) => result.GetValue(recipient);

    private static IReadOnlyList<string> One(string? words) => words is null ? [] : [words];

    private static DateTimeOffset? Start(DateOnly? day) =>
        day is { } at ? new DateTimeOffset(at, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private static DateOnly? Day(string? text, string option) =>
        text is null ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
        : throw new MisuseException(
            Exit.Unreadable,
            $"{option} must be a date like 2025-05-16, not “{text}”."
        );
}
