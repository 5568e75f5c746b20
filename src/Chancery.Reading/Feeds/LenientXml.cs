using System.Buffers;

namespace Chancery.Reading.Feeds;

/// <summary>
/// XML as feeds hold it, read to its end whatever is wrong with it: loose ampersands, tags never closed or closed in
/// the wrong order, attributes without quotation marks, CDATA without an end. No DTD is read, and nothing outside.
/// </summary>
internal sealed class LenientXml
{
    /// <summary>Elements open at once; deeper ones stand beside one another.</summary>
    private const int Depth = 200;

    private const int MaxElements = 500_000;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/<>=");

    private readonly Element document = new("", "", "", null);
    private readonly List<(string Prefix, string Space, int Depth)> spaces = [];
    private readonly string text;
    private Element open;
    private int at;
    private int count;
    private bool endless;

    private LenientXml(string text)
    {
        this.text = text;
        open = document;
    }

    /// <returns>The document: an element without a name around all others.</returns>
    public static Element Read(string text)
    {
        var reader = new LenientXml(text);
        reader.Run();
        return reader.document;
    }

    private void Run()
    {
        while (at < text.Length && count < MaxElements)
        {
            var tag = text.IndexOf('<', at);
            if (tag < 0)
                tag = text.Length;
            if (tag > at)
                open.Add(Entities.Decode(text.AsSpan(at, tag - at)));
            at = tag;
            if (at < text.Length)
                Tag();
        }
    }

    private void Tag()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
            at = After("-->", 4);
        else if (rest.StartsWith("<![CDATA["))
            Cdata();
        else if (rest.StartsWith("<?"))
            at = After(">", 2);
        else if (rest.StartsWith("<!"))
            Doctype();
        else if (rest.StartsWith("</"))
            End();
        else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '_' or ':'))
            Start();
        else
        {
            open.Add("<");
            at++;
        }
    }

    private int After(string mark, int from)
    {
        var end = text.IndexOf(mark, Math.Min(text.Length, at + from), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + mark.Length;
    }

    private void Cdata()
    {
        var begin = at + 9;
        // Asked once only: a feed of a million sections without an end would be searched a million times.
        var end = endless ? -1 : text.IndexOf("]]>", begin, StringComparison.Ordinal);
        if (end < 0)
        {
            endless = true;
            // Without an end the section would swallow the feed: it ends where its element does.
            end = text.IndexOf("</", begin, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            open.Add(text[begin..end]);
            at = end;
            return;
        }
        open.Add(text[begin..end]);
        at = end + 3;
    }

    /// <summary>Steps over a document type and the entities it declares.</summary>
    private void Doctype()
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '[')
                depth++;
            else if (text[at] == ']')
                depth--;
            else if (text[at] == '>' && depth <= 0)
            {
                at++;
                return;
            }
        }
    }

    private void End()
    {
        var close = text.IndexOf('>', at);
        close = close < 0 ? text.Length : close;
        var name = text.AsSpan(at + 2, close - at - 2).Trim();
        at = Math.Min(text.Length, close + 1);
        var local = name[(name.IndexOf(':') + 1)..];
        for (var element = open; element.Parent is not null; element = element.Parent)
            if (local.Equals(element.Name, StringComparison.OrdinalIgnoreCase))
            {
                Close(element);
                return;
            }
    }

    private void Close(Element element)
    {
        open = element.Parent!;
        while (spaces.Count > 0 && spaces[^1].Depth > open.Depth)
            spaces.RemoveAt(spaces.Count - 1);
    }

    private void Start()
    {
        at++;
        var written = Name();
        var attributes = Attributes();
        var isEmpty = at < text.Length && text[at] == '/';
        at = Math.Min(
            text.Length,
            text.IndexOf('>', Math.Min(at, text.Length)) is var close and >= 0 ? close + 1 : text.Length
        );
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var local = written[(colon + 1)..].ToLowerInvariant();
        if (open.Depth >= Depth)
            Close(open);
        // An item inside an item is one whose end was forgotten.
        if (local is "item" or "entry" && Enclosing(local) is { } forgotten)
            Close(forgotten);
        if (attributes is not null)
            Declare(attributes);
        var space = SpaceOf(colon < 0 ? "" : written[..colon]);
        var element = new Element(
            space,
            local,
            space is "xhtml" or "svg" ? written[(colon + 1)..] : written,
            open
        )
        {
            Attributes = attributes ?? [],
        };
        open.Add(element);
        count++;
        if (isEmpty)
            Undeclare(element.Depth);
        else
            open = element;
    }

    private Element? Enclosing(string name)
    {
        for (var element = open; element.Parent is not null; element = element.Parent)
        {
            if (element.Name == name && element.Space is "" or "atom" && element.Name == name)
                return element;
            if (element.Space is "xhtml" or "svg")
                return null;
        }
        return null;
    }

    private string Name()
    {
        var end = text.AsSpan(at).IndexOfAny(NameEnds);
        var name = end < 0 ? text[at..] : text.Substring(at, end);
        at += name.Length;
        return name;
    }

    private List<(string Name, string Value)>? Attributes()
    {
        List<(string, string)>? attributes = null;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (
                at >= text.Length
                || text[at] == '>'
                || text[at] == '<'
                || text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>'
            )
                break;
            var name = Name();
            if (name.Length == 0)
            {
                at++;
                continue;
            }
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            (attributes ??= []).Add((name, at < text.Length && text[at] == '=' ? Value() : ""));
        }
        return attributes;
    }

    private string Value()
    {
        at++;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= text.Length)
            return "";
        var quote = text[at];
        int end;
        if (quote is '"' or '\'')
        {
            at++;
            end = text.IndexOf(quote, at);
        }
        else
        {
            end = text.AsSpan(at).IndexOfAny(" \t\r\n>");
            end = end < 0 ? -1 : at + end;
        }
        end = end < 0 ? text.Length : end;
        var value = Entities.Decode(text.AsSpan(at, end - at));
        at = quote is '"' or '\'' ? Math.Min(text.Length, end + 1) : end;
        return value;
    }

    private void Declare(List<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            if (name == "xmlns")
                spaces.Add(("", Spaces.Of(value) ?? "", open.Depth + 1));
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
                spaces.Add((name[6..], Spaces.Of(value) ?? name[6..].ToLowerInvariant(), open.Depth + 1));
    }

    private void Undeclare(int depth)
    {
        while (spaces.Count > 0 && spaces[^1].Depth >= depth)
            spaces.RemoveAt(spaces.Count - 1);
    }

    /// <summary>A prefix that nobody declared is taken for the namespace it is the habit for.</summary>
    private string SpaceOf(string prefix)
    {
        for (var i = spaces.Count - 1; i >= 0; i--)
            if (spaces[i].Prefix == prefix)
                return spaces[i].Space;
        return prefix.ToLowerInvariant();
    }
}
