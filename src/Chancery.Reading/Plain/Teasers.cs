namespace Chancery.Reading.Plain;

/// <summary>
/// Marks teasers of other stories in saved text: the paragraphs before a "keep reading", with the short lines (label,
/// credit, title, section) that head them.
/// </summary>
internal static class Teasers
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Ends = Cleaning.Words.Set(
        "teaser-ends"
    );

    /// <summary>A teaser gives away no more paragraphs than this.</summary>
    private const int MostParagraphs = 4;

    /// <returns>One flag a line.</returns>
    public static bool[] Mark(IReadOnlyList<PlainLine> lines)
    {
        var teaser = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (!Ends.Contains(Folded(lines[i].Text)))
            {
                continue;
            }

            int at = i;
            int paragraphs = 0;
            while (
                at > 0
                && lines[at - 1].IsProse
                && !lines[at - 1].IsCaption
                && paragraphs < MostParagraphs
                && !teaser[at - 1]
            )
            {
                at--;
                paragraphs++;
            }

            // Without short lines before it, the mark stands at the foot of the article itself.
            int head = at;
            while (head > 0 && (!lines[head - 1].IsProse || lines[head - 1].IsCaption) && !teaser[head - 1])
            {
                head--;
            }

            if (paragraphs > 0 && at - head >= 2 && head > 0)
            {
                Array.Fill(teaser, true, head, i - head + 1);
            }
            else
            {
                teaser[i] = true;
            }
        }

        return teaser;
    }

    private static string Folded(string line) => string.Concat(line.Where(char.IsLetter)).ToLowerInvariant();
}
