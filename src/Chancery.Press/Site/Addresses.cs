using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>Where things are: inside the folder, and out in the world.</summary>
internal static class Addresses
{
    public static string PathOf(DateOnly week) => $"issues/{NameOf(week)}.html";

    public static string PathOf(Issue issue) => PathOf(issue.Week);

    public static string NameOf(DateOnly week) => week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string NameOf(Issue issue) => NameOf(issue.Week);

    public static string PathOf(Speaker speaker) => $"people/{Slug(speaker.Name)}.html";

    /// <param name="track">The track.</param>
    /// <param name="ending">"html", or that of one of its feeds.</param>
    public static string PathOf(Track track, string ending = "html") => $"tracks/{Slug(track.Id)}.{ending}";

    public static string PathOf(IssuePicture picture) =>
        $"pictures/{Slug(picture.Digest.Hex)}.{PictureEnding(picture)}";

    /// <summary>
    /// A name as a file's: lower-case ASCII letters, digits and hyphens, whatever it was; where something else was lost, a
    /// few digits of its hash keep two names apart.
    /// </summary>
    public static string Slug(string name)
    {
        var plain = string.Concat(
            name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')
        );
        plain = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        var whole =
            name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-') && plain.Length is > 0 and <= 80;
        return whole
            ? plain
            : $"{plain[..Math.Min(plain.Length, 60)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}".TrimStart(
                '-'
            );
    }

    private static string PictureEnding(IssuePicture picture) =>
        picture.MediaType switch
        {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "image/webp" => "webp",
            "image/gif" => "gif",
            // Nothing else is written; a page names no other file.
            _ => "bin",
        };

    /// <summary>An address from outside as a link may carry it: absolute and http or https; else null, and no link is made.</summary>
    public static string? Outward(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>The absolute address of a file of the site; the path itself where nobody said where it will stand.</summary>
    public static string Absolute(Uri? site, string path) =>
        site is null ? path : new Uri(new Uri(site.AbsoluteUri.TrimEnd('/') + "/"), path).AbsoluteUri;
}
