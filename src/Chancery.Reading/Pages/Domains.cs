using System.Collections.Frozen;
using System.Net;

namespace Chancery.Reading.Pages;

/// <summary>
/// Registrable domains by the shape that public suffixes have: a two-letter country's generic second level
/// ("co.uk", "com.au"), the shared hosts that give every writer a name, else the last label.
/// </summary>
internal static class Domains
{
    private static readonly FrozenSet<string> SecondLevels = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "co",
            "com",
            "net",
            "org",
            "gov",
            "gob",
            "gouv",
            "gub",
            "edu",
            "ac",
            "mil",
            "info",
            "or",
            "ne",
            "go",
            "nom",
            "govt",
            "ltd",
            "plc",
            "me",
            "sch",
            "in",
        ]
    );

    private static readonly FrozenSet<string> SharedHosts = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "blogspot.com",
            "wordpress.com",
            "substack.com",
            "github.io",
            "tumblr.com",
            "medium.com",
            "livejournal.com",
            "typepad.com",
            "pages.dev",
            "netlify.app",
            "vercel.app",
        ]
    );

    public static string Registrable(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        string[] labels = host.TrimEnd('.').Split('.');
        if (labels.Length <= 2)
        {
            return string.Join('.', labels);
        }

        bool country =
            labels[^1].Length == 2 && (SecondLevels.Contains(labels[^2]) || labels[^2].Length == 0);
        bool shared = SharedHosts.Contains($"{labels[^2]}.{labels[^1]}");
        return string.Join('.', labels[(country || shared ? ^3 : ^2)..]);
    }
}
