using System.Collections.Frozen;
using System.Net;

namespace Chancery.Reading.Pages;

/// <summary>Addresses of articles: one form for all the ways in which one page is linked.</summary>
public static class Address
{
    /// <summary>Parameters that say where the reader came from and never which page is meant.</summary>
    private static readonly FrozenSet<string> Trackers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "cmpid",
            "cmp",
            "icid",
            "ocid",
            "ncid",
            "smid",
            "smtyp",
            "ito",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_format",
            "at_link_id",
            "at_link_origin",
            "at_link_type",
            "at_ptr_name",
            "at_bbc_team",
            "ftag",
            "sref",
            "spm",
            "traffic_source",
            "ref_src",
            "ref_url",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "partner",
            "emc",
            "wt_mc",
            "wt.mc_id",
            "partnerid",
            "mbid",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "_hsenc",
            "_hsmi",
            "hsctatracking",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "rss",
            "outputtype",
            "amp",
            "_amp",
            "usqp",
            "amp_js_v",
            "amp_gsa",
            "sfnsn",
            "rb_clickid",
            "s_kwcid",
            "ef_id",
            "mkt_tok",
            "trk",
            "trkcampaign",
            "maca",
            "src",
            "from",
            "ref",
            "referer",
            "referrer",
            "campaign",
            "linkid",
            "dicbo",
            "reflink",
            "srnd",
            "sr_share",
            "soc_src",
            "soc_trk",
        ]
    );

    /// <summary>First labels of a host that name a device or a rendering, not an outlet.</summary>
    private static readonly FrozenSet<string> Devices = FrozenSet.Create(
        StringComparer.Ordinal,
        ["m", "mobile", "amp", "wap", "www", "touch", "mobi", "www2", "ww2"]
    );

    /// <summary>
    /// The canonical form: https, lower-case host without "www", "m" or "amp", no fragment, no trackers, no AMP or
    /// mobile path, no trailing slash, remaining parameters in their order. An address that is no http(s) address comes back trimmed.
    /// </summary>
    public static string Canonical(string address) => CanonicalOrNull(address) ?? address.Trim();

    /// <summary>As <see cref="Canonical"/>, or null where it is no absolute http(s) address.</summary>
    public static string? CanonicalOrNull(string? address)
    {
        if (
            address is null
            || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.Host.Length == 0
        )
        {
            return null;
        }

        if (Unwrapped(uri) is { } inner)
        {
            return CanonicalOrNull(inner);
        }

        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"https://{WithoutDevice(uri.IdnHost.ToLowerInvariant())}{port}{WithoutAmp(uri.AbsolutePath)}{WithoutTrackers(uri.Query)}";
    }

    /// <summary>The outlet's registrable domain ("news.example.co.uk" → "example.co.uk"), or null without an address.</summary>
    public static string? Outlet(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0
            ? Domains.Registrable(uri.IdnHost.ToLowerInvariant())
            : null;

    /// <summary>An AMP cache or viewer address carries the page's own address in its path.</summary>
    private static string? Unwrapped(Uri uri)
    {
        bool cache = uri.Host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase);
        bool viewer =
            uri.Host.StartsWith("www.google.", StringComparison.OrdinalIgnoreCase)
            && uri.AbsolutePath.StartsWith("/amp/", StringComparison.Ordinal);
        if (!cache && !viewer)
        {
            return null;
        }

        string rest = viewer ? uri.AbsolutePath["/amp/".Length..] : uri.AbsolutePath.TrimStart('/');
        if (cache && rest.Length > 2 && rest[1] == '/')
        {
            rest = rest[2..];
        }

        bool secure = rest.StartsWith("s/", StringComparison.Ordinal);
        return rest.Contains('.', StringComparison.Ordinal)
            ? $"https://{(secure ? rest[2..] : rest)}{uri.Query}"
            : null;
    }

    private static string WithoutDevice(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        string[] labels = host.Split('.');
        int first = 0;
        while (labels.Length - first > 2 && Devices.Contains(labels[first]))
        {
            first++;
        }

        return first == 0 ? host : string.Join('.', labels[first..]);
    }

    private static string WithoutAmp(string path)
    {
        string[] segments = path.Split('/');
        IEnumerable<string> kept = segments.Where(segment =>
            segment.Length > 0
            && !segment.Equals("amp", StringComparison.OrdinalIgnoreCase)
            && !segment.Equals("amphtml", StringComparison.OrdinalIgnoreCase)
        );
        string joined = "/" + string.Join('/', kept);
        foreach (string ending in (ReadOnlySpan<string>)[".amp.html", ".amp", "-amp.html"])
        {
            if (joined.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return joined[..^ending.Length]
                    + (ending.EndsWith(".html", StringComparison.Ordinal) ? ".html" : "");
            }
        }

        return joined == "/" ? "/" : joined;
    }

    private static string WithoutTrackers(string query)
    {
        if (query.Length < 2)
        {
            return "";
        }

        var kept = query[1..]
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair =>
            {
                string name = pair.Split('=', 2)[0];
                return !Trackers.Contains(name)
                    && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
            })
            .ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }
}
