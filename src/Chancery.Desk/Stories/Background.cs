using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chancery.Desk.Stories;

/// <summary>
/// In how many of some thousand official English documents each stem stands: what a word is worth before the desk has
/// read anything. From releases of the White House and the State Department (public domain), the first 4,500 characters
/// of each; stems of fewer than five documents are left out.
/// </summary>
internal static class Background
{
    private static readonly (FrozenDictionary<string, float> Shares, int Documents) Table = Read();

    /// <summary>The share of documents that carry a stem, by stem; 0 where none does.</summary>
    public static float Share(ReadOnlySpan<char> stem) =>
        Table.Shares.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var share) ? share : 0;

    private static (FrozenDictionary<string, float>, int) Read()
    {
        using var packed = typeof(Background).Assembly.GetManifestResourceStream("stories/background.txt")!;
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        var text = Encoding.UTF8.GetString(plain.GetBuffer(), 0, (int)plain.Length);
        // The first line is "# documents N", each other "stem TAB documents".
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var documents = int.Parse(lines[0].AsSpan(12), CultureInfo.InvariantCulture);
        return (
            lines
                .Skip(1)
                .Select(line => line.Split('\t'))
                .ToFrozenDictionary(
                    parts => parts[0],
                    parts => (float)int.Parse(parts[1], CultureInfo.InvariantCulture) / documents,
                    StringComparer.Ordinal
                ),
            documents
        );
    }
}
