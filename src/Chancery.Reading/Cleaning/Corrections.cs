namespace Chancery.Reading.Cleaning;

/// <summary>Corrections and editors' notes, told by how newsrooms word them (<c>Words/corrections.txt</c>).</summary>
internal static class Corrections
{
    private static readonly string[] Wordings = [.. Words.Lines("corrections")];

    /// <summary>Characters of a paragraph within which the wording stands: it opens the paragraph.</summary>
    private const int Looked = 70;

    public static bool Is(ReadOnlySpan<char> paragraph)
    {
        ReadOnlySpan<char> opening = paragraph[..Math.Min(paragraph.Length, Looked)].TrimStart(" *([_—–-");
        foreach (string wording in Wordings)
        {
            if (opening.StartsWith(wording, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
