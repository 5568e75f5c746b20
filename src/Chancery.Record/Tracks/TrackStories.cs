using Dapper;

namespace Chancery.Record.Tracks;

/// <summary>Which stories a person moved to which track, by the key of one of their articles.</summary>
public static class TrackStories
{
    /// <param name="track">The track's id; null takes it off every track.</param>
    public static void Move(
        Store store,
        string watch,
        string article,
        string? track,
        string by,
        DateTimeOffset at
    ) =>
        store.Write(connection =>
            connection.Execute(
                track is null
                    ? "DELETE FROM track_stories WHERE watch = @watch AND article = @article"
                    : """
                    INSERT INTO track_stories (watch, article, track, made_at, made_by)
                    VALUES (@watch, @article, @track, @at, @by)
                    ON CONFLICT (watch, article) DO UPDATE SET
                        track = excluded.track, made_at = excluded.made_at, made_by = excluded.made_by
                    """,
                new
                {
                    watch,
                    article,
                    track,
                    by,
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>Article keys and the tracks that they were moved to.</summary>
    public static IReadOnlyDictionary<string, string> All(Store store, string watch)
    {
        using var connection = store.Reader();
        return connection
            .Query<(string Article, string Track)>(
                "SELECT article, track FROM track_stories WHERE watch = @watch",
                new { watch }
            )
            .ToDictionary(row => row.Article, row => row.Track, StringComparer.Ordinal);
    }
}
