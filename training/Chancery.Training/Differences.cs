using Chancery.Gauge;
using Chancery.Language;
using Chancery.Language.Grammar;

namespace Chancery.Training;

/// <summary>Shows where our words differ from a treebank's, commonest first.</summary>
internal static class Differences
{
    public static void Words(IReadOnlyList<GoldSentence> gold)
    {
        var text = GrammarGauge.RawText(gold);
        var parse = English.Load(default).Parse(text);
        var ours = new List<(int, int)>();
        var solid = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            solid[i + 1] = solid[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        }
        foreach (var token in parse.Tokens)
        {
            ours.Add((solid[token.Start], solid[token.End]));
        }
        var flat = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var theirs = new List<(int, int)>();
        var at = 0;
        foreach (var sentence in gold)
        {
            foreach (var group in sentence.Words.GroupBy(word => word.Token))
            {
                var form = sentence.Tokens[group.Key].Form;
                var length = form.Count(c => !char.IsWhiteSpace(c));
                var words = group.ToArray();
                var joined = words.Sum(word => word.Form.Length) == length;
                var from = at;
                foreach (var word in joined ? words : words[..1])
                {
                    var end = joined ? from + word.Form.Length : at + length;
                    theirs.Add((from, end));
                    from = end;
                }
                at += length;
            }
        }
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (o, t) = (0, 0);
        while (o < ours.Count && t < theirs.Count)
        {
            if (ours[o] == theirs[t])
            {
                o++;
                t++;
                continue;
            }
            var (fromOurs, fromTheirs) = (o, t);
            var (endOurs, endTheirs) = (ours[o++].Item2, theirs[t++].Item2);
            while (endOurs != endTheirs)
            {
                if (endOurs < endTheirs)
                {
                    endOurs = ours[o++].Item2;
                }
                else
                {
                    endTheirs = theirs[t++].Item2;
                }
            }
            string Show(List<(int Start, int End)> spans, int from, int to) =>
                string.Join('~', spans[from..to].Select(span => flat[span.Start..span.End]));
            var key = $"{Show(theirs, fromTheirs, t)}  ours: {Show(ours, fromOurs, o)}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        Console.WriteLine($"{counts.Values.Sum()} differences");
        foreach (var (key, count) in counts.OrderByDescending(pair => pair.Value).Take(150))
        {
            Console.WriteLine($"{count}  {key}");
        }
    }

    public static void Sentences(IReadOnlyList<GoldSentence> gold)
    {
        var text = GrammarGauge.RawText(gold);
        var parse = English.Load(default).Parse(text);
        var solid = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            solid[i + 1] = solid[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        }
        var theirs = new HashSet<int>();
        var at = 0;
        foreach (var sentence in gold)
        {
            at += sentence.Tokens.Sum(token => token.Form.Count(c => !char.IsWhiteSpace(c)));
            theirs.Add(at);
        }
        var ours = parse.Sentences.ToArray().Select(sentence => solid[sentence.Passage.End]).ToHashSet();
        Console.WriteLine($"{theirs.Count} theirs, {ours.Count} ours, {ours.Count(theirs.Contains)} shared");
        var random = new Random(1);
        for (var i = 0; i + 1 < parse.Count; i++)
        {
            var end = solid[parse.Tokens[i].End];
            if (ours.Contains(end) != theirs.Contains(end) && random.Next(12) == 0)
            {
                var from = Math.Max(0, parse.Tokens[i].End - 50);
                var to = Math.Min(text.Length, parse.Tokens[i].End + 40);
                Console.WriteLine(
                    (ours.Contains(end) ? "FALSE  " : "MISSED ")
                        + text[from..parse.Tokens[i].End].Replace('\n', '_')
                        + " ## "
                        + text[parse.Tokens[i].End..to].Replace('\n', '_')
                );
            }
        }
    }

    /// <param name="nationalities">False for files that leave nationalities out.</param>
    public static void Names(Parser parser, string path, bool nationalities)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = NamesGold.Read(path);
        foreach (
            var (sentence, found) in sentences.Zip(
                Measure.Names(parser, [.. sentences.Select(sentence => sentence.Words)])
            )
        )
        {
            string Show((int First, int End, string Kind) name) =>
                name.Kind
                + " "
                + string.Join(' ', sentence.Words.Skip(name.First).Take(name.End - name.First));
            var gold = sentence.Names().ToArray();
            var ours = found
                .Where(name => nationalities || name.Kind != "NAT")
                .Select(name => (name.First, name.End, Kind: name.Kind == "NAT" ? "LOC" : name.Kind))
                .ToArray();
            foreach (var name in gold.Except(ours))
            {
                var near = ours.Where(other => other.First < name.End && name.First < other.End)
                    .Select(other => Show(other))
                    .ToArray();
                var key = $"{Show(name)}  ours: {string.Join(", ", near)}";
                counts[key] = counts.GetValueOrDefault(key) + 1;
                var kind =
                    $"{name.Kind} ours: {(near.Length == 0 ? "nothing" : near[0][..3] + (near[0][4..] == Show(name)[4..] ? " same" : " span"))}";
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
            foreach (
                var name in ours.Where(name =>
                    !gold.Any(other => other.First < name.End && name.First < other.End)
                )
            )
            {
                var key = $"nothing  ours: {Show(name)}";
                counts[key] = counts.GetValueOrDefault(key) + 1;
                kinds["nothing ours: " + name.Kind] =
                    kinds.GetValueOrDefault("nothing ours: " + name.Kind) + 1;
            }
        }
        foreach (
            var (key, count) in kinds
                .OrderByDescending(pair => pair.Value)
                .Concat(counts.OrderByDescending(pair => pair.Value).Take(160))
        )
        {
            Console.WriteLine($"{count}  {key}");
        }
    }

    /// <summary>The commonest mistakes of trees in one genre: what should have been and what was, with the share of all words.</summary>
    public static void Trees(Parser parser, IReadOnlyList<GoldSentence> gold, string genre)
    {
        var sentences = gold.Where(sentence => sentence.Genre == genre).ToArray();
        var given = GrammarGauge.Given(sentences);
        var parse = Measure.Parse(parser, given);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var first = given.Sentences[s].First;
            foreach (var (word, i) in sentences[s].Words.Select((word, i) => (word, first + i)))
            {
                words++;
                var attached = parse.Heads[i] == (word.Head < 0 ? -1 : first + word.Head);
                var (should, was) = (word.Relation.Split(':')[0], parse.Relations[i].Base.Label);
                if (!attached || should != was)
                {
                    var key = should == was ? $"{should} attached elsewhere" : $"{should} taken for {was}";
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }
        foreach (var (key, count) in counts.OrderByDescending(pair => pair.Value).Take(25))
        {
            Console.WriteLine(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{count}  {(double)count / words:P2}  {key}"
                )
            );
        }
    }
}
