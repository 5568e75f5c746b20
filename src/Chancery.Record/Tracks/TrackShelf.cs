using System.Data.Common;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Tracks;

/// <summary>The tracks of each watch, as they stand after the last week that was followed.</summary>
public static class TrackShelf
{
    public static void Keep(DbConnection connection, IReadOnlyList<Track> tracks) =>
        connection.Execute(
            """
            INSERT INTO tracks (watch, id, last_at, track) VALUES (@Watch, @Id, @last, @json)
            ON CONFLICT (watch, id) DO UPDATE SET last_at = excluded.last_at, track = excluded.track
            """,
            tracks.Select(track => new
            {
                track.Watch,
                track.Id,
                last = track.Log.Count == 0 ? 0 : track.Log[^1].At.ToUnixTimeMilliseconds(),
                json = JsonSerializer.Serialize(track, TermsJson.Track),
            })
        );

    /// <summary>Every track of a watch, the one that moved last first.</summary>
    public static IReadOnlyList<Track> All(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    "SELECT track FROM tracks WHERE watch = @watch ORDER BY last_at DESC, id",
                    new { watch }
                )
                .Select(Read),
        ];
    }

    /// <summary>One track; null where the watch has none of that id.</summary>
    public static Track? Find(Store store, string watch, string id)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<string>(
                "SELECT track FROM tracks WHERE watch = @watch AND id = @id",
                new { watch, id }
            )
                is { } json
            ? Read(json)
            : null;
    }

    private static Track Read(string json) =>
        JsonSerializer.Deserialize(json, TermsJson.Track)
        ?? throw new InvalidOperationException("A track was kept as null.");
}
