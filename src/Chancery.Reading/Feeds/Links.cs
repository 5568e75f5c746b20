using System.Text.RegularExpressions;

namespace Chancery.Reading.Feeds;

/// <summary>Relative addresses made absolute.</summary>
internal static partial class Links
{
    /// <returns>The absolute address; the address as it came where it cannot be made one.</returns>
    public static string Absolute(string address, string? from)
    {
        address = address.Trim();
        if (from is null || address.Length == 0 || Scheme().IsMatch(address))
            return address;
        return
            Uri.TryCreate(from, UriKind.Absolute, out var start)
            && Uri.TryCreate(start, address, out var whole)
            ? whole.OriginalString.Length > 0
                ? whole.AbsoluteUri
                : address
            : address;
    }

    /// <summary>HTML with the addresses in its attributes made absolute.</summary>
    public static string InMarkup(string html, string? from) =>
        from is null
        || !html.Contains('=', StringComparison.Ordinal)
        || !html.Contains('<', StringComparison.Ordinal)
            ? html
            : Attribute().Replace(html, match => Replaced(match, from));

    private static string Replaced(Match match, string from)
    {
        var value = match.Groups["value"];
        var address = Entities.Decode(value.ValueSpan);
        if (Scheme().IsMatch(address) || address.StartsWith('#'))
            return match.Value;
        var absolute = Element
            .Escaped(Absolute(address, from))
            .Replace("\"", "&quot;", StringComparison.Ordinal);
        return $"{match.Groups["before"].Value}\"{absolute}\"";
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(
        """(?<before><[a-zA-Z][^<>]{0,2000}?\s(?:href|src|cite|action|longdesc|poster|data|background|codebase|profile|usemap|classid)\s*=\s*)(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Attribute();
}
