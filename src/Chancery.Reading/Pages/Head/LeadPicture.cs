using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Tree;
using Chancery.Terms;

namespace Chancery.Reading.Pages.Head;

/// <summary>The article's picture, with what it shows and whose it is apart.</summary>
internal static class LeadPicture
{
    /// <summary>Blocks around the headline within which a figure with a caption is the lead's.</summary>
    private const int Near = 25;

    /// <param name="tree">The page.</param>
    /// <param name="meta">Where the picture for sharing stands, which is the article's lead picture.</param>
    /// <param name="jsonLd">As <paramref name="meta"/>.</param>
    /// <param name="headline">The block of the headline.</param>
    public static Picture? Of(PageTree tree, Meta meta, JsonLd jsonLd, int headline)
    {
        string? shared =
            meta.First("og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? jsonLd.Image;
        int figure = FigureOf(tree, shared, headline, out string? shown);
        string? address = shared ?? shown;
        if (address is null)
        {
            return null;
        }

        var (caption, credit) = figure < 0 ? ("", "") : Caption(tree, figure);
        return new Picture(
            address,
            caption.Length > 0 ? caption : meta.First("og:image:alt", "twitter:image:alt"),
            credit.Length > 0 ? credit : null
        );
    }

    /// <summary>The figure that shows the shared picture, else the first with a caption near the headline, else -1.</summary>
    private static int FigureOf(PageTree tree, string? shared, int headline, out string? address)
    {
        string? file = FileOf(shared);
        int near = -1;
        address = null;
        foreach (var (node, source, _, block) in tree.Finds.Pictures)
        {
            int figure = tree.Nearest(node, Tag.Figure);
            if (figure < 0 || tree.Within(figure, Hints.Comments))
            {
                continue;
            }

            if (file is not null && FileOf(source) == file)
            {
                address = source;
                return figure;
            }

            if (near < 0 && Math.Abs(block - headline) <= Near && HasCaption(tree, figure))
            {
                near = figure;
                address = source;
            }
        }

        return near;
    }

    /// <summary>The file's name without its size and form: "…/harbour-1200x630.jpg?w=9" and "…/harbour.webp" are one picture.</summary>
    private static string? FileOf(string? address)
    {
        if (address is null)
        {
            return null;
        }

        int query = address.IndexOfAny(['?', '#']);
        string path = query < 0 ? address : address[..query];
        string file = path[(path.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        string name = (dot > 0 ? file[..dot] : file).TrimEnd("0123456789xX-_".ToCharArray());
        const int Telling = 6;
        return name.Length >= Telling ? name : null;
    }

    private static bool HasCaption(PageTree tree, int figure) =>
        tree.Nodes[figure].EndBlock > tree.Nodes[figure].FirstBlock;

    private static (string Caption, string Credit) Caption(PageTree tree, int figure)
    {
        var captions = new List<string>();
        string credit = "";
        ref readonly Node node = ref tree.Nodes[figure];
        for (int b = node.FirstBlock; b < node.EndBlock; b++)
        {
            string words = tree.TextOf(tree.Blocks[b]).ToString();
            var (caption, named) = CaptionText.Split(words);
            bool own = (tree.Nodes[tree.Blocks[b].Node].Hints & Hints.Credit) != 0;
            if (own && named.Length == 0)
            {
                (caption, named) = ("", words);
            }

            if (caption.Length > 0)
            {
                captions.Add(caption);
            }

            credit = credit.Length > 0 ? credit : named;
        }

        return (string.Join(' ', captions), credit);
    }
}
