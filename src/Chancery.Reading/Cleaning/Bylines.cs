using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Chancery.Reading.Cleaning;

/// <summary>Names of people out of bylines as pages write them.</summary>
public static partial class Bylines
{
    /// <summary>Words that open a byline in many languages ("By", "Von", "Par").</summary>
    private static readonly FrozenSet<string> Openers = Words.Set("byline-openers");

    /// <summary>Names and words of names that are no person: "Staff", "Redaktion", "News Desk".</summary>
    private static readonly FrozenSet<string> NotPeople = Words.Set("not-people");

    private static readonly System.Buffers.SearchValues<char> NeverInNames =
        System.Buffers.SearchValues.Create("@<>{}=_[]:!?⋅");

    /// <summary>Words that join two names of a byline ("and", "und", "et").</summary>
    private static readonly FrozenSet<string> Joiners = Words.Set("byline-joiners");

    /// <summary>
    /// The people of a byline, each once, in order: openers, offices, addresses and the outlet's own name taken off.
    /// </summary>
    /// <param name="found">Bylines as found, each one name or several.</param>
    /// <param name="outletNames">Names of the outlet, its domain among them; an author of that name is no person.</param>
    public static IReadOnlyList<string> People(
        IEnumerable<string> found,
        params ReadOnlySpan<string?> outletNames
    )
    {
        var outlets = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? name in outletNames)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                outlets.Add(Folded(name));
                outlets.Add(Folded(name.Split('.')[0]));
            }
        }

        var people = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string byline in found)
        {
            foreach (string name in Split(byline))
            {
                if (IsDesk(name) || outlets.Contains(Folded(name)))
                {
                    // What follows a desk or the outlet in its byline is where it sits.
                    break;
                }

                if (IsPerson(name, outlets) && seen.Add(Folded(name)))
                {
                    people.Add(name);
                }
            }
        }

        return people;
    }

    /// <summary>The single names of one byline, cleaned, people or not.</summary>
    public static IEnumerable<string> Split(string byline)
    {
        string rest = Noise().Replace(System.Net.WebUtility.HtmlDecode(byline), " ").Trim();
        rest = NotWriters().Replace(rest, "");
        foreach (string part in Separators().Split(rest))
        {
            foreach (string name in AtJoiners(part))
            {
                string clean = WithoutOpener(name.Trim(TrimmedEdges));
                if (clean.Length > 1)
                {
                    yield return clean;
                }
            }
        }
    }

    /// <summary>The writers' initials that a closing line of credits opens with, as German newsrooms sign ("abc, xyz; Photo: …").</summary>
    public static IEnumerable<string> Initials(string line) =>
        Signed().Match(line) is { Success: true } signed
            ? signed.Groups[1].Value.Split([',', '/'], StringSplitOptions.TrimEntries)
            : [];

    private static readonly char[] TrimmedEdges =
    [
        ' ',
        '\u00A0',
        '\t',
        '\n',
        '\r',
        ',',
        ';',
        ':',
        '-',
        '–',
        '—',
        '|',
        '/',
        '•',
        '·',
        '*',
        '"',
        '“',
        '”',
        '(',
        ')',
        '[',
        ']',
        '@',
    ];

    private static List<string> AtJoiners(string part)
    {
        var names = new List<string>();
        var words = new List<string>();
        foreach (string word in part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && Joiners.Contains(word.ToLowerInvariant()) && word != "Y" && word != "E")
            {
                names.Add(string.Join(' ', words));
                words.Clear();
            }
            else
            {
                words.Add(word);
            }
        }

        names.Add(string.Join(' ', words));
        return names;
    }

    private static string WithoutOpener(string name)
    {
        while (true)
        {
            int end = name.IndexOfAny([' ', ':', '\u00A0']);
            if (end <= 0 || !Openers.Contains(name[..end].TrimEnd(':').ToLowerInvariant()))
            {
                return name;
            }

            name = name[(end + 1)..].Trim(TrimmedEdges);
        }
    }

    private static bool IsDesk(string name) =>
        name.Split(' ')
            .Any(word => NotPeople.Contains(word.Trim(TrimmedEdges).TrimEnd('.').ToLowerInvariant()))
        && !name.Any(char.IsAsciiDigit);

    /// <summary>Letters behind a name ("MD", "Ph.D."): one short word of capitals.</summary>
    private static bool IsDegree(string name) =>
        name.Length <= 6
        && !name.Contains(' ', StringComparison.Ordinal)
        && name.Count(char.IsUpper) >= 2
        && name.Count(char.IsLower) <= 2;

    private static bool IsPerson(string name, HashSet<string> outlets)
    {
        if (
            name.Length is < 2 or > 60
            || name.AsSpan().ContainsAny(NeverInNames)
            || name.Contains("://", StringComparison.Ordinal)
        )
        {
            return false;
        }

        string folded = Folded(name);
        if (
            folded.Length == 0
            || outlets.Any(outlet =>
                outlet.Length > 2 && (folded.StartsWith(outlet, StringComparison.Ordinal) || outlet == folded)
            )
            || NotPeople.Contains(name.ToLowerInvariant())
        )
        {
            return false;
        }

        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 6
            && !IsDegree(name)
            && !words.Any(word => NotPeople.Contains(word.Trim(TrimmedEdges).ToLowerInvariant()))
            && !name.Any(char.IsAsciiDigit)
            && name.Any(char.IsLetter);
    }

    /// <summary>Letters and digits alone, lower case: the form in which names are compared.</summary>
    public static string Folded(string name) => Folded(name.AsSpan());

    /// <inheritdoc cref="Folded(string)"/>
    public static string Folded(ReadOnlySpan<char> name)
    {
        const int Short = 256;
        Span<char> letters = name.Length <= Short ? stackalloc char[Short] : new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(letters[..length]);
    }

    [GeneratedRegex(@"\S+@\S+\.\w+|https?://\S+|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    /// <summary>Who looked an article over did not write it.</summary>
    [GeneratedRegex(
        @"[\s.,;|]*\b(?:(?:medically|fact|clinically)[\s-]+)?(?:reviewed|checked|edited|updated)\s+by\b.*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotWriters();

    [GeneratedRegex(
        @"^(\p{Ll}{2,4}(?:\s?[,/]\s?\p{Ll}{2,4})*);\s?(?:foto|fotos|bild|bilder|photo|photos|picture)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Signed();

    [GeneratedRegex(@"\s*[,;|•·&/]\s+|\s*[;|•·&]\s*|\s+[-–—]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
