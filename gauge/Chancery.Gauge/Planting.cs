using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>The kinds of error that are planted.</summary>
public enum PlantedKind
{
    Quotation,
    Number,
    Speaker,
    Office,
    Hedge,
    Date,
    Name,
    Negation,

    /// <summary>Another name of the cited words after "according to", or before "reports".</summary>
    Source,

    /// <summary>Another name of the cited words as the one to whom it is told.</summary>
    Addressee,
}

/// <summary>An error planted in one line.</summary>
/// <param name="Kind">What kind of error.</param>
/// <param name="Line">The line's number from 1, in the order of <see cref="Issue.Lines"/>.</param>
/// <param name="Before">The line as it was.</param>
/// <param name="After">The line with the error.</param>
public sealed record Planted(PlantedKind Kind, int Line, string Before, string After)
{
    public override string ToString() => $"{Kind}, line {Line}: {Before} → {After}";
}

/// <summary>
/// Plants errors into an issue that holds, for measuring how many of them the checking catches. Each is what a tired
/// person or a careless model does: one word of a quotation, one digit, another speaker, office, weekday or name, a
/// hedge or a negation gone. The same issue and seed give the same error. A planted error never stands in the words
/// that its line cites, so that it is an error.
/// </summary>
public static partial class Planting
{
    private static readonly PlantedKind[] kinds = Enum.GetValues<PlantedKind>();

    /// <summary>An error of the kind that the seed chooses, or of the next kind for which the issue has a place.</summary>
    /// <param name="issue">An issue that holds.</param>
    /// <param name="seed">Successive seeds go through the kinds in turn and through each kind's places.</param>
    /// <exception cref="ArgumentException">The issue has no place for any error: no cited line to speak of.</exception>
    public static (Issue Issue, Planted What) Plant(Issue issue, int seed)
    {
        for (var turn = 0; turn < kinds.Length; turn++)
        {
            var kind = kinds[(seed + turn) % kinds.Length];
            var all = All(issue, kind);
            if (all.Count > 0)
            {
                var what = all[new Random(seed).Next(all.Count)];
                return (Replaced(issue, what), what);
            }
        }
        throw new ArgumentException(
            "The issue has no line in which an error could be planted.",
            nameof(issue)
        );
    }

    /// <summary>Every error of a kind that can be planted in the issue.</summary>
    public static IReadOnlyList<Planted> All(Issue issue, PlantedKind kind)
    {
        var lines = issue.Lines().ToList();
        var planted = new List<Planted>();
        for (var i = 0; i < lines.Count; i++)
            if (lines[i] is Line.Cited { Citations.Count: > 0 } line)
            {
                var cited = string.Join('\n', line.Citations.Select(c => c.Quoted));
                planted.AddRange(
                    Changes(line.Text, cited, kind, lines)
                        .Where(t => t != line.Text)
                        .Distinct()
                        .Select(t => new Planted(kind, i + 1, line.Text, t))
                );
            }
        return planted;
    }

    private static IEnumerable<string> Changes(
        string text,
        string cited,
        PlantedKind kind,
        List<Line> lines
    ) =>
        kind switch
        {
            PlantedKind.Quotation => Quotations(text, cited),
            PlantedKind.Number => Numbers(text, cited),
            PlantedKind.Speaker => Speakers(text, cited, lines),
            PlantedKind.Office => Offices(text, cited),
            PlantedKind.Hedge => Hedges(text, cited),
            PlantedKind.Date => Dates(text, cited),
            PlantedKind.Name => Names(text, cited, lines),
            PlantedKind.Source => Swapped(SourceName(), text, cited),
            PlantedKind.Addressee => Swapped(HearerName(), text, cited),
            _ => Negations(text, cited),
        };

    private static Issue Replaced(Issue issue, Planted what)
    {
        var number = 0;
        Line Next(Line line) =>
            ++number == what.Line && line is Line.Cited cited ? cited with { Text = what.After } : line;
        Item Items(Item item) =>
            item with
            {
                Paragraphs = [.. item.Paragraphs.Select(p => new Paragraph([.. p.Lines.Select(Next)]))],
            };
        var title = Next(issue.Title);
        var dek = Next(issue.Dek);
        var lead = Items(issue.Lead);
        return issue with
        {
            Title = title,
            Dek = dek,
            Lead = lead,
            Digest = [.. issue.Digest.Select(Items)],
            Briefings = [.. issue.Briefings.Select(Next)],
            Ahead = [.. issue.Ahead.Select(Next)],
        };
    }

    // One word dropped, changed, or two exchanged.
    private static IEnumerable<string> Quotations(string text, string cited)
    {
        foreach (Match quotation in Quoted().Matches(text))
        {
            var words = quotation.Groups[1].Value.Split(' ');
            for (var i = 1; i + 1 < words.Length; i++)
            {
                if (words[i].Length < 4 || !words[i].All(char.IsLetter))
                    continue;
                string[][] changes =
                [
                    [.. words[..i], .. words[(i + 1)..]],
                    [.. words[..i], words[i] + "ing", .. words[(i + 1)..]],
                    [.. words[..(i - 1)], words[i], words[i - 1], .. words[(i + 1)..]],
                ];
                foreach (
                    var change in changes
                        .Select(c => string.Join(' ', c))
                        .Where(c => !cited.Contains(c, StringComparison.Ordinal))
                )
                    yield return text[..quotation.Groups[1].Index]
                        + change
                        + text[(quotation.Groups[1].Index + quotation.Groups[1].Length)..];
            }
        }
    }

    // One digit of a number outside quotations and dates.
    private static IEnumerable<string> Numbers(string text, string cited)
    {
        foreach (Match number in Number().Matches(Bare(text)))
        {
            var digits = number.Value.ToCharArray();
            digits[0] = digits[0] == '9' ? '4' : (char)(digits[0] + 1);
            var changed = new string(digits);
            if (!cited.Contains(changed, StringComparison.Ordinal))
                yield return text[..number.Index] + changed + text[(number.Index + number.Length)..];
        }
        foreach (Match word in NumberWord().Matches(Bare(text)))
        {
            var changed = numberWords[(Array.IndexOf(numberWords, word.Value) + 2) % numberWords.Length];
            if (
                cited.Contains(word.Value, StringComparison.OrdinalIgnoreCase)
                && !cited.Contains(changed, StringComparison.OrdinalIgnoreCase)
            )
                yield return text[..word.Index] + changed + text[(word.Index + word.Length)..];
        }
    }

    // The words go to another who speaks in the issue, or the two speakers of a line change places.
    private static IEnumerable<string> Speakers(string text, string cited, List<Line> lines)
    {
        var all = lines
            .OfType<Line.Cited>()
            .SelectMany(l => Speaking(l.Text))
            .Select(s => s.Name)
            .Distinct()
            .ToList();
        var here = Speaking(text).ToList();
        foreach (var speaker in here)
        foreach (var other in all.Where(o => Apart(o, speaker.Name) && !Beside(o, speaker.Name, cited)))
        {
            var elsewhere = here.FirstOrDefault(h => h.Name == other);
            var changed = text[..speaker.At] + other + text[(speaker.At + speaker.Name.Length)..];
            if (elsewhere.Name is null)
                yield return changed;
            else if (elsewhere.At > speaker.At)
            {
                var at = elsewhere.At + other.Length - speaker.Name.Length;
                yield return changed[..at] + speaker.Name + changed[(at + other.Length)..];
            }
        }
    }

    private static IEnumerable<(string Name, int At)> Speaking(string text) =>
        Speaker()
            .Matches(Bare(text))
            .Select(m => m.Groups["name"])
            .Where(g => !NoName().IsMatch(g.Value))
            .Select(g => (g.Value, g.Index));

    // "Kremlin spokesman Dmitry Peskov": the cited words make the two one.
    private static bool Beside(string other, string name, string cited)
    {
        var at = cited.IndexOf(name.Split(' ')[^1], StringComparison.Ordinal);
        var there = cited.IndexOf(other.Split(' ')[^1], StringComparison.Ordinal);
        return at >= 0 && there >= 0 && Math.Abs(at - there) < 50;
    }

    private static bool Apart(string a, string b) => !a.Split(' ').Intersect(b.Split(' ')).Any();

    private static IEnumerable<string> Offices(string text, string cited)
    {
        foreach (Match office in Office().Matches(Bare(text)))
        foreach (
            var other in offices.Where(o =>
                !cited.Contains(o, StringComparison.OrdinalIgnoreCase)
                && !office.Value.Contains(o, StringComparison.OrdinalIgnoreCase)
                && !o.Contains(office.Value, StringComparison.OrdinalIgnoreCase)
            )
        )
            yield return text[..office.Index] + other + text[(office.Index + office.Length)..];
    }

    private static IEnumerable<string> Hedges(string text, string cited)
    {
        var bare = Bare(text);
        foreach (Match hedge in Modal().Matches(bare).Where(h => Modal().IsMatch(cited)))
            yield return text[..hedge.Index] + "will" + text[(hedge.Index + hedge.Length)..];
        // Where the line names who says so, "reportedly" may go.
        foreach (
            Match hedge in Hearsay()
                .Matches(bare)
                .Where(h =>
                    cited.Contains(h.Value.Trim(), StringComparison.OrdinalIgnoreCase) && !Cue().IsMatch(bare)
                )
        )
            yield return text[..hedge.Index] + text[(hedge.Index + hedge.Length)..];
        foreach (Match said in Said().Matches(bare).Where(_ => !Vouched().IsMatch(cited)))
            yield return text[..said.Index] + "confirmed" + text[(said.Index + said.Length)..];
    }

    private static IEnumerable<string> Dates(string text, string cited)
    {
        foreach (Match day in Weekday().Matches(Bare(text)))
        {
            var index = Array.IndexOf(weekdays, day.Value);
            foreach (var shift in (int[])[2, 3, 4])
                if (
                    weekdays[(index + shift) % 7] is var other
                    && !cited.Contains(other, StringComparison.Ordinal)
                )
                    yield return text[..day.Index] + other + text[(day.Index + day.Length)..];
        }
    }

    private static IEnumerable<string> Names(string text, string cited, List<Line> lines)
    {
        var all = lines
            .OfType<Line.Cited>()
            .SelectMany(l => Name().Matches(Bare(l.Text)).Select(m => m.Value))
            .Distinct()
            .ToList();
        foreach (Match name in Name().Matches(Bare(text)))
        foreach (
            var other in all.Where(o =>
                Apart(o, name.Value)
                && !o.Split(' ')
                    .Any(w =>
                        cited.Contains(w, StringComparison.Ordinal)
                        || text.Contains(w, StringComparison.Ordinal)
                    )
            )
        )
            yield return text[..name.Index] + other + text[(name.Index + name.Length)..];
    }

    // A name of the cited words in the place of another: of the source, or of the hearer.
    private static IEnumerable<string> Swapped(Regex place, string text, string cited)
    {
        foreach (Match found in place.Matches(Bare(text)))
        {
            var name = found.Groups["name"];
            foreach (
                var other in CitedName()
                    .Matches(Bare(cited))
                    .Select(m => m.Value)
                    .Distinct()
                    .Where(o =>
                        Apart(o, name.Value)
                        && !NoName().IsMatch(o)
                        && !Weekday().IsMatch(o)
                        && !cited.Contains($"told {o}", StringComparison.Ordinal)
                        && !cited.Contains($"according to {o}", StringComparison.Ordinal)
                        && !Spoken(o, cited)
                    )
            )
                yield return text[..name.Index] + other + text[(name.Index + name.Length)..];
        }
    }

    private static bool Spoken(string name, string cited) =>
        Speaker().Matches(cited).Any(m => !Apart(m.Groups["name"].Value, name));

    private static IEnumerable<string> Negations(string text, string cited)
    {
        var bare = Bare(text);
        foreach (Match not in Not().Matches(bare).Where(_ => Not().IsMatch(cited)))
            yield return text[..not.Index] + text[(not.Index + not.Length)..];
        if (Denial().IsMatch(bare) || Denial().IsMatch(cited))
            yield break;
        foreach (Match verb in Auxiliary().Matches(bare))
            yield return text[..(verb.Index + verb.Length)] + " not" + text[(verb.Index + verb.Length)..];
    }

    // Quoted words are blanks of the same length: errors outside quotations are planted outside them.
    private static string Bare(string text) => Quoted().Replace(text, m => new string(' ', m.Length));

    private static readonly string[] numberWords =
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];
    private static readonly string[] weekdays =
    [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];
    private static readonly string[] offices =
    [
        "President",
        "Prime Minister",
        "Foreign Minister",
        "Defense Minister",
        "Chancellor",
        "Governor",
        "Ambassador",
    ];

    [GeneratedRegex("[“\"]([^“”\"]+)[”\"]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w.,:-])\d[\d,]*(?:\.\d+)?(?![\w:-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b(?!-)")]
    private static partial Regex NumberWord();

    [GeneratedRegex(
        @"(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) (?:said|told|added|warned|stated|noted|insisted|argued|announced|wrote)\b|(?:according to|”,? said) (?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)"
    )]
    private static partial Regex Speaker();

    [GeneratedRegex("^(?:He|She|It|They|We|That|This|The|Who|One|As|And|But)\\b")]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"\b(?:(?:Vice )?President|Prime Minister|Foreign Minister|Defen[sc]e Minister|Secretary of State|Chancellor|Governor|[Ss]pokes(?:man|woman|person)|[Ss]pecial envoy|[Aa]mbassador)(?= \p{Lu}\p{Ll}+)"
    )]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:could|may|might)\b(?! not)")]
    private static partial Regex Modal();

    [GeneratedRegex(@"\b(?:reportedly|allegedly|purportedly|supposedly) ")]
    private static partial Regex Hearsay();

    [GeneratedRegex(@"\b(?:said|says|told|according to|reports?|reported|claim(?:s|ed)|added)\b")]
    private static partial Regex Cue();

    [GeneratedRegex(@"\bsaid\b")]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:confirm|acknowledg|admit)")]
    private static partial Regex Vouched();

    [GeneratedRegex(@"\b(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+")]
    private static partial Regex Name();

    [GeneratedRegex(
        @"according to (?:the )?(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)|(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) report(?:s|ed)\b"
    )]
    private static partial Regex SourceName();

    [GeneratedRegex(@"told (?:the )?(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)")]
    private static partial Regex HearerName();

    [GeneratedRegex(@"(?<=[\p{L},] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*")]
    private static partial Regex CitedName();

    [GeneratedRegex(@"\b(?:not|never) ")]
    private static partial Regex Not();

    [GeneratedRegex(
        @"\b(?:not|no|never|none|nor|neither|without|cannot)\b|n['’]t\b|\b(?:den(?:y|ied|ies)|refus|reject|rul(?:e|ed|ing) out|declin|fail)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:will|has|have|had|was|were|is|are|would|should)\b(?= \p{Ll}{4,})")]
    private static partial Regex Auxiliary();
}
