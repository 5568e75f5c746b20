using System.Text;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Cleaning;

/// <summary>The one place where an <see cref="Article"/> is put together, from pages, plain text, feed entries or JSON lines.</summary>
public static class ArticleBuilder
{
    /// <summary>The version of this room's cleaning; it changes whenever a reading of the same bytes may change.</summary>
    public const string Version = "reading/5";

    /// <summary>Joins the pieces by one blank line and gives the article its key, id, outlet and language.</summary>
    /// <param name="capture">Where it was read from.</param>
    /// <param name="facts">What is known beside the text.</param>
    /// <param name="pieces">The article's blocks in order; empty ones are passed over.</param>
    /// <param name="part">The one-based number of the article inside a capture that holds several; 0 where it holds one.</param>
    public static Article Build(Capture capture, Facts facts, IReadOnlyList<Piece> pieces, int part = 0)
    {
        string? address = Address.CanonicalOrNull(facts.Address ?? capture.Address);
        string outlet = Address.Outlet(address) ?? facts.Outlet?.Trim() ?? "";
        string[] closing = [.. pieces.TakeLast(ClosingPieces).Select(piece => piece.Text)];
        IReadOnlyList<string> authors = Bylines.People(facts.Authors, facts.Outlet, outlet);
        var (own, bios) = AuthorBios.Cut(pieces, authors);
        var (text, blocks) = Join(own);
        string key = address ?? (part > 0 ? $"capture:{capture.Digest}#{part}" : $"capture:{capture.Digest}");
        string headline = facts.Headline.Trim();
        return new Article
        {
            Id = ArticleId.Of(key, headline, text),
            Key = key,
            Capture = capture.Digest,
            Reader = Version,
            Address = address,
            Outlet = outlet,
            Headline = headline,
            Dek = string.IsNullOrWhiteSpace(facts.Dek) ? null : facts.Dek.Trim(),
            Authors =
                authors.Count > 0
                    ? authors
                    : [.. closing.Concat(facts.Captions).SelectMany(Bylines.Initials)],
            Agency =
                facts.Agency
                ?? Agencies.CreditedIn(text)
                ?? Agencies.AmongAuthors(facts.Authors)
                ?? closing
                    .Select(line => Agencies.NamedBehind(line, facts.Outlet, outlet))
                    .FirstOrDefault(name => name is not null),
            Published = facts.Published,
            Changed = facts.Changed,
            Section = string.IsNullOrWhiteSpace(facts.Section) ? null : facts.Section.Trim(),
            Tags = facts.Tags,
            Language = Languages.Of(headline, text, facts.DeclaredLanguage),
            Picture = facts.Picture,
            Text = text,
            Blocks = blocks,
            Captions = facts.Captions,
            Cuts = bios.Count > 0 ? [.. facts.Cuts, .. bios] : facts.Cuts,
            Partial = facts.Partial,
        };
    }

    /// <summary>Pieces at the end among which credits are looked for: rules for comments may stand below them.</summary>
    private const int ClosingPieces = 8;

    private static (string Text, IReadOnlyList<Block> Blocks) Join(IReadOnlyList<Piece> pieces)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(pieces.Count);
        foreach (Piece piece in pieces)
        {
            string words = piece.Text.Trim();
            if (words.Length == 0)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append("\n\n");
            }

            blocks.Add(new Block(piece.Kind, new Passage(text.Length, words.Length), piece.At));
            text.Append(words);
        }

        return (text.ToString(), blocks);
    }
}
