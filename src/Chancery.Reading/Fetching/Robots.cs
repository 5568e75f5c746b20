using System.Globalization;

namespace Chancery.Reading.Fetching;

/// <summary>A site's robots.txt (RFC 9309), as it concerns one robot.</summary>
public sealed class Robots
{
    /// <summary>Bytes that are read of the file, as the standard asks at least.</summary>
    public const int MaxBytes = 500 << 10;

    private readonly List<(string Pattern, bool Allow)> rules = [];

    /// <summary>The pause that the site asks of us; no part of the standard, and kept all the same.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>A site that forbids nothing.</summary>
    public static Robots Open { get; } = new();

    /// <param name="text">The file.</param>
    /// <param name="productToken">The robot's name, without its version.</param>
    public static Robots Parse(string text, string productToken)
    {
        var groups = Groups(text).ToList();
        // The groups that name the robot count together; those for all only where none does (2.2.1).
        var ours = groups.Where(group => group.Agents.Any(agent => IsNamed(agent, productToken))).ToList();
        if (ours.Count == 0)
            ours = [.. groups.Where(group => group.Agents.Contains("*"))];
        var robots = new Robots();
        foreach (var (name, value) in ours.SelectMany(group => group.Rules))
            if (name == "crawl-delay")
                robots.Delay ??=
                    double.TryParse(
                        value,
                        NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var seconds
                    ) && seconds is >= 0 and < 86_400
                        ? TimeSpan.FromSeconds(seconds)
                        : null;
            else if (value.Length > 0)
                robots.rules.Add((Normal(value), name == "allow"));
        return robots;
    }

    /// <summary>True where the robot may ask for a path. The longest rule that fits decides; of two as long, the one that allows (2.2.2).</summary>
    /// <param name="pathAndQuery">As sent: "/news?id=1".</param>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
            return true;
        var path = Normal(pathAndQuery);
        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allow) in rules)
            if (pattern.Length >= longest && Fits(pattern, path) && (pattern.Length > longest || allow))
                (longest, allowed) = (pattern.Length, allow);
        return allowed;
    }

    private static IEnumerable<(List<string> Agents, List<(string Name, string Value)> Rules)> Groups(
        string text
    )
    {
        var (agents, rules) = (new List<string>(), new List<(string, string)>());
        foreach (var raw in text.Split('\n', '\r'))
        {
            var line = raw.Split('#', 2)[0];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var name = line[..colon].Trim(' ', '\t', '\uFEFF').ToLowerInvariant();
            var value = line[(colon + 1)..].Trim();
            if (name == "user-agent")
            {
                if (rules.Count > 0)
                {
                    yield return (agents, rules);
                    (agents, rules) = ([], []);
                }
                agents.Add(value.ToLowerInvariant());
            }
            else if (agents.Count > 0 && name is "allow" or "disallow" or "crawl-delay")
                rules.Add((name, value));
        }
        yield return (agents, rules);
    }

    private static bool IsNamed(string agent, string productToken)
    {
        var token = agent.Split(' ', '/')[0];
        return token != "*"
            && token.Length > 0
            && token.Equals(productToken, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Percent-encoding in one form: what need not be encoded is not, and hexadecimal is upper case.</summary>
    private static string Normal(string path)
    {
        var normal = new System.Text.StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (
                path[at] == '%'
                && at + 2 < path.Length
                && byte.TryParse(
                    path.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                var letter = (char)code;
                normal.Append(
                    char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~'
                        ? letter.ToString()
                        : $"%{code:X2}"
                );
                at += 2;
                continue;
            }
            var length = at + 1 < path.Length && char.IsSurrogatePair(path[at], path[at + 1]) ? 2 : 1;
            normal.Append(
                path[at] > 0x7e ? Uri.EscapeDataString(path.AsSpan(at, length)) : path[at].ToString()
            );
            at += length - 1;
        }
        return normal.ToString();
    }

    /// <summary>A rule fits from the path's start on; <c>*</c> stands for anything, <c>$</c> at its end for the path's end. Without going back further than the last star.</summary>
    private static bool Fits(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var (p, at, star, mark) = (0, 0, -1, 0);
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        while (true)
        {
            if (p == end && (!anchored || at == path.Length))
                return true;
            if (p < end && pattern[p] == '*')
            {
                (star, mark) = (p++, at);
                continue;
            }
            if (p < end && at < path.Length && pattern[p] == path[at])
            {
                p++;
                at++;
                continue;
            }
            if (star < 0 || mark >= path.Length)
                return false;
            (p, at) = (star + 1, ++mark);
        }
    }
}
