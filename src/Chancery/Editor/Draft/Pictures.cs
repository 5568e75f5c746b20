using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>Takes pictures in.</summary>
internal static class Pictures
{
    /// <summary>The largest picture that is taken, in bytes.</summary>
    public const int Largest = 8 << 20;

    /// <returns>The picture, its words still empty; or why it is none.</returns>
    public static async Task<(IssuePicture? Picture, string? Why)> Keep(
        Store store,
        Stream from,
        DateTimeOffset at,
        CancellationToken stop
    )
    {
        using var kept = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(part, stop)) > 0; )
        {
            kept.Write(part, 0, read);
            if (kept.Length > Largest)
            {
                return (null, "A picture is 8 MB at most; save it smaller.");
            }
        }
        var bytes = kept.ToArray();
        if (PictureHead.Read(bytes) is not var (mediaType, width, height))
        {
            return (null, "That is no JPEG, PNG, GIF or WebP picture.");
        }
        var digest = Digest.Of(bytes);
        PictureShelf.Keep(store, new KeptPicture(digest, mediaType, width, height, bytes), at);
        return (new IssuePicture(digest, mediaType, width, height, "", ""), null);
    }
}
