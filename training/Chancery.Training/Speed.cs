using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Language.Grammar;
using Chancery.Language.Text;

namespace Chancery.Training;

/// <summary>Words a second of processor time on one thread, and memory, over articles.</summary>
internal static class Speed
{
    public static void Measure(Parser parser, string articles, string language)
    {
        var texts = Texts(articles);
        var tokenizer = new Tokenizer(TextLexicon.Of(language));
        var splitter = new SentenceSplitter(TextLexicon.Of(language));
        var tokens = new TokenList();
        var sentences = new List<Sentence>();
        for (var round = 0; round < 3; round++)
        {
            var (bare, words) = Time(
                texts,
                text =>
                {
                    tokenizer.Tokenize(text, tokens);
                    splitter.Split(text, tokens, sentences);
                    return tokens.Count;
                }
            );
            var (whole, _) = Time(texts, text => parser.Parse(text).Count);
            var finder = Language.Names.EntityFinder.Of(language);
            var (entities, _) = Time(
                texts,
                text =>
                {
                    var p = parser.Parse(text);
                    finder.Find(p);
                    return p.Count;
                }
            );
            Console.WriteLine(
                $"{words} words: tokens and sentences {words / bare:F0} words/s, with trees and names {words / whole:F0} words/s ({whole / bare:F1} times the bare tokenizer), with entities {words / entities:F0}"
            );
        }
    }

    /// <summary>The most memory that coding the articles' words, trees, names and entities takes on some threads, weights and texts included.</summary>
    public static void Memory(Parser parser, string articles, string language, int threads)
    {
        var texts = Texts(articles);
        var finder = Language.Names.EntityFinder.Of(language);
        var found = 0;
        Parallel.ForEach(
            texts,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            text => Interlocked.Add(ref found, finder.Find(parser.Parse(text)).Count)
        );
        Console.WriteLine(
            $"{texts.Count} articles, {found} entities, {threads} threads: at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
        );
    }

    private static List<string> Texts(string articles)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(articles), CompressionMode.Decompress)
        );
        var texts = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            texts.Add(item.RootElement.GetProperty("text").GetString() ?? "");
        }
        return texts;
    }

    private static (double Seconds, int Words) Time(List<string> texts, Func<string, int> run)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var words = 0;
        foreach (var text in texts)
        {
            words += run(text);
        }
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, words);
    }
}
