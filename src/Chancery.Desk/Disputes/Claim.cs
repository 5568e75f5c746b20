using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>Something that somebody asserts: a statement's content, or a sentence that an outlet tells in its own name.</summary>
/// <param name="From">The article.</param>
/// <param name="Place">What is asserted.</param>
/// <param name="Sentence">The sentence it stands in: what is cited.</param>
/// <param name="Speaker">As printed; the outlet where it tells it itself.</param>
/// <param name="Key">The same for all forms of the speaker's name.</param>
/// <param name="Actor">The watch's actor, where it is one.</param>
/// <param name="Stance">What the cue does; <see cref="Terms.Stance.Say"/> for an outlet's own.</param>
/// <param name="Negative">True where it says that something is not so.</param>
/// <param name="Denied">The words that its negations turn round.</param>
/// <param name="Stems">Its words that carry content, each once, negations left out.</param>
/// <param name="Names">Those of them that are names.</param>
internal sealed record Claim(
    Coded From,
    Passage Place,
    Passage Sentence,
    string Speaker,
    string Key,
    WatchActor? Actor,
    Stance Stance,
    bool Negative,
    IReadOnlySet<string> Denied,
    IReadOnlySet<string> Stems,
    IReadOnlySet<string> Names
)
{
    public string Words => Place.In(From.Article.Text).ToString().Trim().TrimEnd(',', '.');

    /// <summary>True where the outlet speaks for itself.</summary>
    public bool Told { get; init; }

    public Account Account(string outlet, decimal? value = null) =>
        new(
            Speaker,
            Words,
            outlet,
            From.At,
            new Citation(From.Article.Id, Sentence, Sentence.In(From.Article.Text).ToString()),
            value
        );
}
