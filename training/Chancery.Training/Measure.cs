using Chancery.Gauge;
using Chancery.Language.Grammar;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Training;

/// <summary>Joins the parser to the gauge.</summary>
public static class Measure
{
    public static GrammarFigures Grammar(Parser parser, IReadOnlyList<GoldSentence> gold) =>
        GrammarGauge.Measure(gold, text => Seen(parser.Parse(text)), given => Seen(Parse(parser, given)));

    public static NamesFigures Names(Parser parser, string path, bool nationalities) =>
        NamesGauge.Measure(path, sentences => Names(parser, sentences), nationalities);

    internal static IReadOnlyList<IReadOnlyList<FoundName>> Names(
        Parser parser,
        IReadOnlyList<IReadOnlyList<string>> sentences
    )
    {
        var text = string.Join(' ', sentences.SelectMany(words => words));
        var passages = new List<Passage>();
        var spans = new List<(int First, int Count)>();
        var at = 0;
        foreach (var words in sentences)
        {
            spans.Add((passages.Count, words.Count));
            foreach (var word in words)
            {
                passages.Add(new Passage(at, word.Length));
                at += word.Length + 1;
            }
        }
        var parse = Parse(parser, new GrammarWords(text, passages, spans));
        var found = sentences.Select(_ => new List<FoundName>()).ToArray();
        foreach (var name in parse.Names)
        {
            var sentence = parse.SentenceOf(name.First);
            var first = name.First - spans[sentence].First;
            found[sentence].Add(new FoundName(first, first + name.Count, Kind(name.Kind)));
        }
        return found;
    }

    private static string Kind(EntityKind kind) =>
        kind switch
        {
            EntityKind.Person => "PER",
            EntityKind.Place => "LOC",
            EntityKind.Organisation => "ORG",
            _ => "NAT",
        };

    internal static Parse Parse(Parser parser, GrammarWords given)
    {
        var tokens = new TokenList();
        foreach (var word in given.Words)
        {
            tokens.Add(word.Start, word.End, Gap.Space);
        }
        return parser.Parse(
            given.Text,
            tokens,
            [
                .. given.Sentences.Select(sentence => new Sentence(
                    sentence.First,
                    sentence.Count,
                    Passage.Between(
                        given.Words[sentence.First].Start,
                        given.Words[sentence.First + sentence.Count - 1].End
                    )
                )),
            ]
        );
    }

    private static GrammarParse Seen(Parse parse) =>
        new(
            parse.Tokens.ToArray(),
            [.. parse.Upos.ToArray().Select(upos => upos.ToString().ToUpperInvariant())],
            parse.Heads.ToArray(),
            [.. parse.Relations.ToArray().Select(relation => relation.Label)],
            [.. parse.Sentences.ToArray().Select(sentence => sentence.Passage)],
            Surface(parse)
        );

    private static List<Passage> Surface(Parse parse)
    {
        var tokens = new List<Passage>();
        for (var i = 0; i < parse.Count; i++)
        {
            if (parse.Gaps[i] == Gap.Within)
            {
                tokens[^1] = Passage.Between(tokens[^1].Start, parse.Tokens[i].End);
            }
            else
            {
                tokens.Add(parse.Tokens[i]);
            }
        }
        return tokens;
    }
}
