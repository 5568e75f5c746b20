namespace Chancery.Language.Text;

/// <summary>
/// Parts text into syntactic words after the conventions of UD English: clitics and hyphened words part, an abbreviation
/// keeps its stop, figures part from their units, addresses stay whole. Every token cuts its own characters out of the
/// text; nothing is normalised. Linear in the text; knows no words but those of its lexicon. Safe for many threads.
/// </summary>
public sealed class Tokenizer(TextLexicon lexicon)
{
    private readonly WordEnds words = new(lexicon);

    /// <summary>Fills <paramref name="tokens"/>, cleared first, with the tokens of <paramref name="text"/>.</summary>
    public void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        tokens.Clear();
        var gap = Gap.BlankLine;
        var i = 0;
        while (i < text.Length)
        {
            if (Glyphs.Parts(text[i]))
            {
                (i, var found) = Blank(text, i);
                gap = (Gap)Math.Max((byte)gap, (byte)found);
                continue;
            }
            var end = i + 1;
            while (end < text.Length && !Glyphs.Parts(text[end]))
            {
                end++;
            }
            Chunk(text, i, end, tokens, gap);
            gap = Gap.None;
            i = end;
        }
    }

    private static (int End, Gap Gap) Blank(ReadOnlySpan<char> text, int i)
    {
        var lines = 0;
        while (i < text.Length && Glyphs.Parts(text[i]))
        {
            lines += text[i] switch
            {
                '\n' => 1,
                '\r' when i + 1 >= text.Length || text[i + 1] != '\n' => 1,
                '\u2029' => 2,
                '\u2028' or '\u0085' or '\f' or '\v' => 1,
                _ => 0,
            };
            i++;
        }
        return (
            i,
            lines > 1 ? Gap.BlankLine
            : lines == 1 ? Gap.NewLine
            : Gap.Space
        );
    }

    private void Chunk(ReadOnlySpan<char> text, int start, int end, TokenList tokens, Gap gap)
    {
        var fresh = true;
        while (start < end)
        {
            if (fresh && Addresses.End(text[start..end]) is var length and > 0)
            {
                tokens.Add(start, start + length, ref gap);
                start += length;
                continue;
            }
            fresh = !Glyphs.InWord(text[start]);
            start =
                !fresh || StartsWord(text, start, end)
                    ? words.Add(text, start, end, tokens, ref gap)
                    : Mark(text, start, end, tokens, ref gap);
        }
    }

    /// <summary>"#tag", "@name" and the year "'90s" or the clitic "'s" begin with a sign of their own.</summary>
    private bool StartsWord(ReadOnlySpan<char> text, int i, int end)
    {
        if (i + 1 >= end || !Glyphs.InWord(text[i + 1]))
        {
            return false;
        }
        if (text[i] is '#' or '@')
        {
            return char.IsLetter(text[i + 1]) && (i == 0 || !Glyphs.InWord(text[i - 1]));
        }
        return Glyphs.Apostrophe(text[i]) && words.ApostropheWord(text, i, end) > 0;
    }

    /// <summary>A mark, or a run of one mark where a run is one sign ("...", "!!!", "--").</summary>
    private static int Mark(ReadOnlySpan<char> text, int start, int end, TokenList tokens, ref Gap gap)
    {
        var c = text[start];
        var i = start + 1;
        if (Faces.Length(text[start..end]) is var face and > 0)
        {
            i = start + face;
        }
        else if (char.IsHighSurrogate(c))
        {
            i = Pictures.End(text, start, end);
        }
        else if (c is '!' or '?')
        {
            while (i < end && text[i] is '!' or '?')
            {
                i++;
            }
        }
        else if (c is '.' or '-' or '=' or '*' or '_' or '~' or '+' or '<' or '>' or '\u2026' or '\u2014')
        {
            while (i < end && text[i] == c)
            {
                i++;
            }
        }
        else if (c is '\'' or '`' or '\u2019' or '\u2018' && i < end && text[i] is '\'' or '`' or '\u2019')
        {
            i += i < end && text[i] == c || (c == '\u2018' && i < end && text[i] == '\u2019') ? 1 : 0;
        }
        tokens.Add(start, i, ref gap);
        return i;
    }
}
