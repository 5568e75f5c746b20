using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Record.Tracks;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Tells how the negotiations of a watch stand; each reads like a log.</summary>
public static class TracksCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var track = new Argument<string?>("track")
        {
            Description = "One track's id; all of them where none is given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var week = new Option<string?>("--week")
        {
            Description = "Follow this week first (its first day, like 2025-05-16), then tell.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "tracks",
            "Tells how each negotiation stands: its rounds, what changed and who says so, the last contact, the next date. Exit code 1: nothing was followed yet.",
            "chancery tracks watches/ukraine.yaml --week 2025-05-16",
            "chancery tracks watches/ukraine.yaml istanbul-direct-talks"
        )
        {
            watchFile,
            track,
            week,
            json,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            using var store = DeskOption.Open(result, desk);
            if (result.GetValue(week) is { } first)
            {
                new Pipeline(store, Weights.Coder()).Follow(watch, DraftCommand.Day(first, watch));
            }
            var wanted = result.GetValue(track);
            var tracks = TrackShelf
                .All(store, watch.Id)
                .Where(one => wanted is null ? one.Log.Count > 0 : one.Id == wanted)
                .ToList();
            if (tracks.Count == 0)
            {
                throw new MisuseException(
                    Exit.Nothing,
                    wanted is null
                        ? $"No track of {watch.Name} has an entry yet; follow a week with --week, or draft one."
                        : $"{watch.Name} has no track “{wanted}”."
                );
            }
            var output = result.InvocationConfiguration.Output;
            foreach (var one in tracks)
            {
                output.WriteLine(
                    result.GetValue(json) ? JsonSerializer.Serialize(one, TermsJson.Track) : Text(one)
                );
            }
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A track as a log: how it stands, its rounds, what was told and by whom.</summary>
    internal static string Text(Track track)
    {
        string[] standing =
        [
            track.Status is { } status ? Of(status) : "no round told of",
            track.LastContact is { } last ? $"last contact {Day(last)}" : "no contact known",
            track.Next is { } next ? $"next {Day(next)}" : "no next date",
        ];
        string?[] about =
        [
            string.Join(", ", track.Parties),
            track.Mediator is { } mediator ? $"through {mediator}" : null,
            track.Venue is { } venue ? $"in {venue}" : null,
            track.Absent.Count > 0 ? $"refused or left out: {string.Join(", ", track.Absent)}" : null,
            track.Named ? null : "found by the desk",
        ];
        IEnumerable<string> lines =
        [
            $"{track.Name} ({track.Id}): {string.Join("; ", standing)}",
            $"  {string.Join(" · ", about.OfType<string>())}",
            .. track.Rounds.Select(Of),
            .. track.Log.Select(Of),
            .. track.Reasons.Count > 0
                ? [$"  why: {string.Join("; ", track.Reasons)}"]
                : Array.Empty<string>(),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Of(Round round)
    {
        string?[] parts =
        [
            round.On is { } on ? Day(on) : "no day",
            Of(round.Status),
            round.Form switch
            {
                MeetingForm.Phone => "by phone",
                MeetingForm.Video => "by video",
                _ => null,
            },
            round.Venue,
            string.Join(", ", round.Parties),
        ];
        return $"  round {round.Number}: {string.Join(", ", parts.OfType<string>())}";
    }

    private static string Of(TrackEntry entry)
    {
        var step = entry.Step switch
        {
            TrackStep.Status => entry.Status is { } status ? Of(status) : "told",
            TrackStep.Date => "set",
            TrackStep.Refusal => $"{entry.Who} refused",
            TrackStep.NotInvited => $"{entry.Who} not invited",
            TrackStep.Offer => $"{entry.Who} offered",
            _ => "agreed",
        };
        // The day that a meeting was put off from is not one that it is set for.
        var on = entry.On is { } day
            ? entry is { Step: TrackStep.Status, Status: MeetingStatus.Postponed or MeetingStatus.Cancelled }
                ? $", was to be {Day(day)}"
                : $" for {Day(day)}"
            : "";
        var round = entry.Round is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"round {number} ")
            : "";
        var others =
            entry.Outlets > 1
                ? string.Create(CultureInfo.InvariantCulture, $" and {entry.Outlets - 1} more")
                : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {entry.At:yyyy-MM-dd}  {round}{step}{on} ({entry.Outlet}{others}): {entry.Citation.Quoted.ReplaceLineEndings(" ")}"
        );
    }

    private static string Of(MeetingStatus status) =>
        status == MeetingStatus.UnderWay ? "under way" : status.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
