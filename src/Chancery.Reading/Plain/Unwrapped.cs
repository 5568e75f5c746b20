using System.Text;

namespace Chancery.Reading.Plain;

/// <summary>The lines of a text, lines that a mail program or a terminal broke put together again.</summary>
internal static class Unwrapped
{
    private const int Narrowest = 50;
    private const int Widest = 100;

    public static IEnumerable<string> Lines(string text)
    {
        string[] raw = text.Split('\n');
        return IsWrapped(raw) ? Joined(raw) : raw.Select(Spaced).Where(line => line.Length > 0);
    }

    /// <summary>
    /// Most lines of a wrapped text are about equally long and end in the middle of a sentence, and blank lines part
    /// its paragraphs.
    /// </summary>
    private static bool IsWrapped(string[] lines)
    {
        var full = lines.Select(line => line.Trim().Length).Where(length => length > 0).ToList();
        if (full.Count < 12 || full.Max() > Widest)
        {
            return false;
        }

        int open = lines.Count(line => line.Trim() is [.., var last] && (char.IsLower(last) || last == ','));
        return full.Max() >= Narrowest && open * 2 > full.Count && lines.Any(string.IsNullOrWhiteSpace);
    }

    private static IEnumerable<string> Joined(string[] lines)
    {
        var paragraph = new StringBuilder();
        foreach (string line in lines)
        {
            string spaced = Spaced(line);
            if (spaced.Length > 0)
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(spaced);
                continue;
            }

            if (paragraph.Length > 0)
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
        }

        if (paragraph.Length > 0)
        {
            yield return paragraph.ToString();
        }
    }

    private static string Spaced(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
