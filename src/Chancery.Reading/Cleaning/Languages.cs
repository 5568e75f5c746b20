using System.Collections.Frozen;

namespace Chancery.Reading.Cleaning;

/// <summary>
/// Tells a text's language: by its script where the script has one language, else by the words that every text of a
/// language is full of (<c>Words/function-words.txt</c>).
/// </summary>
public static class Languages
{
    private static readonly FrozenDictionary<string, string[]> ByWord = Read();

    /// <summary>How many words are looked at: the shares settle long before.</summary>
    private const int WordsRead = 400;

    /// <summary>BCP 47 primary language of the text, else the declared one, else "und".</summary>
    public static string Of(string headline, string text, string? declared)
    {
        string? told =
            ByScript(text.Length > 0 ? text : headline)
            ?? ByCyrillicLetters(text.Length > 0 ? text : headline);
        told ??= ByFunctionWords(text.Length >= 40 ? text : $"{headline} {text}");
        return told ?? Primary(declared) ?? "und";
    }

    private static string? Primary(string? tag)
    {
        string? primary = tag?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int letters = 0,
            kana = 0,
            han = 0,
            hangul = 0,
            greek = 0,
            hebrew = 0,
            thai = 0,
            georgian = 0,
            armenian = 0,
            devanagari = 0,
            bengali = 0,
            tamil = 0;
        foreach (char c in text[..Math.Min(text.Length, 2000)])
        {
            letters += char.IsLetter(c) ? 1 : 0;
            switch (c)
            {
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
                case >= '\uAC00' and <= '\uD7AF':
                    hangul++;
                    break;
                case >= '\u0370' and <= '\u03FF':
                    greek++;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
                case >= '\u0E00' and <= '\u0E7F':
                    thai++;
                    break;
                case >= '\u10A0' and <= '\u10FF':
                    georgian++;
                    break;
                case >= '\u0530' and <= '\u058F':
                    armenian++;
                    break;
                case >= '\u0900' and <= '\u097F':
                    devanagari++;
                    break;
                case >= '\u0980' and <= '\u09FF':
                    bengali++;
                    break;
                case >= '\u0B80' and <= '\u0BFF':
                    tamil++;
                    break;
                default:
                    break;
            }
        }

        int half = Math.Max(letters / 2, 1);
        return hangul >= half ? "ko"
            : kana + han >= half ? (kana * 10 >= han ? "ja" : "zh")
            : greek >= half ? "el"
            : hebrew >= half ? "he"
            : thai >= half ? "th"
            : georgian >= half ? "ka"
            : armenian >= half ? "hy"
            : devanagari >= half ? "hi"
            : bengali >= half ? "bn"
            : tamil >= half ? "ta"
            : null;
    }

    /// <summary>Letters that one Cyrillic alphabet has and its neighbours have not.</summary>
    private static string? ByCyrillicLetters(ReadOnlySpan<char> text)
    {
        const int Looked = 2000;
        text = text[..Math.Min(text.Length, Looked)];
        return text.IndexOf('ў') >= 0 ? "be"
            : text.IndexOfAny('ї', 'є') >= 0 ? "uk"
            : text.IndexOfAny('ы', 'э') >= 0 ? "ru"
            : text.IndexOfAny('ђ', 'ћ') >= 0 ? "sr"
            : text.IndexOfAny('ѓ', 'ќ') >= 0 ? "mk"
            : null;
    }

    private static string? ByFunctionWords(string text)
    {
        var score = new Dictionary<string, double>(StringComparer.Ordinal);
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[24];
        int words = 0;
        for (int at = 0; at < text.Length && words < WordsRead; )
        {
            int start = at;
            while (
                at < text.Length
                && (
                    char.IsLetter(text[at])
                    || char.GetUnicodeCategory(text[at])
                        == System.Globalization.UnicodeCategory.NonSpacingMark
                )
            )
            {
                at++;
            }

            int length = at - start;
            if (length == 0)
            {
                at++;
                continue;
            }

            words++;
            if (length > lower.Length)
            {
                continue;
            }

            text.AsSpan(start, length).ToLowerInvariant(lower);
            if (lookup.TryGetValue(lower[..length], out string[]? languages))
            {
                foreach (string language in languages)
                {
                    score[language] = score.GetValueOrDefault(language) + (1.0 / languages.Length);
                }
            }
        }

        if (score.Count == 0)
        {
            return null;
        }

        var best = score.MaxBy(pair => (pair.Value, pair.Key));
        return best.Value >= 1 && best.Value >= words * 0.04 ? best.Key : null;
    }

    private static FrozenDictionary<string, string[]> Read()
    {
        var map = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string line in Words.Lines("function-words"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (string word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!map.TryGetValue(word, out List<string>? languages))
                {
                    map[word] = languages = [];
                }

                languages.Add(line[..colon]);
            }
        }

        return map.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
