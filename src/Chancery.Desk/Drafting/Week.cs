using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>All that a draft may rest on.</summary>
/// <param name="Watch">What is followed.</param>
/// <param name="FirstDay">The week's first day in the watch's zone.</param>
/// <param name="Window">The week in UTC.</param>
/// <param name="Zone">The watch's zone, in which weekdays are told.</param>
/// <param name="Articles">The current versions dated in the window, coded, in time order.</param>
/// <param name="Briefings">What is known of each expected briefing.</param>
public sealed record Week(
    Watch Watch,
    DateOnly FirstDay,
    Window Window,
    TimeZoneInfo Zone,
    IReadOnlyList<Coded> Articles,
    IReadOnlyList<BriefingLook> Briefings
)
{
    /// <summary>What people decided about the watch's stories, in order.</summary>
    public IReadOnlyList<Regrouping> Regroupings { get; init; } = [];

    /// <summary>The week's stories, weighed; null where nobody has weighed them yet.</summary>
    public IReadOnlyList<Weighed>? Stories { get; init; }

    /// <summary>The negotiations as they stand after the week.</summary>
    public IReadOnlyList<Track> Tracks { get; init; } = [];

    /// <summary>The watch's approved issues.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>What stands against what; only those that are sure are printed.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];
}

/// <summary>What a look for one expected briefing found.</summary>
/// <param name="Briefing">The briefing.</param>
/// <param name="Health">The feed's health over the window; its entries are the briefings that it listed.</param>
/// <param name="Transcripts">Those of the week's articles that are the briefing itself.</param>
public sealed record BriefingLook(
    ExpectedBriefing Briefing,
    FeedHealth Health,
    IReadOnlyList<ArticleId> Transcripts
);
