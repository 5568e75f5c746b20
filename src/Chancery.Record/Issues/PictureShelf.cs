using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Issues;

/// <summary>The bytes of a picture that somebody laid beside an issue.</summary>
public sealed record KeptPicture(Digest Image, string MediaType, int Width, int Height, byte[] Body);

/// <summary>The pictures, known by their bytes: the same one twice is one.</summary>
public static class PictureShelf
{
    public static void Keep(Store store, KeptPicture picture, DateTimeOffset at) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO pictures (digest, media_type, width, height, kept_at, body)
                VALUES (@Hex, @MediaType, @Width, @Height, @at, @Body) ON CONFLICT DO NOTHING
                """,
                new
                {
                    picture.Image.Hex,
                    picture.MediaType,
                    picture.Width,
                    picture.Height,
                    at = at.ToUnixTimeMilliseconds(),
                    picture.Body,
                }
            )
        );

    public static KeptPicture? Find(Store store, Digest image)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<Row>(
                "SELECT media_type AS MediaType, width AS Width, height AS Height, body AS Body FROM pictures WHERE digest = @Hex",
                new { image.Hex }
            )
                is { } row
            ? new KeptPicture(image, row.MediaType, (int)row.Width, (int)row.Height, row.Body)
            : null;
    }

    private sealed record Row(string MediaType, long Width, long Height, byte[] Body);
}
