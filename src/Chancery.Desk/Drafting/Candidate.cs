using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Something that a line can say, before it is put into words.</summary>
internal abstract record Candidate(Coded From, string Words, IReadOnlyList<Citation> Citations, double Worth)
{
    /// <summary>The stretch of the article that its words are taken from.</summary>
    public Passage Place { get; init; }

    /// <summary>The words of the watch's question that it has, each once.</summary>
    public IReadOnlyList<string> Stakes { get; init; } = [];

    /// <summary>How many independent families tell the same, its own left out.</summary>
    public int Echo { get; init; }

    /// <summary>Somebody's words: a quotation or a clause.</summary>
    /// <param name="Speaker">Who said it.</param>
    /// <param name="Cue">The cue's lemma.</param>
    /// <param name="Quoted">True where <c>Words</c> are a whole quotation, false where they are a clause.</param>
    /// <param name="Weekday">The weekday that the cited sentence itself gives to the saying; null where it gives none.</param>
    public sealed record Said(
        Coded From,
        Speaker Speaker,
        string Cue,
        string Words,
        bool Quoted,
        string? Weekday,
        IReadOnlyList<Citation> Citations,
        double Worth
    ) : Candidate(From, Words, Citations, Worth)
    {
        /// <summary>For words that lean on those before them ("And if not, …"): the stretch that must stand in the line before.</summary>
        public Passage? Follows { get; init; }

        /// <summary>True for a quotation without a word of the question, a name or an echo of its own: it only completes others.</summary>
        public bool Idle { get; init; }

        /// <summary>Who tells that it was said, where that is neither the speaker nor the outlet; null where nobody stands between.</summary>
        public Speaker? Relayer { get; init; }

        /// <summary>To whom it was said, as printed ("reporters"); null where the sentence does not tell.</summary>
        public string? Addressee { get; init; }
    }

    /// <summary>What an outlet tells in its own words.</summary>
    /// <param name="Inside">The words as they stand inside a sentence; null where the case of the first is not sure.</param>
    public sealed record Told(
        Coded From,
        string Words,
        string? Inside,
        IReadOnlyList<Citation> Citations,
        double Worth
    ) : Candidate(From, Words, Citations, Worth);
}
