using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor.Tracks;

/// <summary>How a track is told in words.</summary>
internal static class Words
{
    public static string Of(MeetingStatus status) =>
        status switch
        {
            MeetingStatus.UnderWay => "under way",
            _ => status.ToString().ToLowerInvariant(),
        };

    /// <summary>How a state is marked: good where it goes on, bad where it does not.</summary>
    public static string Mark(MeetingStatus? status) =>
        status switch
        {
            MeetingStatus.Confirmed or MeetingStatus.UnderWay or MeetingStatus.Held => "good",
            MeetingStatus.Postponed or MeetingStatus.Cancelled or MeetingStatus.Denied => "bad",
            _ => "",
        };

    public static string Of(MeetingForm form) =>
        form switch
        {
            MeetingForm.Phone => "by phone",
            MeetingForm.Video => "by video",
            _ => "in person",
        };

    public static string Of(DateOnly? day) =>
        day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What an entry tells, before its words: "Round 2 announced for 18 March".</summary>
    public static string Of(TrackEntry entry)
    {
        var round = entry.Round is { } number ? $"Round {number}" : "The track";
        // The day that a meeting was put off from is not one that it is set for.
        var until = entry
            is { Step: TrackStep.Status, Status: MeetingStatus.Postponed or MeetingStatus.Cancelled }
            ? ", was to be"
            : " for";
        var on = entry.On is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{until} {day:d MMMM}")
            : "";
        return entry.Step switch
        {
            TrackStep.Status => $"{round} {(entry.Status is { } status ? Of(status) : "told")}{on}",
            TrackStep.Date => $"{round} set{on}",
            TrackStep.Refusal => $"{entry.Who ?? "Somebody"} refused",
            TrackStep.NotInvited => $"{entry.Who ?? "Somebody"} not invited",
            TrackStep.Offer => $"{entry.Who ?? "Somebody"} offered to host or mediate",
            _ => "Agreed",
        };
    }
}
