using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor;

/// <summary>Addresses: those from outside made safe, and those of pages that many screens point to.</summary>
public static class Links
{
    /// <summary>An article version in the desk, with a passage of it shown: "/article/3f2a?at=120-45#passage".</summary>
    public static string Article(ArticleId id, Passage? passage = null) =>
        passage is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"/article/{id.Value}?at={at.Start}-{at.Length}#passage"
            )
            : $"/article/{id.Value}";

    /// <summary>Everything that one speaker said.</summary>
    public static string Person(string name) => $"/people/{Uri.EscapeDataString(name)}";

    /// <summary>An address that may stand in a link: http or https; null for anything else (<c>javascript:</c>, <c>data:</c>).</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri.AbsoluteUri
            : null;
}
