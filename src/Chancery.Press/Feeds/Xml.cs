using System.Buffers;
using System.Text;
using System.Xml;

namespace Chancery.Press.Feeds;

/// <summary>XML 1.0 as UTF-8 bytes without a byte order mark.</summary>
internal static class Xml
{
    private static readonly XmlWriterSettings Form = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
    };

    private static readonly XmlWriterSettings Unspaced = new() { Encoding = new UTF8Encoding(false) };

    public static byte[] Of(Action<XmlWriter> write) => Of(write, Form);

    /// <summary>Without line breaks: for formats in which white space is text.</summary>
    public static byte[] Flat(Action<XmlWriter> write) => Of(write, Unspaced);

    private static byte[] Of(Action<XmlWriter> write, XmlWriterSettings form)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, form))
            write(xml);
        return memory.ToArray();
    }

    /// <summary>The text without the characters that XML 1.0 cannot carry (section 2.2): controls, lone surrogates.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }

    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(c => (char)c),
        .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        '\uFFFE',
        '\uFFFF',
    ]);
}
