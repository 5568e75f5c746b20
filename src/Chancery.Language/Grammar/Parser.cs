using System.Collections.Concurrent;
using System.Collections.Frozen;
using Chancery.Language.Grammar.Network;
using Chancery.Language.Names;
using Chancery.Language.Text;

namespace Chancery.Language.Grammar;

/// <summary>Text → words, sentences, trees, names. Holds immutable weights; safe for many threads at once.</summary>
public sealed class Parser
{
    /// <summary>Sentences go through the network together up to so many tokens, so that what they need stays near the processor.</summary>
    private const int Batch = 256;

    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;
    private readonly ConcurrentBag<ParserScratch> idle = [];
    private readonly Encoder? encoder;
    private readonly Tagging? tagging;
    private readonly Arcs? arcs;
    private readonly NameTagging? naming;
    private readonly Lemmas? lemmas;
    private readonly Edges? edges;
    private readonly Agreement? agreement;

    private Parser(string language, Weights? weights)
    {
        var lexicon = TextLexicon.Of(language);
        tokenizer = new Tokenizer(lexicon);
        splitter = new SentenceSplitter(lexicon);
        Version = weights?.Version ?? "none";
        if (weights is null)
        {
            return;
        }
        var places = Places.Of(language);
        var embedder = new Embedder(weights, places);
        encoder = new Encoder(weights, embedder);
        tagging = new Tagging(weights);
        arcs = new Arcs(weights);
        naming = new NameTagging(
            weights,
            new ListedNames(
                places,
                Organisations.Of(language),
                Joints.Of(language),
                Lexicons.Lexicon.Set(language, "place-words"),
                Lexicons
                    .Lexicon.Pairs(language, "honorifics")
                    .Keys.ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            )
        );
        lemmas = new Lemmas(weights, tagging.Tags, embedder);
        agreement = new Agreement(places);
        edges = Edges.Of(language, places);
    }

    /// <summary>The parser of a language: its lexicons, and weights trained on its treebank.</summary>
    /// <param name="language">BCP 47 primary language, the folder of its lexicons ("en"). A language without lexicons works, if less well.</param>
    /// <param name="weights">The bytes of its weights file; empty for words and sentences alone. Must stay in memory while the parser is used.</param>
    /// <exception cref="InvalidDataException">The bytes are no weights file.</exception>
    public static Parser Load(string language, ReadOnlyMemory<byte> weights) =>
        new(language, weights.IsEmpty ? null : new Weights(weights));

    /// <summary>The weights' own version, which every coding records.</summary>
    public string Version { get; }

    /// <summary>Parses one article's text. Never throws on any text; an empty one gives an empty parse.</summary>
    public Parse Parse(string text)
    {
        var scratch = Rent();
        try
        {
            tokenizer.Tokenize(text, scratch.Tokens);
            splitter.Split(text, scratch.Tokens, scratch.Sentences);
            return Analyse(text, scratch);
        }
        finally
        {
            idle.Add(scratch);
        }
    }

    /// <summary>Parses tokens and sentences found by somebody else, a treebank's for example.</summary>
    public Parse Parse(string text, TokenList tokens, IReadOnlyList<Sentence> sentences)
    {
        var scratch = Rent();
        try
        {
            scratch.Tokens.Clear();
            for (var i = 0; i < tokens.Count; i++)
            {
                scratch.Tokens.Add(tokens.Passages[i].Start, tokens.Passages[i].End, tokens.Gaps[i]);
            }
            scratch.Sentences.Clear();
            scratch.Sentences.AddRange(sentences);
            return Analyse(text, scratch);
        }
        finally
        {
            idle.Add(scratch);
        }
    }

    private ParserScratch Rent() =>
        idle.TryTake(out var scratch) ? scratch : new ParserScratch(encoder?.NewCache());

    private Parse Analyse(string text, ParserScratch scratch)
    {
        var count = scratch.Tokens.Count;
        var words = new Words(count);
        scratch.Names.Clear();
        if (encoder is null)
        {
            words.Flatten(text, scratch);
        }
        else
        {
            var sentences = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(scratch.Sentences);
            naming!.Open(count, scratch.NameScores);
            for (int from = 0, to; from < sentences.Length; from = to)
            {
                to = from + 1;
                while (to < sentences.Length && sentences[to].End - sentences[from].First <= Batch)
                {
                    to++;
                }
                Analyse(text, sentences[from..to], scratch, words);
            }
            naming.Find(text, scratch.Tokens.Passages, sentences, scratch.NameScores, scratch.Names);
            edges!.Apply(text, scratch.Tokens.Passages, words.Upos, sentences, scratch.Names);
            agreement!.Apply(text, scratch.Tokens.Passages, words.Upos, sentences, scratch.Names);
        }
        return new Parse(
            text,
            scratch.Tokens.Passages.ToArray(),
            scratch.Tokens.Gaps.ToArray(),
            words.Upos,
            words.Xpos,
            tagging?.Tags ?? ["_"],
            words.Features,
            words.Lemmas,
            words.Heads,
            words.Relations,
            [.. scratch.Sentences],
            [.. scratch.Names]
        );
    }

    private void Analyse(string text, ReadOnlySpan<Sentence> sentences, ParserScratch scratch, Words words)
    {
        var tokens = scratch.Tokens.Passages;
        var first = sentences[0].First;
        var count = sentences[^1].End - first;
        var (lower, upper) = encoder!.Encode(text, tokens, sentences, scratch.Encoder!);
        var readings = scratch.Readings(count);
        tagging!.Tag(lower, encoder.Size, count, ref scratch.TagScores, readings);
        var heads = words.Heads.AsSpan(first, count);
        arcs!.Parse(
            upper,
            encoder.Size,
            sentences,
            scratch.Arcs,
            heads,
            words.Relations.AsSpan(first, count)
        );
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                words.Heads[i] += words.Heads[i] < 0 ? 0 : sentence.First;
                var reading = readings[i - first];
                words.Upos[i] = reading.Upos;
                words.Xpos[i] = reading.Xpos;
                words.Features[i] = reading.Features;
                words.Lemmas[i] = lemmas!.Lemma(tokens[i].In(text), reading.Xpos);
            }
        }
        naming!.Score(text, tokens, words.Upos, upper, encoder.Size, sentences, scratch.NameScores);
    }

    /// <summary>The arrays of one article while they are filled.</summary>
    private sealed class Words(int count)
    {
        public Upos[] Upos { get; } = new Upos[count];

        public short[] Xpos { get; } = new short[count];

        public Features[] Features { get; } = new Features[count];

        public string[] Lemmas { get; } = new string[count];

        public int[] Heads { get; } = new int[count];

        public Relation[] Relations { get; } = new Relation[count];

        /// <summary>Without weights: every word hangs on its sentence's first.</summary>
        public void Flatten(string text, ParserScratch scratch)
        {
            foreach (var sentence in scratch.Sentences)
            {
                for (var i = sentence.First; i < sentence.End; i++)
                {
                    Heads[i] = i == sentence.First ? -1 : sentence.First;
                    Relations[i] = i == sentence.First ? Relation.Root : Relation.Dep;
                    Lemmas[i] = scratch.Tokens.Passages[i].In(text).ToString().ToLowerInvariant();
                }
            }
        }
    }
}
