using System.IO.Compression;
using System.Text;

namespace Chancery.Gauge;

/// <param name="Words">Its tokens.</param>
/// <param name="Tags">"O", "B-PER", "I-ORG" …</param>
public sealed record NamesGold(IReadOnlyList<string> Words, IReadOnlyList<string> Tags)
{
    /// <param name="path">A <c>.bio</c> or <c>.bio.gz</c> file: token, tab, tag; an empty line ends a sentence.</param>
    public static IReadOnlyList<NamesGold> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var sentences = new List<NamesGold>();
        var words = new List<string>();
        var tags = new List<string>();
        for (var more = true; more; )
        {
            var line = reader.ReadLine();
            more = line is not null;
            if (string.IsNullOrEmpty(line))
            {
                if (words.Count > 0)
                {
                    sentences.Add(new NamesGold([.. words], [.. tags]));
                    words.Clear();
                    tags.Clear();
                }
                continue;
            }
            var tab = line.LastIndexOf('\t');
            words.Add(line[..tab]);
            tags.Add(line[(tab + 1)..]);
        }
        return sentences;
    }

    /// <summary>The names that the tags mark: first word, index after the last, kind.</summary>
    public IEnumerable<(int First, int End, string Kind)> Names()
    {
        for (var i = 0; i < Tags.Count; i++)
        {
            if (
                Tags[i] == "O"
                || (Tags[i][0] == 'I' && i > 0 && Tags[i - 1] != "O" && Tags[i - 1][2..] == Tags[i][2..])
            )
            {
                continue;
            }
            var end = i + 1;
            while (end < Tags.Count && Tags[end][0] == 'I' && Tags[end][2..] == Tags[i][2..])
            {
                end++;
            }
            yield return (i, end, Tags[i][2..]);
        }
    }
}
