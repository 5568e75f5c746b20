using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chancery.Terms;

namespace Chancery.Press.Feeds;

/// <summary>What happened to a track, newest first, each with the words that say it.</summary>
internal static class TrackEntries
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static List<FeedEntry> Of(Track track, FeedHead feed) =>
        [.. track.Log.Reverse().Take(FeedEntry.Most).Select(entry => Of(track, entry, feed))];

    private static FeedEntry Of(Track track, TrackEntry entry, FeedHead feed)
    {
        var article = feed.Source.Article(entry.Citation.Article);
        var title = $"{track.Name}: {TrackWords.Of(entry)}";
        var link = Addresses.Outward(article?.Address) is { } address
            ? $"<a href=\"{Html.Encode(address)}\">{Html.Encode(article!.Headline)}</a>"
            : Html.Encode(article?.Headline ?? "");
        var html =
            $"<p>{Html.Encode(title)}</p>\n<blockquote>{Html.Encode(entry.Citation.Quoted)}</blockquote>\n"
            + $"<p>{Html.Encode(entry.Outlet)}{(link.Length > 0 ? ", " : "")}{link}, {Printed.Moment(entry.At)}</p>";
        return new(
            FeedHead.Urn(
                track.Watch,
                $"track {track.Id} {entry.Citation.Article} {entry.Citation.Passage.Start} {entry.Step}"
            ),
            Xml.Clean(title),
            Xml.Clean(entry.Citation.Quoted),
            feed.Absolute(Addresses.PathOf(track)),
            Xml.Clean(html),
            entry.At,
            entry.At
        );
    }
}

/// <summary>The steps and states of a track, in words.</summary>
internal static class TrackWords
{
    public static string Of(TrackEntry entry)
    {
        var who = entry.Who is { Length: > 0 } named ? $" ({named})" : "";
        var on = entry.On is { } day ? $", {Printed.Day(day)}" : "";
        return entry.Step switch
        {
            TrackStep.Status => $"{(entry.Status is { } status ? Of(status) : "told of")}{on}",
            TrackStep.Date => entry.On is { } set ? $"set for {Printed.Day(set)}" : "a day was set",
            TrackStep.Refusal => $"refused{who}{on}",
            TrackStep.NotInvited => $"not invited{who}{on}",
            TrackStep.Offer => $"an offer to host or mediate{who}{on}",
            _ => $"something was agreed{on}",
        };
    }

    public static string Of(MeetingStatus status) =>
        status switch
        {
            MeetingStatus.UnderWay => "under way",
            var other => other.ToString().ToLowerInvariant(),
        };

    public static string Of(MeetingForm form) =>
        form switch
        {
            MeetingForm.Phone => "by phone",
            MeetingForm.Video => "by video",
            _ => "in person",
        };
}
