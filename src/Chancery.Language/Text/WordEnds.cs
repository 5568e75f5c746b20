using System.Collections.Frozen;

namespace Chancery.Language.Text;

/// <summary>Where a word ends, and which of its ends are words of their own.</summary>
internal sealed class WordEnds(TextLexicon lexicon)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes =
        lexicon.Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> platforms =
        lexicon.Platforms.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> units =
        lexicon.Units.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> clitics =
        lexicon.Clitics.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> contractions =
        lexicon.Contractions.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<
        ReadOnlySpan<char>
    > abbreviations = lexicon.Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the word at <paramref name="start"/> with its clitics, and returns where the next token begins.</summary>
    public int Add(ReadOnlySpan<char> text, int start, int end, TokenList tokens, ref Gap gap)
    {
        var stop = Core(text, start, end);
        if (stop < end && text[stop] == '.' && KeepsStop(text, start, stop, end))
        {
            tokens.Add(start, stop + 1, ref gap);
            return stop + 1;
        }
        if (stop < end && text[stop] == '$' && stop - start <= 3 && char.IsAsciiLetterUpper(text[start]))
        {
            tokens.Add(start, stop + 1, ref gap);
            return stop + 1;
        }
        var word = text[start..stop];
        if (char.IsAsciiDigit(word[0]) && word.IndexOfAnyExceptInRange('0', '9') > 0)
        {
            var letters = stop;
            while (letters > start && char.IsAsciiLetter(text[letters - 1]))
            {
                letters--;
            }
            if (letters < stop && units.Contains(text[letters..stop]) && char.IsAsciiDigit(text[letters - 1]))
            {
                tokens.Add(start, letters, ref gap);
                tokens.Add(letters, stop, ref gap);
                return stop;
            }
        }
        if (contractions.TryGetValue(word, out var at))
        {
            tokens.Add(start, start + at, ref gap);
            tokens.AddWithin(start + at, stop);
            return stop;
        }
        var clitic = Clitic(word);
        tokens.Add(start, stop - clitic, ref gap);
        if (clitic > 0)
        {
            tokens.AddWithin(stop - clitic, stop);
        }
        return stop;
    }

    /// <summary>The length of an ending such as "'s" or "n't" in <paramref name="word"/>, or zero.</summary>
    private int Clitic(ReadOnlySpan<char> word)
    {
        for (var i = word.Length - 1; i >= Math.Max(1, word.Length - 3); i--)
        {
            if (!Glyphs.Apostrophe(word[i]))
            {
                continue;
            }
            var negated = word[i - 1] is 'n' or 'N' && i > 1 ? i - 1 : i;
            return IsClitic(word[negated..], i - negated) ? word.Length - negated
                : IsClitic(word[i..], 0) ? word.Length - i
                : 0;
        }
        return 0;
    }

    private bool IsClitic(ReadOnlySpan<char> ending, int apostrophe)
    {
        if (ending.Length > 4)
        {
            return false;
        }
        Span<char> straight = stackalloc char[ending.Length];
        ending.CopyTo(straight);
        straight[apostrophe] = '\'';
        return clitics.Contains(straight);
    }

    /// <summary>The length of a word that begins with an apostrophe ("'s", "'90s"), or zero.</summary>
    public int ApostropheWord(ReadOnlySpan<char> text, int i, int end)
    {
        var stop = i + 1;
        while (stop < end && char.IsLetterOrDigit(text[stop]))
        {
            stop++;
        }
        var word = text[i..stop];
        if (IsClitic(word, 0))
        {
            return word.Length;
        }
        return word.Length is 3 or 4 && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[2])
            ? word.Length
            : 0;
    }

    private bool KeepsStop(ReadOnlySpan<char> text, int start, int stop, int end)
    {
        if (stop + 1 < end && text[stop + 1] == '.')
        {
            return false;
        }
        var word = text[start..stop];
        if (word.Length == 1)
        {
            // "wrote on X. Then …": a platform behind a word in small letters is no initial.
            return char.IsUpper(word[0]) && !(platforms.Contains(word) && BehindSmall(text, start));
        }
        if (word.Length <= 8 && word[1] == '.' && Acronym(word))
        {
            return true;
        }
        return abbreviations.TryGetValue(word, out var kind)
            && (kind != Abbreviation.Number || NumberFollows(text, stop + 1));
    }

    /// <summary>The word before begins with a small letter: "on", but no name.</summary>
    private static bool BehindSmall(ReadOnlySpan<char> text, int start)
    {
        var at = start - 1;
        while (at > 0 && char.IsLetter(text[at - 1]))
        {
            at--;
        }
        return at >= 0 && at < start - 1 && char.IsLower(text[at]);
    }

    private static bool Acronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }
        return word.Length % 2 == 1;
    }

    private static bool NumberFollows(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && Glyphs.Parts(text[i]))
        {
            i++;
        }
        return i < text.Length && char.IsAsciiDigit(text[i]);
    }

    /// <summary>The end of the word without clitics: over what joins inside words and figures.</summary>
    private int Core(ReadOnlySpan<char> text, int start, int end)
    {
        if (char.IsAsciiDigit(text[start]) && Figures.Joined(text[start..end]) is var length and > 0)
        {
            return start + length;
        }
        var i = start + 1;
        while (i < end)
        {
            var c = text[i];
            if (Glyphs.InWord(c))
            {
                i++;
                continue;
            }
            if (i + 1 >= end || !Glyphs.InWord(text[i + 1]))
            {
                break;
            }
            var before = text[i - 1];
            var after = text[i + 1];
            var joins = c switch
            {
                '.' => (char.IsLetterOrDigit(before) && char.IsLower(after) && char.IsLower(before))
                    || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
                    || SingleLetter(text, start, i),
                ',' or ':' => char.IsAsciiDigit(before)
                    && char.IsAsciiDigit(after)
                    && (c == ':' || Thousands(text, i, end)),
                '/' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
                '&' => char.IsUpper(before) && char.IsUpper(after),
                _ => Glyphs.Apostrophe(c)
                    ? c != '`' || IsClitic(text[i..Math.Min(end, i + 2)], 0)
                    : Glyphs.Hyphen(c) && prefixes.Contains(text[start..i]) && char.IsLetterOrDigit(after),
            };
            if (!joins)
            {
                break;
            }
            i++;
        }
        return i;
    }

    private static bool SingleLetter(ReadOnlySpan<char> text, int start, int i) =>
        char.IsLetter(text[i - 1]) && (i - 1 == start || text[i - 2] == '.');

    private static bool Thousands(ReadOnlySpan<char> text, int i, int end) =>
        i + 3 < end
        && char.IsAsciiDigit(text[i + 2])
        && char.IsAsciiDigit(text[i + 3])
        && (i + 4 >= end || !char.IsAsciiDigit(text[i + 4]));
}
