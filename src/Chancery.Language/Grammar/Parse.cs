using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Grammar;

/// <summary>
/// One article's words, sentences, dependency trees and names. Arrays run over the tokens of the whole article; a head is
/// a token's index in the article too. Immutable.
/// </summary>
/// <example>
/// <code>
/// var parser = English.Load(weights);            // once; safe for many threads
/// var parse = parser.Parse(article.Text);
/// foreach (var sentence in parse.Sentences)
///     for (var i = sentence.First; i &lt; sentence.End; i++)
///         if (parse.Upos[i] == Upos.Verb)
///             foreach (var dependent in parse.Dependents(i))
///                 if (parse.Relations[dependent] == Relation.Nsubj)
///                     Use(parse.Form(dependent), parse.Lemma(i), parse.PassageOf(parse.Subtree(dependent)));
/// </code>
/// </example>
public sealed class Parse
{
    private readonly Passage[] tokens;
    private readonly Gap[] gaps;
    private readonly Upos[] upos;
    private readonly short[] xpos;
    private readonly Features[] features;
    private readonly string[] lemmas;
    private readonly int[] heads;
    private readonly Relation[] relations;
    private readonly Sentence[] sentences;
    private readonly Name[] names;
    private readonly IReadOnlyList<string> tagset;
    private readonly int[] starts;
    private readonly int[] dependents;
    private readonly int[] firsts;
    private readonly int[] lasts;

    internal Parse(
        string text,
        Passage[] tokens,
        Gap[] gaps,
        Upos[] upos,
        short[] xpos,
        IReadOnlyList<string> tagset,
        Features[] features,
        string[] lemmas,
        int[] heads,
        Relation[] relations,
        Sentence[] sentences,
        Name[] names
    )
    {
        Text = text;
        (this.tokens, this.gaps, this.sentences, this.names) = (tokens, gaps, sentences, names);
        (this.upos, this.xpos, this.tagset, this.features) = (upos, xpos, tagset, features);
        (this.lemmas, this.heads, this.relations) = (lemmas, heads, relations);
        (starts, dependents) = Trees.Dependents(heads);
        (firsts, lasts) = Trees.Extents(heads);
    }

    /// <summary>The article's text, which all passages cut.</summary>
    public string Text { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count => tokens.Length;

    public ReadOnlySpan<Passage> Tokens => tokens;

    /// <summary>What stands before each token.</summary>
    public ReadOnlySpan<Gap> Gaps => gaps;

    public ReadOnlySpan<Upos> Upos => upos;

    public ReadOnlySpan<Features> Features => features;

    /// <summary>The head of each token; -1 for the root of a sentence.</summary>
    public ReadOnlySpan<int> Heads => heads;

    /// <summary>The relation of each token to its head, with the subtypes of <see cref="Relation"/>.</summary>
    public ReadOnlySpan<Relation> Relations => relations;

    public ReadOnlySpan<Sentence> Sentences => sentences;

    /// <summary>Names in order; they never overlap and never cross a sentence's end.</summary>
    public ReadOnlySpan<Name> Names => names;

    /// <summary>The token's own characters.</summary>
    public ReadOnlySpan<char> Form(int token) => tokens[token].In(Text);

    /// <summary>The dictionary form: lower case but for names.</summary>
    public string Lemma(int token) => lemmas[token];

    /// <summary>The treebank's own tag ("VBD").</summary>
    public string Xpos(int token) => tagset[xpos[token]];

    /// <summary>The token's dependents, in order.</summary>
    public ReadOnlySpan<int> Dependents(int token) =>
        dependents.AsSpan(starts[token], starts[token + 1] - starts[token]);

    /// <summary>The first dependent with this relation, or with a subtype of it where it is universal; -1 where there is none.</summary>
    public int Dependent(int token, Relation relation)
    {
        foreach (var dependent in Dependents(token))
        {
            if (relations[dependent] == relation || relations[dependent].Base == relation)
            {
                return dependent;
            }
        }
        return -1;
    }

    /// <summary>First and last token (inclusive) of all that hangs on the token, itself included.</summary>
    public (int First, int Last) Subtree(int token) => (firsts[token], lasts[token]);

    /// <summary>The stretch of text from one token to another, both included.</summary>
    public Passage PassageOf((int First, int Last) tokens) =>
        Passage.Between(this.tokens[tokens.First].Start, this.tokens[tokens.Last].End);

    public Passage PassageOf(Name name) => PassageOf((name.First, name.End - 1));

    /// <summary>The index of the sentence that holds the token.</summary>
    public int SentenceOf(int token)
    {
        var (low, high) = (0, sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].First <= token ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <summary>The index of the first token that ends after a place in the text; <see cref="Count"/> where none does.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
