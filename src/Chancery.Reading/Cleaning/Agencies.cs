using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>The news agency that a text is credited to: in its dateline, at its foot, or among its authors.</summary>
public static partial class Agencies
{
    private static readonly FrozenDictionary<string, string> Names = Words.Keyed("agencies");

    /// <summary>How far into the text a dateline's credit may stand ("GENEVA, May 3 (Reuters) - ").</summary>
    private const int DatelineLength = 160;

    /// <summary>The agency credited by the text itself, or null.</summary>
    public static string? CreditedIn(string text)
    {
        string head = text[..Math.Min(text.Length, DatelineLength)];
        foreach (Match match in Dateline().Matches(head))
        {
            if (Named(match.Groups[1].Value) is { } agency)
            {
                return agency;
            }
        }

        string foot = text[^Math.Min(text.Length, DatelineLength)..];
        Match last = Foot().Match(foot);
        return last.Success ? Named(last.Groups[1].Value) : null;
    }

    /// <summary>
    /// The source that a closing line names behind the outlet's own name ("Torvik Courier / Example Daily"), or null.
    /// </summary>
    public static string? NamedBehind(string line, params ReadOnlySpan<string?> outletNames)
    {
        const int Longest = 60;
        int stroke = line.IndexOf(" / ", StringComparison.Ordinal);
        if (stroke <= 0 || line.Length > Longest)
        {
            return null;
        }

        string own = Bylines.Folded(line[..stroke]);
        string source = line[(stroke + 3)..].Trim(' ', '.');
        foreach (string? name in outletNames)
        {
            if (own.Length > 2 && Bylines.Folded(name?.Split('.')[0] ?? "") == own && source.Length > 1)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>The agency among the authors as found, or null.</summary>
    public static string? AmongAuthors(IEnumerable<string> authors)
    {
        foreach (string name in authors.SelectMany(Bylines.Split))
        {
            if (Named(name) is { } agency)
            {
                return agency;
            }
        }

        return null;
    }

    /// <summary>The agency that a short line near the headline names first ("AFP, TORVIK"), or null.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="headline">The block of the headline.</param>
    internal static string? InByline(PageTree tree, int headline)
    {
        const int Before = 3;
        const int After = 12;
        const int Longest = 60;
        for (int b = Math.Max(0, headline - Before); b < Math.Min(tree.Blocks.Length, headline + After); b++)
        {
            ref readonly TextBlock block = ref tree.Blocks[b];
            if (
                block.Length <= Longest
                && block.LinkShare < 0.5
                && AmongAuthors([tree.TextOf(block).ToString()]) is { } agency
            )
            {
                return agency;
            }
        }

        return null;
    }

    private static string? Named(string credit)
    {
        foreach (string part in credit.Split([',', '/', ';', '+', '&'], StringSplitOptions.TrimEntries))
        {
            if (Names.TryGetValue(part, out string? agency))
            {
                return agency;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"[(\[]([^()\[\]]{2,40})[)\]]\s*[-–—.:]|^\S[^.–—-]{0,60}[-–—]{1,2}\s*([A-Z]{2,5})\s*[-–—]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dateline();

    [GeneratedRegex(
        @"(?:[(\[]|[—–-]{1,2}\s?|\n\n(?:\w+:\s)?)([\w .,/+&\-]{2,60})[)\]]?\.?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Foot();
}
