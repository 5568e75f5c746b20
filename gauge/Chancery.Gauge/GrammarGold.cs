using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chancery.Gauge;

/// <summary>One syntactic word of a treebank: the columns of CoNLL-U (universaldependencies.org/format).</summary>
/// <param name="Head">The head's place in the sentence, from 0; -1 for the root.</param>
/// <param name="Token">The index, in the sentence, of the surface token that it belongs to.</param>
public sealed record GoldWord(
    string Form,
    string Lemma,
    string Upos,
    string Xpos,
    string Features,
    int Head,
    string Relation,
    int Token
);

/// <param name="Form">As written.</param>
/// <param name="SpaceAfter">False where the next token follows at once.</param>
public sealed record GoldToken(string Form, bool SpaceAfter);

/// <param name="Words">Its syntactic words.</param>
/// <param name="Tokens">Its surface tokens; several words share one where it is a multiword token.</param>
/// <param name="Paragraph">True where a paragraph or document begins with it.</param>
/// <param name="Genre">What stands before the first "-" or "_" of its identifier ("weblog"); GUM's second field ("news").</param>
public sealed record GoldSentence(
    IReadOnlyList<GoldWord> Words,
    IReadOnlyList<GoldToken> Tokens,
    bool Paragraph,
    string Genre
);

/// <summary>Reads treebanks.</summary>
public static class GrammarGold
{
    /// <param name="path">A <c>.conllu</c> or <c>.conllu.gz</c> file.</param>
    public static IReadOnlyList<GoldSentence> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return [.. Sentences(reader)];
    }

    public static IEnumerable<GoldSentence> Sentences(TextReader reader)
    {
        var words = new List<GoldWord>();
        var tokens = new List<GoldToken>();
        var (paragraph, genre, last) = (false, "", 0);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    yield return new GoldSentence([.. words], [.. tokens], paragraph, genre);
                    (paragraph, last) = (false, 0);
                    words.Clear();
                    tokens.Clear();
                }
                continue;
            }
            if (line[0] == '#')
            {
                paragraph |=
                    line.StartsWith("# newpar", StringComparison.Ordinal)
                    || line.StartsWith("# newdoc", StringComparison.Ordinal);
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                {
                    var parts = line[12..].Split('-', '_');
                    genre = parts[0] == "GUM" ? parts[1] : parts[0];
                }
                continue;
            }
            var fields = line.Split('\t');
            if (fields[0].Contains('.', StringComparison.Ordinal))
            {
                continue;
            }
            var space = !fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (fields[0].Split('-') is [_, var end])
            {
                tokens.Add(new GoldToken(fields[1], space));
                last = int.Parse(end, CultureInfo.InvariantCulture);
                continue;
            }
            if (words.Count >= last)
            {
                tokens.Add(new GoldToken(fields[1], space));
            }
            var head = int.Parse(fields[6], CultureInfo.InvariantCulture) - 1;
            words.Add(
                new(fields[1], fields[2], fields[3], fields[4], fields[5], head, fields[7], tokens.Count - 1)
            );
        }
        if (words.Count > 0)
        {
            yield return new GoldSentence([.. words], [.. tokens], paragraph, genre);
        }
    }
}
