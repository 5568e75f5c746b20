using Chancery.Desk;
using Chancery.Editor.Inbox;
using Chancery.Terms;

namespace Chancery.Editor.Api;

/// <summary>A story of the week.</summary>
/// <param name="Id">Stays when articles come and go.</param>
/// <param name="Rank">Its place by weight, from 1.</param>
/// <param name="Bearing">How much it bears on the watch's question, 0 to 1.</param>
/// <param name="Reasons">Why it is the watch's business.</param>
/// <param name="Unread">Articles that the token's person has not read.</param>
/// <param name="New">Articles that came since that person's last visit.</param>
/// <param name="Starred">By that person.</param>
/// <param name="Dismissed">By the desk.</param>
/// <param name="Track">The name of the track that it was moved to.</param>
/// <param name="Sources">Its articles by independent source; behind the first of each are its reprints.</param>
public sealed record StoryAnswer(
    string Id,
    int Rank,
    string Headline,
    double Weight,
    double Bearing,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<string> Reasons,
    int Unread,
    int New,
    bool Starred,
    bool Dismissed,
    string? Track,
    IReadOnlyList<IReadOnlyList<ArticleAnswer>> Sources
)
{
    internal static StoryAnswer Of(Place place, InboxRow row) =>
        new(
            row.Story.Id,
            row.Rank,
            row.Story.Lead.Article.Headline,
            row.Story.Weighed.Weight,
            row.Story.Weighed.Bearing,
            row.Story.Weighed.Story.From,
            row.Story.Weighed.Story.To,
            row.Story.Weighed.Reasons,
            row.Unread,
            row.New.Count,
            row.Starred,
            row.Dismissed,
            row.Track,
            [
                .. row.Story.Sources.Select(source =>
                    (IReadOnlyList<ArticleAnswer>)
                        [.. source.Select(coded => ArticleAnswer.Of(place.Watch, coded))]
                ),
            ]
        );
}

/// <summary>An article where it is listed.</summary>
/// <param name="Outlet">As the watch calls it.</param>
public sealed record ArticleAnswer(
    ArticleId Id,
    string Outlet,
    string Headline,
    string? Address,
    DateTimeOffset At
)
{
    internal static ArticleAnswer Of(Watch watch, Coded coded) =>
        new(
            coded.Article.Id,
            Outlets.Name(watch, coded.Article),
            coded.Article.Headline,
            coded.Article.Address,
            coded.At
        );
}

/// <summary>Marks of one's own.</summary>
/// <param name="Act">"read", "unread", "star" or "unstar".</param>
/// <param name="Stories">Ids.</param>
public sealed record MarkWish(string Act, IReadOnlyList<string> Stories);

/// <summary>What is to be done to stories.</summary>
/// <param name="Act">"dismiss", "restore", "merge" or "track".</param>
/// <param name="Stories">Ids.</param>
/// <param name="Track">The id of the track; nothing takes them off theirs.</param>
public sealed record ActWish(string Act, IReadOnlyList<string> Stories, string? Track = null);

/// <summary>Articles that leave their story.</summary>
/// <param name="Articles">Ids.</param>
public sealed record SplitWish(IReadOnlyList<string> Articles);

/// <summary>Something that was done.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Undo">What takes it back; nothing where it cannot be, or the opposite act does.</param>
public sealed record DeedAnswer(string Sentence, string? Undo = null);

/// <summary>What is to be taken back.</summary>
public sealed record UndoWish(string Undo);
