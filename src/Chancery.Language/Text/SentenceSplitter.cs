using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Language.Text;

/// <summary>Parts tokens into sentences. A blank line always parts; lost ones are made good where the marks tell.</summary>
public sealed class SentenceSplitter(TextLexicon lexicon)
{
    /// <summary>Longer stretches without an end are cut here, so that no text can make the parser slow.</summary>
    public const int Longest = 320;

    private readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<
        ReadOnlySpan<char>
    > abbreviations = lexicon.Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters =
        lexicon.Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Split(ReadOnlySpan<char> text, TokenList tokens, List<Sentence> sentences)
    {
        sentences.Clear();
        var passages = tokens.Passages;
        var first = 0;
        for (var i = 0; i < passages.Length; i++)
        {
            if (i + 1 == passages.Length || i + 1 - first >= Longest || Ends(text, tokens, i, first))
            {
                sentences.Add(
                    new Sentence(
                        first,
                        i + 1 - first,
                        Passage.Between(passages[first].Start, passages[i].End)
                    )
                );
                first = i + 1;
            }
        }
    }

    /// <summary>Whether the sentence that began at <paramref name="first"/> ends with token <paramref name="i"/>.</summary>
    private bool Ends(ReadOnlySpan<char> text, TokenList tokens, int i, int first)
    {
        var gap = tokens.Gaps[i + 1];
        if (gap == Gap.BlankLine)
        {
            return true;
        }
        var next = tokens.Passages[i + 1].In(text);
        var mark = i;
        while (
            mark > first
            && tokens.Gaps[mark] is Gap.None or Gap.Within
            && Closing(tokens.Passages[mark].In(text))
        )
        {
            mark--;
        }
        var word = tokens.Passages[mark].In(text);
        if (gap == Gap.None && Glued(text, tokens, mark, next))
        {
            return true;
        }
        if (gap is Gap.None or Gap.Within || Glyphs.Stops(next[0]) || Faces.Length(next) > 0)
        {
            return false;
        }
        if (!Glyphs.Stops(word[^1]))
        {
            return mark == i && char.IsUpper(next[0]) && Faces.Length(word) > 0;
        }
        if (mark == first + 1 && word is "." && char.IsAsciiDigit(tokens.Passages[first].In(text)[0]))
        {
            // "2." at the head of a sentence numbers it.
            return false;
        }
        if (char.IsLetterOrDigit(word[0]) && word.Length > 1)
        {
            return EndsAfterAbbreviation(word, next, gap);
        }
        if (gap == Gap.NewLine)
        {
            return true;
        }
        return char.IsLower(next[0])
            ? mark == i && word[^1] is '.' or '!' or '?' && !word.StartsWith("..", StringComparison.Ordinal)
            : next[0] is not (')' or ']' or '\u201D');
    }

    /// <summary>"the new tariffs.The analysts": a page that lost its lines leaves a small letter, a stop and a capital side by side.</summary>
    private static bool Glued(ReadOnlySpan<char> text, TokenList tokens, int mark, ReadOnlySpan<char> next) =>
        mark > 0
        && tokens.Passages[mark].In(text) is "." or "?" or "!"
        && tokens.Gaps[mark] == Gap.None
        && tokens.Passages[mark - 1].In(text) is { Length: > 1 } word
        && char.IsLower(word[^1])
        && next.Length > 1
        && char.IsUpper(next[0])
        && char.IsLower(next[1]);

    private bool EndsAfterAbbreviation(ReadOnlySpan<char> word, ReadOnlySpan<char> next, Gap gap)
    {
        if (gap == Gap.NewLine)
        {
            return true;
        }
        if (!char.IsUpper(next[0]) && !Glyphs.Opens(next[0]))
        {
            return false;
        }
        if (word.Length == 2)
        {
            return false;
        }
        return !(abbreviations.TryGetValue(word[..^1], out var kind) && kind != Abbreviation.After)
            && (starters.Contains(next) || Glyphs.Opens(next[0]));
    }

    private static bool Closing(ReadOnlySpan<char> token) => token.Length <= 2 && Glyphs.Closes(token[0]);
}
