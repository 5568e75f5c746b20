namespace Chancery.Language.Dates;

/// <summary>What an expression does with what it captured; the patterns of a language name these.</summary>
internal enum TimeOp : byte
{
    /// <summary>A date with some of its fields; the rest comes from the context.</summary>
    Date,

    /// <summary>A time of day, with or without its date.</summary>
    Time,

    /// <summary>The argument is the value ("PAST_REF").</summary>
    Ref,

    /// <summary>Days from the day of speaking; argument the number.</summary>
    Day,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A count of units from the day of speaking; argument -1 or 1.</summary>
    Ago,

    /// <summary>A count of units from the time last told; argument -1 or 1.</summary>
    Shift,

    /// <summary>The unit, weekday, month or season before, at or after now.</summary>
    Rel,

    /// <summary>The unit last told of, or the one before or after it; argument -1, 0 or 1.</summary>
    Same,

    /// <summary>What comes again and again.</summary>
    Set,

    /// <summary>The nth century.</summary>
    Century,

    /// <summary>Part of a year: a half or a quarter; argument "H" or "Q".</summary>
    Fraction,

    /// <summary>Matched only to be left alone: no expression of time.</summary>
    Not,
}

/// <summary>One element of a pattern: a class or a word; or a sign: where the expression starts, ends or is parted in two.</summary>
internal readonly record struct Element(TimeClass? Class, string Word)
{
    public const string Start = "{";
    public const string End = "}";
    public const string Cut = "/";

    public bool IsSign => Class is null && Word is Start or End or Cut;
}

/// <summary>
/// Reads the pattern language of <c>time-patterns.txt</c> and spells a pattern out into its sequences: a capital begins a
/// class, anything else is a word; <c>[ ]</c> may be left out, <c>( | )</c> are alternatives, <c>&lt;x&gt;</c> is the definition x,
/// <c>{ }</c> at either end is context and no part of the expression, <c>/</c> parts two expressions and what joins them.
/// </summary>
internal sealed class TimePattern(IReadOnlyDictionary<string, string> definitions)
{
    private string[] words = [];
    private int at;

    public IEnumerable<Element[]> Sequences(string pattern)
    {
        foreach (var (sign, spaced) in Signs)
        {
            pattern = pattern.Replace(sign, spaced, StringComparison.Ordinal);
        }
        words = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        at = 0;
        return Alternatives().Where(sequence => sequence.Length > 0);
    }

    private static readonly (string, string)[] Signs = [.. "()[]{}|".Select(c => (c.ToString(), $" {c} "))];

    private List<Element[]> Alternatives()
    {
        var found = Sequence();
        while (at < words.Length && words[at] == "|")
        {
            at++;
            found.AddRange(Sequence());
        }
        return found;
    }

    private List<Element[]> Sequence()
    {
        List<Element[]> found =
        [
            [],
        ];
        while (at < words.Length && words[at] is not ("|" or ")" or "]" or "}"))
        {
            var next = Next();
            found = [.. found.SelectMany(head => next.Select(tail => (Element[])[.. head, .. tail]))];
        }
        return found;
    }

    private List<Element[]> Next()
    {
        var word = words[at++];
        switch (word)
        {
            case "(" or "[":
                var inner = Alternatives();
                at++;
                return word == "[" ? [.. inner, []] : inner;
            case "{":
                var first = at == 1 || words[at - 2] == "|";
                var context = Alternatives();
                at++;
                var sign = new Element(null, first ? Element.Start : Element.End);
                return [.. context.Select(c => first ? (Element[])[.. c, sign] : [sign, .. c])];
            case ['<', .. var name, '>']:
                return [.. new TimePattern(definitions).Sequences(definitions[name])];
            default:
                return
                [
                    [
                        char.IsAsciiLetterUpper(word[0])
                            ? new Element(Enum.Parse<TimeClass>(word), "")
                            : new Element(null, word),
                    ],
                ];
        }
    }
}
