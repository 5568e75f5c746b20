using System.Security.Cryptography;
using System.Text;
using Chancery.Press.Templates;
using Chancery.Terms;

namespace Chancery.Press.Feeds;

/// <summary>An approved issue as the three feeds carry it.</summary>
/// <param name="Id">Stable: it depends on the watch and the week alone, so that a moved site repeats nothing to its readers.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Html">Its whole text, notes included.</param>
internal sealed record FeedIssue(Issue Issue, string Id, string Address, string Html)
{
    /// <summary>How many issues a feed carries: about a year.</summary>
    public const int Most = 52;

    public DateTimeOffset At => Issue.Approved!.At;

    public static async Task<FeedIssue> Of(Issue issue, Notes notes, SiteInput input, Rendering rendering)
    {
        var address = Addresses.Absolute(input.Address, Addresses.PathOf(issue));
        var html = await rendering.Of<FeedText>(
            new()
            {
                ["Issue"] = issue,
                ["Notes"] = notes,
                ["Subject"] = input.Watch.Subject,
                ["Page"] = address,
            }
        );
        return new(issue, Urn(issue.Watch, Addresses.NameOf(issue)), address, Xml.Clean(html));
    }

    /// <summary>A name-based identifier (RFC 9562 version 8, SHA-256) of the watch, and of one of its weeks.</summary>
    public static string Urn(string watch, string week = "")
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"chancery\n{watch}\n{week}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}
