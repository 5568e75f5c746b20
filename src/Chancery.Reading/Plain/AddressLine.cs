using System.Text.RegularExpressions;

namespace Chancery.Reading.Plain;

/// <summary>The line of a saved text that says where it was saved from: an address alone, or behind a word for it.</summary>
internal static partial class AddressLine
{
    /// <summary>Lines at each end among which it is looked for: inside of a text an address is somebody else's.</summary>
    private const int Looked = 8;

    /// <summary>Takes the line out and returns its address, or null where there is none.</summary>
    public static string? Take(List<PlainLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (i >= Looked && i < lines.Count - Looked)
            {
                continue;
            }

            Match match = Alone().Match(lines[i].Text);
            if (match.Success)
            {
                lines.RemoveAt(i);
                string address = match.Groups[1].Value;
                return address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                    ? address
                    : $"https://{address}";
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^[\W]*(?:\p{L}{3,12}\s?:\s*)?((?:https?://|www\.)[^\s<>""]+\.[^\s<>""]+/[^\s<>""]+?)[>)\s]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Alone();
}
