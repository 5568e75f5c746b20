using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chancery.Language.Text;

namespace Chancery.Training.Words;

/// <summary>Unannotated text as word numbers: the forms as written, and the running text with -1 after each sentence.</summary>
internal sealed class Corpus
{
    public required List<string> Forms { get; init; }

    public required List<int> Counts { get; init; }

    public required int[] Stream { get; init; }

    /// <summary>Reads text ("-" is standard input; .gz is unpacked; of .jsonl the "event" field is taken).</summary>
    public static Corpus Read(IEnumerable<string> paths)
    {
        var lexicon = TextLexicon.Of("en");
        var tokenizer = new Tokenizer(lexicon);
        var splitter = new SentenceSplitter(lexicon);
        var tokens = new TokenList();
        var sentences = new List<Sentence>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var forms = new List<string>();
        var counts = new List<int>();
        var stream = new List<int>();
        foreach (var text in paths.SelectMany(Texts))
        {
            tokenizer.Tokenize(text, tokens);
            splitter.Split(text, tokens, sentences);
            foreach (var sentence in sentences)
            {
                for (var i = sentence.First; i < sentence.End; i++)
                {
                    var form = tokens.Passages[i].In(text);
                    if (!lookup.TryGetValue(form, out var id))
                    {
                        id = forms.Count;
                        var written = form.ToString();
                        ids.Add(written, id);
                        forms.Add(written);
                        counts.Add(0);
                    }
                    counts[id]++;
                    stream.Add(id);
                }
                stream.Add(-1);
            }
        }
        return new Corpus
        {
            Forms = forms,
            Counts = counts,
            Stream = [.. stream],
        };
    }

    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Forms.Count);
        for (var i = 0; i < Forms.Count; i++)
        {
            writer.Write(Forms[i]);
            writer.Write(Counts[i]);
        }
        writer.Write(Stream.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Stream.AsSpan()));
    }

    public static Corpus Load(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20));
        var forms = new List<string>();
        var counts = new List<int>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            forms.Add(reader.ReadString());
            counts.Add(reader.ReadInt32());
        }
        var stream = new int[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(stream.AsSpan()));
        return new Corpus
        {
            Forms = forms,
            Counts = counts,
            Stream = stream,
        };
    }

    public static IEnumerable<string> Texts(string path)
    {
        using var bytes = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(bytes, CompressionMode.Decompress)
            : bytes;
        using var reader = new StreamReader(plain, Encoding.UTF8, false, 1 << 16);
        var json = path.Contains(".jsonl", StringComparison.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (json)
            {
                using var item = JsonDocument.Parse(line);
                yield return item.RootElement.GetProperty("event").GetString() ?? "";
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line.Replace("**", "", StringComparison.Ordinal)
                    .Replace("\\", "", StringComparison.Ordinal);
            }
        }
    }
}
