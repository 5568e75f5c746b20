using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>Where things are: inside the folder, and out in the world.</summary>
internal static class Addresses
{
    public static string PathOf(Issue issue) => $"issues/{NameOf(issue)}.html";

    public static string NameOf(Issue issue) =>
        issue.Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
