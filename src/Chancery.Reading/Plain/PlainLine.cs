using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>One line of a text saved from a page, and what it looks like.</summary>
internal sealed class PlainLine(string text)
{
    public string Text { get; } = text;

    public LineKind Kind { get; } = Lines.KindOf(text);

    public bool IsCaption { get; } = Captions.IsCaption(text);

    /// <summary>Characters; letters of scripts that write a word in one or two count twice.</summary>
    public int Size { get; } = text.Length * (IsDense(text) ? 2 : 1);

    /// <summary>A line of prose: long with marks of sentences, or a short whole sentence.</summary>
    public bool IsProse { get; } = LooksLikeProse(text);

    private static readonly System.Buffers.SearchValues<char> SentenceMarks =
        System.Buffers.SearchValues.Create(".,;，、。");

    private static bool LooksLikeProse(string text)
    {
        int size = text.Length * (IsDense(text) ? 2 : 1);
        bool ends =
            text.TrimEnd('"', '”', '’', '\'', ')', '»', ']', ' ')
            is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '」'];
        int words = text.AsSpan().Count(' ') + 1;
        return ends
            ? size >= 40 && (words >= 6 || IsDense(text))
            : size >= 140 && text.AsSpan().ContainsAny(SentenceMarks);
    }

    private static bool IsDense(string text)
    {
        int dense = 0;
        int looked = Math.Min(text.Length, 30);
        for (int i = 0; i < looked; i++)
        {
            dense += text[i] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
        }

        return dense * 2 > looked;
    }
}
