using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>
/// The byline that opens running text, glued to what stands around it ("… broke off. By Ada Novak Reporting from Port Velin
/// Delegations …"): what stands before it is the dek and the caption of the first picture, what follows is the text.
/// </summary>
internal sealed partial class OpeningByline
{
    private static readonly FrozenSet<string> WidePlaces = Words
        .Lines("wide-places")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How far into a text its byline may stand.</summary>
    private const int Deepest = 900;

    /// <summary>Sentences that may stand before it: a dek, the dek again, a caption.</summary>
    private const int MostBefore = 5;

    private readonly int start;
    private readonly int end;

    private OpeningByline(int start, int end, List<string> names)
    {
        this.start = start;
        this.end = end;
        Names = names;
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The byline of a text's first line, or null.</summary>
    public static OpeningByline? In(string line)
    {
        foreach (Match by in By().Matches(line[..Math.Min(line.Length, Deepest)]))
        {
            if (Sentences.Of(line[..by.Index]).Count > MostBefore)
            {
                return null;
            }

            var names = new List<string>();
            int people = People(line, by.Index + by.Length, names);
            int end = Places(line, Makers(line, people));
            // Behind a kicker, which no mark ends, the name alone does not tell a byline.
            if (names.Count > 0 && OpensText(line, people) && (end > people || !by.Groups["kicker"].Success))
            {
                return new OpeningByline(
                    by.Groups["kicker"].Success ? by.Index + by.Groups["kicker"].Length : by.Index,
                    Notes(line, end, names),
                    names
                );
            }
        }

        return null;
    }

    /// <summary>The dek, the caption above, and the byline itself.</summary>
    public IEnumerable<Inset> Insets(string line)
    {
        if (start > 0)
        {
            int credit = line.LastIndexOf(Credit, start, StringComparison.Ordinal);
            Range caption = credit > 0 ? Sentences.Of(line[..credit])[^1] : default;
            int dek = credit > 0 ? caption.Start.Value : start;
            if (dek > 0)
            {
                yield return new Inset(0, dek, Inset.Dek);
            }

            if (credit > 0)
            {
                yield return new Inset(dek, start, Inset.Caption);
            }
        }

        yield return new Inset(start, end, Inset.Byline);
    }

    private const string Credit = "Credit...";

    /// <summary>Names from a place on, one after another, "and" between or glued; where they end.</summary>
    private static int People(string line, int at, List<string> names)
    {
        int end = at;
        while (EndOfName(line, at) is var next and > 0)
        {
            names.Add(line[at..next]);
            end = next;
            Match joined = Joint().Match(line, end);
            if (!joined.Success && !(end < line.Length && char.IsUpper(line[end])))
            {
                break;
            }

            at = end + joined.Length;
        }

        return end;
    }

    /// <summary>
    /// Where the name that begins at a place ends: after two words, initials not counted, or after a third where the word
    /// behind it surely opens a sentence; 0 where no name begins.
    /// </summary>
    private static int EndOfName(string line, int at)
    {
        int full = 0;
        int end = 0;
        for (Match word = NameWord().Match(line, at); word.Success; word = NameWord().Match(line, end + 1))
        {
            if (full > 0 && (Stops().IsMatch(word.Value) || OpeningWords.Are(word.Value)))
            {
                break;
            }

            if (full >= 2 && !IsThird(line, word))
            {
                break;
            }

            bool initial = word.Value.EndsWith('.') && word.Length <= 5;
            full += initial && !IsLast(line, word) ? 0 : 1;
            end = word.Index + word.Length;
            if (full > 2 || Glued(line, end) || end >= line.Length || line[end] != ' ')
            {
                break;
            }
        }

        return full >= 2 ? end : 0;
    }

    /// <summary>"Pragati K.B. and …": initials that another name or the text follows are a last name.</summary>
    private static bool IsLast(string line, Match word) =>
        word.Length > 2
        && (
            Joint().IsMatch(line, word.Index + word.Length)
            || Stops().IsMatch(Word().Match(line, Math.Min(word.Index + word.Length + 1, line.Length)).Value)
        );

    /// <summary>A third word belongs to the name where a sentence surely opens behind it, or another name.</summary>
    private static bool IsThird(string line, Match word)
    {
        int end = word.Index + word.Length;
        if (Glued(line, end) || Joint().IsMatch(line, end))
        {
            return true;
        }

        Match behind = Word().Match(line, Math.Min(end + 1, line.Length));
        return behind.Success
            && (OpeningWords.Are(behind.Value) || Stops().IsMatch(behind.Value) || IsDateline(behind.Value));
    }

    /// <summary>"PORT VELIN (…) -": a place in capitals opens the text.</summary>
    private static bool IsDateline(string word) => word.Length > 3 && word.All(char.IsUpper);

    private static bool Glued(string line, int end) => end < line.Length && char.IsUpper(line[end]);

    /// <summary>"Photographs by …", "Visuals by …".</summary>
    private static int Makers(string line, int at)
    {
        for (
            Match maker = Maker().Match(line, at);
            maker.Success && maker.Index == at;
            maker = Maker().Match(line, at)
        )
        {
            int end = People(line, at + maker.Length, []);
            if (end == at + maker.Length)
            {
                break;
            }

            at = end;
        }

        return at;
    }

    /// <summary>"Reporting from Port Velin, Ostmark".</summary>
    private static int Places(string line, int at)
    {
        Match from = From().Match(line, at);
        if (!from.Success || from.Index != at)
        {
            return at;
        }

        int end = Place(line, at + from.Length);
        if (end < line.Length - 2 && line[end] == ',')
        {
            end = Place(line, end + 2);
        }

        return end < line.Length && line[end] == '.' ? end + 1 : end;
    }

    private static int Place(string line, int at)
    {
        int one = EndOfWord(line, at);
        if (line[at..one] == "St" && one + 2 < line.Length)
        {
            one = EndOfWord(line, one + 2);
        }

        int two = one < line.Length && line[one] == ' ' ? EndOfWord(line, one + 1) : one;
        int three = two < line.Length && line[two] == ' ' ? EndOfWord(line, two + 1) : two;
        return WidePlaces.Contains(line[at..three]) ? three
            : WidePlaces.Contains(line[at..two]) || (two > one && two < line.Length && IsWide(line, two))
                ? two
            : one;
    }

    private static int EndOfWord(string line, int at) =>
        line.AsSpan(at).IndexOfAny(" ,.;") is var stop and >= 0 ? at + stop : line.Length;

    /// <summary>"Kuala Lumpur, Malaysia The …": two words, a comma, one word, and a sentence begins.</summary>
    private static bool IsWide(string line, int comma) => WideThenLand().IsMatch(line.AsSpan(comma));

    /// <summary>"Ada Novak reported from Port Velin, and Jan Lind from …": sentences about who wrote what.</summary>
    private static int Notes(string line, int at, List<string> names)
    {
        while (at < line.Length)
        {
            int start = at + (line.Length - at - line.AsSpan(at).TrimStart().Length);
            string rest = line[start..];
            if (!names.Any(name => rest.StartsWith(name, StringComparison.Ordinal)))
            {
                break;
            }

            Range sentence = Sentences.Of(rest)[0];
            int places = start;
            for (
                Match from = Reported().Match(line, places);
                from.Success;
                from = Reported().Match(line, places)
            )
            {
                places = Place(line, from.Index + from.Length);
                places =
                    places + 2 < line.Length && RegionBehind().IsMatch(line, places)
                        ? Place(line, places + 2)
                        : places;
            }

            at =
                places > start
                    ? places + (places < line.Length && line[places] == '.' ? 1 : 0)
                    : start + sentence.End.Value;
            if (places > start && at < line.Length && line[at - 1] != '.')
            {
                break;
            }
        }

        return at;
    }

    /// <summary>A text, a place or another maker follows a byline; a comma or a small word does not.</summary>
    private static bool OpensText(string line, int at) =>
        at + 1 < line.Length
        && line[at] == ' '
        && (
            char.IsUpper(line[at + 1])
            || char.IsAsciiDigit(line[at + 1])
            || "“\"‘«".Contains(line[at + 1], StringComparison.Ordinal)
        );

    [GeneratedRegex(
        @"(?:(?<=^|[.!?""’”…]\s|Credit\.\.\.[^.]{0,60}\s)|^(?<kicker>[^.!?]{3,40}\s))(?:Supported by )?By (?=\p{Lu})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex By();

    /// <summary>A word of a name: hyphens, apostrophes, particles in front; a capital inside ends it where a name could begin.</summary>
    [GeneratedRegex(
        @"\G(?:(?:(?:al|el|de|von|van|der|den|bin|da|di|la|le|del|dos) )+|(?:ur|al|el)-)?\p{Lu}(?:\.(?:\p{Lu}\.)*|['’]?(?:c\p{Lu}\p{Ll}|\p{Ll})[\p{Ll}]*(?:[-’']\p{L}[\p{Ll}]+)*(?:\p{Lu}\p{Ll}{2,}(?=\s(?:Reporting|Photograph|Visual|Illustration|and)))?|[\p{Ll}]*-\p{Lu}\p{Ll}+)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameWord();

    /// <summary>"Ada Novak reported from Velin", and each further "; Jan Lind from …" behind it.</summary>
    [GeneratedRegex(
        @"\G(?:[^.;]{3,80}?(?:\p{Lu}\.[^.;]{3,80}?)?\b(?:reported|reports)\b[^.;,]{0,40}?|(?:[;,]\s(?:and\s)?|\sand\s)(?:\p{Lu}[\p{L}’'.-]+\s){1,4})\bfrom (?:(?:central|northern|southern|eastern|western) )?(?=al-\p{Lu}|\p{Lu})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reported();

    [GeneratedRegex(
        @"\G, (?=\p{Lu}\p{L}+\b)(?!\p{Lu}\p{L}+ \p{Lu}\p{L}+ from)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex RegionBehind();

    [GeneratedRegex(@"\G\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G(?:,?\sand\s|,\s)(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"\G\s(?:Photographs?|Visuals?|Illustrations?|Video|Graphics)(?: and (?:Video|Photographs|Graphics))? by ",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Maker();

    [GeneratedRegex(
        @"^(?:Reporting|Photographs?|Visuals?|Illustrations?|Video|Graphics)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Stops();

    [GeneratedRegex(@"\G\sReporting from (?:the [^.]{3,60}? in )?(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^, \p{Lu}\p{L}+\.?(?:\s\p{Lu}\p{L}+)?\s[\p{Lu}“""‘\d]", RegexOptions.CultureInvariant)]
    private static partial Regex WideThenLand();
}
