using System.Collections.Frozen;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Pages.Tree;

/// <summary>What an element's class, id, role, <c>itemprop</c> or test id says it is. Names are hints, never proofs.</summary>
[Flags]
internal enum Hints
{
    None = 0,

    /// <summary>The article's text.</summary>
    Body = 1 << 0,

    /// <summary>The article as a whole, or the page's main part.</summary>
    Container = 1 << 1,

    /// <summary>Menus, sharing, advertisements, sign-ups, related stories: never the article.</summary>
    Furniture = 1 << 2,

    /// <summary>Boxes and side columns: seldom the article.</summary>
    Beside = 1 << 3,
    Comments = 1 << 4,
    Caption = 1 << 5,

    /// <summary>Author's name, date, reading time.</summary>
    Byline = 1 << 6,
    Dek = 1 << 7,
    Headline = 1 << 8,
    Hidden = 1 << 9,
    PullQuote = 1 << 10,
    Correction = 1 << 11,
    LiveEntry = 1 << 12,
    Paywall = 1 << 13,
    Author = 1 << 14,
    Time = 1 << 15,
    Gallery = 1 << 16,
    Tags = 1 << 17,

    /// <summary>Consent to cookies and the like.</summary>
    Notice = 1 << 18,

    /// <summary>Whose a picture is.</summary>
    Credit = 1 << 19,
}

/// <param name="Hints">What a name says.</param>
/// <param name="Word">The number of the word that says furniture or a box, 0 for none.</param>
internal sealed record HintWord(Hints Hints, ushort Word);

/// <summary>Reads names of classes by the words they are made of (<c>Words/class-words.txt</c>).</summary>
internal static class HintWords
{
    private static readonly FrozenDictionary<string, HintWord> ByWord = Read();

    /// <summary>How many words the list has; words are numbered from 1.</summary>
    public static int Count => ByWord.Count;

    /// <summary>The longest run of words that the list knows.</summary>
    private const int MaxRun = 3;

    /// <param name="names">One attribute's value: names apart by spaces, words in them by "-", "_" or a capital.</param>
    /// <returns>All that the names say, and the number of the last word that spoke of furniture or of a box.</returns>
    public static HintWord Of(ReadOnlySpan<char> names)
    {
        ushort word = 0;
        Span<char> buffer = stackalloc char[128];
        Span<int> starts = stackalloc int[24];
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Hints hints = Hints.None;
        foreach (Range range in names.Split(' '))
        {
            ReadOnlySpan<char> name = names[range];
            int length = 0;
            int words = 0;
            bool open = false;
            for (int i = 0; i < name.Length && length < buffer.Length - 2 && words < starts.Length; i++)
            {
                char c = name[i];
                if (!char.IsLetter(c))
                {
                    open = false;
                    continue;
                }

                bool capital = char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1]);
                if (!open || capital)
                {
                    if (length > 0)
                    {
                        buffer[length++] = '-';
                    }

                    starts[words++] = length;
                    open = true;
                }

                buffer[length++] = char.ToLowerInvariant(c);
            }

            for (int first = 0; first < words; first++)
            {
                for (int last = first; last < Math.Min(words, first + MaxRun); last++)
                {
                    int end = last + 1 < words ? starts[last + 1] - 1 : length;
                    if (lookup.TryGetValue(buffer[starts[first]..end], out var found))
                    {
                        hints |= found.Hints;
                        word =
                            (found.Hints & (Hints.Furniture | Hints.Beside | Hints.Notice)) != 0
                                ? found.Word
                                : word;
                    }
                }
            }
        }

        return new HintWord(hints, word);
    }

    private static FrozenDictionary<string, HintWord> Read()
    {
        var map = new Dictionary<string, Hints>(StringComparer.Ordinal);
        foreach (string line in Words.Lines("class-words"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            var hint = Enum.Parse<Hints>(line.AsSpan(0, colon), ignoreCase: true);
            foreach (string word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                map[word] = map.GetValueOrDefault(word) | hint;
            }
        }

        int number = 0;
        return map.ToFrozenDictionary(
            pair => pair.Key,
            pair => new HintWord(pair.Value, (ushort)++number),
            StringComparer.Ordinal
        );
    }
}
