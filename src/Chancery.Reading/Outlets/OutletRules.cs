using System.Collections.Frozen;
using AngleSharp.Dom;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Outlets;

/// <summary>
/// What one outlet needs beyond the rules for all: <c>Outlets/&lt;country&gt;/&lt;name&gt;.txt</c>, lines of "key: value", "#"
/// opens a comment. <c>outlet</c> is its registrable domain. On pages, <c>body</c> is a selector of the article's text and
/// <c>drop</c> one of what is none of it. In running text, a phrase of <c>opens-with</c> at its very head, all up to one of
/// <c>opens-after</c> and all from one of <c>ends-before</c> is furniture, and <c>capitals: links</c> says that lines in capitals lead to other stories.
/// </summary>
public sealed class OutletRules
{
    private static readonly FrozenDictionary<string, OutletRules> ByDomain = All();

    private readonly List<string> body = [];
    private readonly List<string> drop = [];
    private readonly List<string> opensWith = [];
    private readonly List<string> opensAfter = [];
    private readonly List<string> endsBefore = [];

    private OutletRules() { }

    /// <summary>Whether links to other stories stand in capitals between its sentences.</summary>
    internal bool LinksInCapitals { get; private set; }

    /// <summary>The rules for an address, or null where its outlet needs none.</summary>
    public static OutletRules? For(string? address) =>
        Address.Outlet(Address.CanonicalOrNull(address)) is { } domain
            ? ByDomain.GetValueOrDefault(domain)
            : null;

    /// <summary>Takes out of a document what is none of the article and marks its text, before the page is read.</summary>
    internal void Apply(IDocument document)
    {
        foreach (IElement element in drop.SelectMany(document.QuerySelectorAll).ToList())
        {
            element.Remove();
        }

        foreach (IElement element in body.SelectMany(document.QuerySelectorAll))
        {
            element.ClassList.Add("article-body");
        }
    }

    /// <summary>Cuts what hangs at both ends of running text.</summary>
    /// <param name="text">A text as an export or a feed gives it.</param>
    /// <param name="cuts">Receives what was cut, as "furniture".</param>
    public string Apply(string text, ICollection<Cut> cuts)
    {
        foreach (string phrase in opensWith)
        {
            if (text.TrimStart().StartsWith(phrase, StringComparison.Ordinal))
            {
                cuts.Add(new Cut(Furniture, phrase));
                text = text.TrimStart()[phrase.Length..].TrimStart();
            }
        }

        foreach (string phrase in opensAfter)
        {
            int at = text.IndexOf(phrase, StringComparison.Ordinal);
            if (at >= 0 && at < Math.Min(LongestHead, text.Length / 2))
            {
                cuts.Add(new Cut(Furniture, text[..(at + phrase.Length)].Trim()));
                text = text[(at + phrase.Length)..].TrimStart();
            }
        }

        foreach (string phrase in endsBefore)
        {
            int at = text.LastIndexOf(phrase, StringComparison.Ordinal);
            if (at > text.Length / 3)
            {
                cuts.Add(new Cut(Furniture, text[at..].Trim()));
                text = text[..at].TrimEnd();
            }
        }

        return text;
    }

    private const string Furniture = "furniture";

    /// <summary>Characters within which a phrase opens a text.</summary>
    private const int LongestHead = 2400;

    private static FrozenDictionary<string, OutletRules> All()
    {
        var all = new Dictionary<string, OutletRules>(StringComparer.Ordinal);
        const string Folder = "outlets/";
        foreach (string name in typeof(OutletRules).Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Folder, StringComparison.Ordinal))
            {
                Read(name, all);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Read(string resource, Dictionary<string, OutletRules> all)
    {
        var rules = new OutletRules();
        foreach (string line in Words.Resource(resource))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = line[(colon + 1)..].Trim();
            switch (line[..Math.Max(colon, 0)])
            {
                case "outlet":
                    all[value] = rules;
                    break;
                case "body":
                    rules.body.Add(value);
                    break;
                case "drop":
                    rules.drop.Add(value);
                    break;
                case "opens-with":
                    rules.opensWith.Add(value);
                    break;
                case "opens-after":
                    rules.opensAfter.Add(value);
                    break;
                case "ends-before":
                    rules.endsBefore.Add(value);
                    break;
                case "capitals":
                    rules.LinksInCapitals = value == "links";
                    break;
                default:
                    throw new InvalidOperationException($"{resource}: \"{line}\" is no rule of an outlet.");
            }
        }
    }
}
