namespace Chancery.Editor;

/// <summary>Addresses from outside.</summary>
public static class Links
{
    /// <summary>An address that may stand in a link: http or https; null for anything else (<c>javascript:</c>, <c>data:</c>).</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri.AbsoluteUri
            : null;
}
