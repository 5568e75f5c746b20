namespace Chancery.Terms;

/// <summary>What a draft has beside it from earlier issues of its watch: for the editor's eye, never published with it.</summary>
/// <param name="LastWeek">The issue before this one; null where there is none.</param>
/// <param name="Related">Others that speak of the same, the nearest first; at most three.</param>
/// <param name="OnTracks">What they said of the negotiations that this week moved, the latest first.</param>
public sealed record Earlier(
    IssueMention? LastWeek,
    IReadOnlyList<IssueMention> Related,
    IReadOnlyList<SaidOnTrack> OnTracks
);

/// <param name="Week">The issue's first day.</param>
/// <param name="Title">Its title.</param>
/// <param name="Dek">Its dek.</param>
/// <param name="Why">Why it is related ("both speak of Karn, Reyl and a truce"); empty for last week's.</param>
public sealed record IssueMention(DateOnly Week, string Title, string Dek, string Why = "");

/// <param name="Track">The track's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Week">Of the issue that said it.</param>
/// <param name="Line">What it said, with its citations.</param>
public sealed record SaidOnTrack(string Track, string Name, DateOnly Week, Line Line);
