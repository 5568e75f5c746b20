using System.Security.Cryptography;
using System.Text;

namespace Chancery.Press.Feeds;

/// <summary>What a feed says of itself, in all three forms.</summary>
/// <param name="Source">The site.</param>
/// <param name="Title">Its name.</param>
/// <param name="Subtitle">What it brings.</param>
/// <param name="Id">What makes its identity beside the watch's; empty for the issues.</param>
/// <param name="Page">The page that it stands for, from the site's top.</param>
/// <param name="Prefix">What stands before the names of its files: "" or "tracks/corrast-round.".</param>
internal sealed record FeedHead(
    SiteSource Source,
    string Title,
    string Subtitle,
    string Id,
    string Page,
    string Prefix
)
{
    /// <summary>What was taken back, with when.</summary>
    public IReadOnlyList<(string Id, DateTimeOffset At)> Withdrawn { get; init; } = [];

    /// <summary>The feed's own file: "rss.xml", "atom.xml", "feed.json".</summary>
    public string Path(string file) => Prefix + file;

    public string Urn() => Urn(Source.Watch.Id, Id);

    /// <summary>Where nobody said where the site will stand, relative to the feed itself.</summary>
    public string Absolute(string path) =>
        (Source.Address is null && Prefix.Contains('/', StringComparison.Ordinal) ? "../" : "")
        + Addresses.Absolute(Source.Address, path);

    /// <summary>A name-based identifier (RFC 9562 version 8, SHA-256) of the watch, and of one thing of it.</summary>
    public static string Urn(string watch, string what = "")
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"chancery\n{watch}\n{what}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}
