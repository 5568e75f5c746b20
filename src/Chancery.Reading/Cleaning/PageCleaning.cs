using Chancery.Reading.Pages.Head;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>From a page's tree to the article's pieces: furniture out, several guesses, the most agreed one, trimmed.</summary>
internal static class PageCleaning
{
    public static (List<Piece> Pieces, Trimmed Trimmed) Clean(
        PageTree tree,
        IReadOnlyList<string> titles,
        JsonLd jsonLd
    )
    {
        var weights = new Weights(tree);
        bool[] dropped = Furniture.Mark(tree, weights);
        Candidate? chosen = Agreement.Choose(tree, Candidates.Of(tree, weights, dropped, jsonLd.Body));
        if (chosen is null)
        {
            return ([], new Trimmed());
        }

        Trimmed trimmed = Trimming.Trim(tree, weights, chosen.Blocks, titles);
        Captions.Among(tree, chosen.Blocks, trimmed.Captions);
        return (Structure.Pieces(tree, chosen.Blocks, jsonLd.LiveUpdates), trimmed);
    }
}
