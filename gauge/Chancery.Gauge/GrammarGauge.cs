using System.Diagnostics;
using System.Text;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>A parse as the gauge sees it. Arrays run over the words of the whole text.</summary>
/// <param name="Words">Their passages.</param>
/// <param name="Upos">Universal parts of speech as UD writes them ("NOUN").</param>
/// <param name="Heads">Heads as indices into the words; -1 for roots.</param>
/// <param name="Relations">Labels; subtypes are ignored.</param>
/// <param name="Sentences">Their passages.</param>
/// <param name="Tokens">Surface tokens, where several words can stand in one ("don't"); null where each word is its own.</param>
public sealed record GrammarParse(
    IReadOnlyList<Passage> Words,
    IReadOnlyList<string> Upos,
    IReadOnlyList<int> Heads,
    IReadOnlyList<string> Relations,
    IReadOnlyList<Passage> Sentences,
    IReadOnlyList<Passage>? Tokens = null
);

/// <summary>A text whose words and sentences are given.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">Passages of its words, in order.</param>
/// <param name="Sentences">First word and number of words of each sentence.</param>
public sealed record GrammarWords(
    string Text,
    IReadOnlyList<Passage> Words,
    IReadOnlyList<(int First, int Count)> Sentences
);

/// <summary>Shares from 0 to 1, by the definitions of the CoNLL 2018 scorer.</summary>
public sealed record GrammarFigures(
    int Items,
    double Seconds,
    double Upos,
    double Uas,
    double Las,
    double RawUpos,
    double RawUas,
    double RawLas,
    double TokenF1,
    double SentenceF1,
    double WordsPerSecond,
    IReadOnlyDictionary<string, double> LasByGenre,
    IReadOnlyDictionary<string, double> LasByLength
);

/// <summary>Measures tags and trees against a treebank, on its own words and from raw text.</summary>
public static class GrammarGauge
{
    /// <param name="path">A <c>.conllu</c> or <c>.conllu.gz</c> file.</param>
    /// <param name="parseText">Parses a document from its raw text.</param>
    /// <param name="parseWords">Parses a document whose words and sentences are given.</param>
    public static GrammarFigures Measure(
        string path,
        Func<string, GrammarParse> parseText,
        Func<GrammarWords, GrammarParse> parseWords
    ) => Measure(GrammarGold.Read(path), parseText, parseWords);

    public static GrammarFigures Measure(
        IReadOnlyList<GoldSentence> sentences,
        Func<string, GrammarParse> parseText,
        Func<GrammarWords, GrammarParse> parseWords
    )
    {
        var given = Given(sentences);
        var parsed = parseWords(given);
        var (upos, uas, las, words) = (0, 0, 0, 0);
        var genres = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var lengths = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        for (var s = 0; s < sentences.Count; s++)
        {
            var (first, right) = (given.Sentences[s].First, 0);
            foreach (var (word, i) in sentences[s].Words.Select((word, i) => (word, first + i)))
            {
                words++;
                upos += Same(parsed.Upos[i], word.Upos) ? 1 : 0;
                if (parsed.Heads[i] == (word.Head < 0 ? -1 : first + word.Head))
                {
                    uas++;
                    right += Same(Base(parsed.Relations[i]), Base(word.Relation)) ? 1 : 0;
                }
            }
            las += right;
            var count = sentences[s].Words.Count;
            Add(genres, sentences[s].Genre, right, count);
            Add(
                lengths,
                count <= 10 ? "01-10"
                    : count <= 20 ? "11-20"
                    : count <= 40 ? "21-40"
                    : "41-",
                right,
                count
            );
        }
        var (raw, seconds, rawWords) = Raw(sentences, parseText);
        return new GrammarFigures(
            words,
            seconds,
            (double)upos / words,
            (double)uas / words,
            (double)las / words,
            raw[0],
            raw[1],
            raw[2],
            raw[3],
            raw[4],
            rawWords / seconds,
            genres.ToDictionary(pair => pair.Key, pair => (double)pair.Value.Right / pair.Value.All),
            lengths.ToDictionary(pair => pair.Key, pair => (double)pair.Value.Right / pair.Value.All)
        );
    }

    /// <summary>The treebank's raw text: a blank line where a paragraph begins, else a space where the treebank has one.</summary>
    public static string RawText(IReadOnlyList<GoldSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            if (sentence.Paragraph && text.Length > 0)
            {
                text.Append("\n\n");
            }
            foreach (var token in sentence.Tokens)
            {
                text.Append(token.Form).Append(token.SpaceAfter ? " " : "");
            }
        }
        return text.ToString();
    }

    /// <summary>The treebank's text with its own words; those of a multiword token stand without a space.</summary>
    public static GrammarWords Given(IReadOnlyList<GoldSentence> sentences)
    {
        var text = new StringBuilder();
        var words = new List<Passage>();
        var spans = new List<(int, int)>();
        foreach (var sentence in sentences)
        {
            spans.Add((words.Count, sentence.Words.Count));
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                words.Add(new Passage(text.Length, word.Form.Length));
                text.Append(word.Form);
                var within = i + 1 < sentence.Words.Count && sentence.Words[i + 1].Token == word.Token;
                text.Append(!within && sentence.Tokens[word.Token].SpaceAfter ? " " : "");
            }
        }
        return new GrammarWords(text.ToString(), words, spans);
    }

    private static (double[] Figures, double Seconds, int Words) Raw(
        IReadOnlyList<GoldSentence> sentences,
        Func<string, GrammarParse> parseText
    )
    {
        var text = RawText(sentences);
        parseText(text);
        var before = Stopwatch.GetTimestamp();
        var parsed = parseText(text);
        var seconds = Stopwatch.GetElapsedTime(before).TotalSeconds;
        return (GrammarAlignment.Score(sentences, text, parsed), seconds, parsed.Words.Count);
    }

    internal static string Base(string relation) => relation.Split(':')[0];

    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static void Add(SortedDictionary<string, (int, int)> table, string key, int right, int all)
    {
        var (r, a) = table.GetValueOrDefault(key);
        table[key] = (r + right, a + all);
    }
}
