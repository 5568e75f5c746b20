using System.Text;
using AngleSharp.Dom;

namespace Chancery.Reading.Pages.Tree;

/// <summary>Walks a parsed document once and lays it out flat.</summary>
internal sealed class TreeWalk
{
    // Arrays, not lists: code made ahead of time knows no list of our own values.
    private Node[] nodes = new Node[1024];
    private int nodeCount;
    private TextBlock[] blocks = new TextBlock[512];
    private int blockCount;
    private readonly StringBuilder text = new(32 * 1024);
    private readonly PageFinds finds = new();
    private readonly Dictionary<string, HintWord> known = new(StringComparer.Ordinal);

    private TextBlock current;
    private bool pendingSpace;
    private int breaks;
    private int linkDepth;
    private int strongDepth;
    private int scope = PageFinds.NoScope;

    public static PageTree Of(IElement body)
    {
        var walk = new TreeWalk();
        walk.Element(body, Tag.Body, -1);
        return new PageTree(
            walk.nodes[..walk.nodeCount],
            walk.blocks[..walk.blockCount],
            walk.text.ToString()
        )
        {
            Finds = walk.finds,
        };
    }

    private void Element(IElement element, Tag tag, int parent)
    {
        int self = nodeCount;
        Flush(parent);
        int outer = scope;
        Hints hints = Attributes(element, tag, self, out ushort word);
        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, nodeCount * 2);
        }

        nodes[nodeCount++] = new Node
        {
            Tag = tag,
            Parent = parent,
            FirstBlock = blockCount,
            Hints = hints,
            Word = word,
        };
        current.Node = self;
        Children(element, self);
        Flush(self);
        scope = outer;
        ref Node node = ref nodes[self];
        node.End = nodeCount;
        node.EndBlock = blockCount;
        if (
            (node.Hints & Hints.Author) != 0
            && node.EndBlock > node.FirstBlock
            && node.EndBlock - node.FirstBlock < 12
        )
        {
            finds.Authors.Add(new(self, Joined(node.FirstBlock, node.EndBlock)));
        }
    }

    private void Children(IElement element, int self)
    {
        INodeList children = element.ChildNodes;
        int count = children.Length;
        for (int i = 0; i < count; i++)
        {
            switch (children[i])
            {
                case IText words:
                    Append(words.Data);
                    break;
                case IElement child:
                    Child(child, self);
                    break;
                default:
                    break;
            }
        }
    }

    private void Child(IElement child, int self)
    {
        Tag tag = Tags.Of(child.LocalName);
        switch (tag)
        {
            case Tag.Skipped:
                SkippedFinds(child);
                break;
            case Tag.Break:
                breaks++;
                if (breaks == 2)
                {
                    Flush(self);
                }

                pendingSpace = true;
                break;
            case Tag.Image:
                Image(child, self);
                break;
            case Tag.Link or Tag.Inline or Tag.Time:
                Inline(child, tag, self);
                break;
            default:
                Element(child, tag, self);
                Flush(self);
                current.Node = self;
                break;
        }
    }

    private void Inline(IElement child, Tag tag, int self)
    {
        bool strong = tag == Tag.Inline && child.LocalName is "b" or "strong";
        int outer = scope;
        Hints hints = Attributes(child, tag, self, out _);
        const Hints Apart = Hints.Furniture | Hints.Hidden | Hints.Caption | Hints.Comments;
        if (tag == Tag.Inline && (hints & Apart) != 0 && nodes[self].Tag != Tag.Preformatted)
        {
            scope = outer;
            Element(child, Tag.Block, self);
            Flush(self);
            current.Node = self;
            return;
        }

        int start = text.Length;
        int firstBlock = blockCount;
        linkDepth += tag == Tag.Link ? 1 : 0;
        strongDepth += strong ? 1 : 0;
        int before = current.Length;
        Children(child, self);
        scope = outer;
        linkDepth -= tag == Tag.Link ? 1 : 0;
        strongDepth -= strong ? 1 : 0;
        if (tag == Tag.Link && (current.Length > before || blockCount > firstBlock))
        {
            current.Links++;
        }

        if ((hints & Hints.Author) != 0 && text.Length > start && text.Length - start < 200)
        {
            string name = text.ToString(start, text.Length - start).Trim();
            finds.Authors.Add(new(self, name));
            if (tag == Tag.Link && AuthorPages.IsAccount(child.GetAttribute("href")))
            {
                finds.Accounts.Add(name);
            }
        }
    }

    private void Append(string words)
    {
        bool spaced = pendingSpace;
        int appended = 0;
        int from = 0;
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            if (
                c > ' '
                && c
                    is not (
                        '\u00A0'
                        or '\u200B'
                        or '\u00AD'
                        or '\uFEFF'
                        or '\u2009'
                        or '\u202F'
                        or '\u2003'
                        or '\u2002'
                    )
            )
            {
                continue;
            }

            if (i > from)
            {
                appended += Put(words.AsSpan(from, i - from), ref spaced);
            }

            spaced |= c is not ('\u200B' or '\u00AD' or '\uFEFF');
            from = i + 1;
        }

        if (words.Length > from)
        {
            appended += Put(words.AsSpan(from), ref spaced);
        }

        pendingSpace = spaced;
        current.LinkLength += linkDepth > 0 ? appended : 0;
        current.StrongLength += strongDepth > 0 ? appended : 0;
    }

    private int Put(ReadOnlySpan<char> word, ref bool spaced)
    {
        int added = word.Length;
        if (current.Length == 0)
        {
            current.Start = text.Length;
        }
        else if (spaced)
        {
            text.Append(breaks > 0 ? '\n' : ' ');
            added++;
        }

        breaks = 0;
        spaced = false;
        text.Append(word);
        current.Length += added;
        return added;
    }

    private void Flush(int node)
    {
        if (current.Length > 0)
        {
            if (blockCount == blocks.Length)
            {
                Array.Resize(ref blocks, blockCount * 2);
            }

            blocks[blockCount++] = current;
        }

        current = new TextBlock { Node = node };
        pendingSpace = false;
        breaks = 0;
    }

    private string Joined(int first, int end)
    {
        var words = new StringBuilder();
        for (int i = first; i < end; i++)
        {
            words.Append(words.Length > 0 ? "; " : "").Append(text, blocks[i].Start, blocks[i].Length);
        }

        return words.ToString();
    }

    private Hints Attributes(IElement element, Tag tag, int node, out ushort word)
    {
        Hints hints = tag == Tag.Button ? Hints.Furniture : Hints.None;
        word = 0;
        string? property = null;
        string? content = null;
        string? datetime = null;
        string? itemType = null;
        foreach (IAttr attribute in element.Attributes)
        {
            string value = attribute.Value;
            switch (attribute.Name)
            {
                case "class" or "id" or "role" or "data-testid" or "data-component":
                    hints |= Known(value, ref word);
                    break;
                case "itemprop":
                    property = value;
                    hints |= Known(value, ref word);
                    break;
                case "rel":
                    hints |= value == "author" ? Hints.Author : Hints.None;
                    break;
                case "hidden":
                    hints |= Hints.Hidden;
                    break;
                case "style":
                    hints |= IsInvisible(value) ? Hints.Hidden : Hints.None;
                    break;
                case "content":
                    content = value;
                    break;
                case "itemtype":
                    itemType = value;
                    break;
                case "href" when tag == Tag.Link && AuthorPages.IsMatch(value):
                    hints |= Hints.Author;
                    break;
                case "datetime":
                    datetime = value;
                    break;
                default:
                    break;
            }
        }

        if (datetime is not null)
        {
            finds.Times.Add(new(node, datetime, blockCount));
        }

        if (property is not null)
        {
            string value = content ?? datetime ?? (HasText(property) ? element.TextContent.Trim() : "");
            if (value.Length is > 0 and < 300)
            {
                finds.Microdata.Add(new(property, value, scope));
            }
        }

        if (itemType is not null)
        {
            finds.Scopes.Add(new(itemType, scope, property));
            scope = finds.Scopes.Count - 1;
        }

        return hints;
    }

    /// <summary>Properties whose value may be what the element shows; an article's body is not asked for.</summary>
    private static bool HasText(string property) =>
        property.Contains("date", StringComparison.OrdinalIgnoreCase)
        || property.Contains("author", StringComparison.OrdinalIgnoreCase)
        || property is "name" or "headline" or "articleSection";

    private Hints Known(string names, ref ushort word)
    {
        if (!known.TryGetValue(names, out HintWord? found))
        {
            known[names] = found = HintWords.Of(names);
        }

        word = found.Word == 0 ? word : found.Word;
        return found.Hints;
    }

    private static bool IsInvisible(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("display: none", StringComparison.OrdinalIgnoreCase);

    private void SkippedFinds(IElement element)
    {
        if (element.LocalName == "meta" && element.GetAttribute("itemprop") is { } property)
        {
            finds.Microdata.Add(new(property, element.GetAttribute("content") ?? "", scope));
        }
        else if (element.LocalName == "input" && element.GetAttribute("type") == "password")
        {
            finds.HasPasswordField = true;
        }
    }

    private void Image(IElement image, int self)
    {
        string? address = image.GetAttribute("data-src") ?? image.GetAttribute("src");
        if (!string.IsNullOrEmpty(address) && !address.StartsWith("data:", StringComparison.Ordinal))
        {
            finds.Pictures.Add(new(self, address, image.GetAttribute("alt"), blockCount));
        }
    }
}
