using System.IO.Compression;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Captures;

/// <summary>The captures, byte for byte, each once.</summary>
public static class CaptureArchive
{
    /// <summary>Keeps them; when this returns they are on the disk. Those already there stay as they are.</summary>
    public static void Keep(Store store, IReadOnlyCollection<Capture> captures)
    {
        // Packed before the write lock is taken: it is the slow part, and those that are there already are spared it.
        var kept = Kept(store, captures);
        var rows = captures
            .Where(capture => !kept.Contains(capture.Digest.Hex))
            .Select(capture => new
            {
                Digest = capture.Digest.Hex,
                capture.MediaType,
                capture.Address,
                capture.Origin,
                CapturedAt = capture.At.ToUnixTimeMilliseconds(),
                Size = capture.Body.Length,
                Body = Pack(capture.Body.Span),
            })
            .ToList();
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO captures (digest, media_type, address, origin, captured_at, size, body)
                VALUES (@Digest, @MediaType, @Address, @Origin, @CapturedAt, @Size, @Body)
                ON CONFLICT (digest) DO NOTHING
                """,
                rows
            )
        );
    }

    private static HashSet<string> Kept(Store store, IEnumerable<Capture> captures)
    {
        using var connection = store.Reader();
        return
        [
            .. connection.Query<string>(
                "SELECT digest FROM captures WHERE digest IN @digests",
                new { digests = captures.Select(capture => capture.Digest.Hex) }
            ),
        ];
    }

    /// <summary>The capture, checked against its digest; null where there is none.</summary>
    public static Capture? Find(Store store, Digest digest)
    {
        using var connection = store.Reader();
        var row = connection.QuerySingleOrDefault<Row>(
            """
            SELECT media_type AS MediaType, address AS Address, origin AS Origin, captured_at AS CapturedAt,
                   size AS Size, body AS Body
            FROM captures WHERE digest = @Hex
            """,
            new { digest.Hex }
        );
        if (row is null)
        {
            return null;
        }
        var body = Unpack(row.Body, (int)row.Size);
        return Digest.Of(body) == digest
            ? new Capture(
                digest,
                body,
                row.MediaType,
                row.Address,
                row.Origin,
                DateTimeOffset.FromUnixTimeMilliseconds(row.CapturedAt)
            )
            : throw new RecordException(
                "damaged",
                $"The capture {digest} ({row.Origin}) no longer has its digest: the record is damaged; restore it from a backup."
            );
    }

    /// <summary>Those for which a stage has not been done in this version, in the order of their digests.</summary>
    /// <param name="anyVersion">True to leave out those that any version has done.</param>
    public static IReadOnlyList<Digest> Pending(Store store, string stage, string version, bool anyVersion)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    """
                    SELECT digest FROM captures AS c WHERE NOT EXISTS (
                        SELECT 1 FROM jobs AS j
                        WHERE j.subject = c.digest AND j.stage = @stage AND (@anyVersion OR j.version = @version))
                    ORDER BY captured_at, digest
                    """,
                    new
                    {
                        stage,
                        version,
                        anyVersion,
                    }
                )
                .Select(hex => new Digest(hex)),
        ];
    }

    public static long Count(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM captures");
    }

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var written, quality: 4, window: 22)
            ? packed[..written]
            : throw new InvalidOperationException("Brotli needs no more than its own bound.");
    }

    private static byte[] Unpack(byte[] packed, int size)
    {
        var body = new byte[size];
        return BrotliDecoder.TryDecompress(packed, body, out var written) && written == size
            ? body
            : throw new RecordException(
                "damaged",
                "A capture's body cannot be unpacked: the record is damaged; restore it from a backup."
            );
    }

    private sealed record Row(
        string MediaType,
        string? Address,
        string Origin,
        long CapturedAt,
        long Size,
        byte[] Body
    );
}
