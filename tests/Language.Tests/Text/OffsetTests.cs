using System.IO.Compression;
using System.Text.Json;
using Chancery.Language.Grammar;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.Language.Tests.Text;

/// <summary>Tokens, sentences and names cut their own words out of the text, whatever the text.</summary>
public sealed class OffsetTests
{
    private static readonly Parser Parser = Weights.English;

    private static readonly string[] Pieces =
    [
        "word",
        "Word",
        "U.S.",
        "don't",
        "’s",
        "“",
        "”",
        "'",
        "\u2026",
        "...",
        "--",
        "—",
        "3.5%",
        "$5bn",
        "http://a.b/c?d=e",
        "x@y.org",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u00ad",
        "\u2028",
        "\0",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "e\u0301",
        "\u202e",
        "中文",
        "العربية",
        "Київ",
        "ﬁ",
        "İ",
        "ß",
        "١٢٣",
        "#tag",
        "@name",
        ":-)",
        "(",
        ")",
        ".",
    ];

    private static void Holds(string text)
    {
        var parse = Parser.Parse(text);
        var at = 0;
        foreach (var token in parse.Tokens)
        {
            Assert.True(token.Length > 0 && token.Start >= at && token.FitsIn(text));
            at = token.End;
        }
        var next = 0;
        foreach (var sentence in parse.Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.Count > 0);
            Assert.Equal(parse.PassageOf((sentence.First, sentence.End - 1)), sentence.Passage);
            Assert.True(sentence.Passage.FitsIn(text));
            Assert.Equal(1, parse.Heads[sentence.First..sentence.End].ToArray().Count(head => head < 0));
            foreach (var head in parse.Heads[sentence.First..sentence.End])
            {
                Assert.True(head < 0 || (head >= sentence.First && head < sentence.End));
            }
            next = sentence.End;
        }
        Assert.Equal(parse.Count, next);
        var last = 0;
        foreach (var name in parse.Names)
        {
            Assert.True(name.Count > 0 && name.First >= last && name.End <= parse.Count);
            Assert.True(parse.SentenceOf(name.First) == parse.SentenceOf(name.End - 1));
            Assert.True(parse.PassageOf(name).FitsIn(text));
            last = name.End;
        }
    }

    [Fact]
    public void Hostile_text_is_cut_where_it_stands()
    {
        var texts = Gen.Choose(0, Pieces.Length - 1)
            .Select(i => Pieces[i])
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();
        Prop.ForAll(texts, Holds).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_characters_at_all_are_cut_where_they_stand() =>
        Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), characters => Holds(new string(characters)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Articles_of_a_real_week_are_cut_where_they_stand()
    {
        var week = Path.Combine(Shared.Folder ?? "", "corpora", "week-2025-05-16", "articles.jsonl.gz");
        Assert.SkipUnless(
            File.Exists(week),
            "The real week is not here: the shared folder is not beside the project."
        );
        using var reader = new StreamReader(new GZipStream(File.OpenRead(week), CompressionMode.Decompress));
        var read = 0;
        while (reader.ReadLine() is { } line)
        {
            // Every fourth: enough kinds of text, and the tests stay quick.
            if (read++ % 4 == 0)
            {
                using var item = JsonDocument.Parse(line);
                Holds(item.RootElement.GetProperty("text").GetString() ?? "");
            }
        }
        Assert.True(read > 700);
    }
}
