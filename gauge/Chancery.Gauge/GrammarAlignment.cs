namespace Chancery.Gauge;

/// <summary>
/// Aligns the words of two analyses of one text and scores them, as conll18_ud_eval.py does: offsets leave white space out,
/// words with equal offsets are one, and inside multiword tokens the longest common subsequence of forms decides.
/// </summary>
internal static class GrammarAlignment
{
    private readonly record struct Word(
        int Start,
        int End,
        bool Multi,
        string Form,
        string Upos,
        int Head,
        string Relation
    );

    /// <returns>F1 of UPOS, UAS, LAS, tokens and sentences.</returns>
    public static double[] Score(IReadOnlyList<GoldSentence> sentences, string text, GrammarParse parsed)
    {
        var places = Places(text);
        var (gold, goldTokens, goldSentences) = Gold(sentences);
        var ours = Enumerable
            .Range(0, parsed.Words.Count)
            .Select(i => new Word(
                places[parsed.Words[i].Start],
                places[parsed.Words[i].End],
                false,
                parsed.Words[i].In(text).ToString(),
                parsed.Upos[i],
                parsed.Heads[i],
                parsed.Relations[i]
            ))
            .ToArray();
        var aligned = Align(gold, ours);
        var ofGold = aligned.ToDictionary(pair => pair.Gold, pair => pair.Ours);
        var (upos, uas, las) = (0, 0, 0);
        foreach (var (g, o) in aligned)
        {
            upos += GrammarGauge.Same(gold[g].Upos, ours[o].Upos) ? 1 : 0;
            var head = gold[g].Head < 0 ? -1 : ofGold.GetValueOrDefault(gold[g].Head, -2);
            if (head == ours[o].Head)
            {
                uas++;
                las += GrammarGauge.Same(
                    GrammarGauge.Base(gold[g].Relation),
                    GrammarGauge.Base(ours[o].Relation)
                )
                    ? 1
                    : 0;
            }
        }
        var surface = parsed.Tokens ?? parsed.Words;
        var tokens = surface.Count(token => goldTokens.Contains((places[token.Start], places[token.End])));
        var same = parsed.Sentences.Count(sentence =>
            goldSentences.Contains((places[sentence.Start], places[sentence.End]))
        );
        return
        [
            F1(upos, gold.Length, ours.Length),
            F1(uas, gold.Length, ours.Length),
            F1(las, gold.Length, ours.Length),
            F1(tokens, goldTokens.Count, surface.Count),
            F1(same, goldSentences.Count, parsed.Sentences.Count),
        ];
    }

    private static double F1(int right, int gold, int ours) => 2.0 * right / Math.Max(1, gold + ours);

    /// <summary>The number of characters other than white space before each place.</summary>
    private static int[] Places(string text)
    {
        var places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            places[i + 1] = places[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        }
        return places;
    }

    private static int Solid(string form) => form.Count(c => !char.IsWhiteSpace(c));

    private static (Word[], HashSet<(int, int)>, HashSet<(int, int)>) Gold(
        IReadOnlyList<GoldSentence> sentences
    )
    {
        var words = new List<Word>();
        var tokens = new HashSet<(int, int)>();
        var spans = new HashSet<(int, int)>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            var (first, start) = (words.Count, at);
            var perToken = sentence.Words.ToLookup(word => word.Token);
            for (var t = 0; t < sentence.Tokens.Count; t++)
            {
                var end = at + Solid(sentence.Tokens[t].Form);
                tokens.Add((at, end));
                var multi = perToken[t].Count() > 1;
                foreach (var word in perToken[t])
                {
                    var head = word.Head < 0 ? -1 : first + word.Head;
                    words.Add(new Word(at, end, multi, word.Form, word.Upos, head, word.Relation));
                }
                at = end;
            }
            spans.Add((start, at));
        }
        return ([.. words], tokens, spans);
    }

    private static List<(int Gold, int Ours)> Align(Word[] gold, Word[] ours)
    {
        var pairs = new List<(int, int)>();
        var (g, o) = (0, 0);
        while (g < gold.Length && o < ours.Length)
        {
            if (gold[g].Multi)
            {
                var end = gold[g].End;
                if (ours[o].Start < gold[g].Start)
                {
                    o++;
                    continue;
                }
                var (fromGold, fromOurs) = (g, o);
                while (!Beyond(gold, g, end) || !Beyond(ours, o, end))
                {
                    if (g < gold.Length && (o >= ours.Length || gold[g].Start <= ours[o].Start))
                    {
                        end = gold[g].Multi ? Math.Max(end, gold[g].End) : end;
                        g++;
                    }
                    else
                    {
                        o++;
                    }
                }
                pairs.AddRange(Common(gold, fromGold, g, ours, fromOurs, o));
            }
            else if (gold[g].Start == ours[o].Start && gold[g].End == ours[o].End)
            {
                pairs.Add((g++, o++));
            }
            else if (gold[g].Start <= ours[o].Start)
            {
                g++;
            }
            else
            {
                o++;
            }
        }
        return pairs;
    }

    private static bool Beyond(Word[] words, int i, int end) =>
        i >= words.Length || (words[i].Multi ? words[i].Start >= end : words[i].End > end);

    private static List<(int, int)> Common(Word[] gold, int gFrom, int gTo, Word[] ours, int oFrom, int oTo)
    {
        var (rows, columns) = (gTo - gFrom, oTo - oFrom);
        var best = new int[rows + 1, columns + 1];
        bool Alike(int i, int j) => GrammarGauge.Same(gold[gFrom + i].Form, ours[oFrom + j].Form);
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                best[i, j] = Alike(i, j) ? 1 + best[i + 1, j + 1] : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }
        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < rows && j < columns; )
        {
            if (Alike(i, j))
            {
                pairs.Add((gFrom + i++, oFrom + j++));
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return pairs;
    }
}
