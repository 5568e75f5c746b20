using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>A statement in the making, in tokens. An empty stretch (<see cref="Stretch.None"/>) is a part that is not there.</summary>
internal sealed class Attribution
{
    /// <summary>What was said.</summary>
    public required List<Stretch> Content { get; init; }

    /// <summary>The words that name the speaker.</summary>
    public Stretch Speaker { get; set; } = Stretch.None;

    /// <summary>The token by which the speaker is known: the head of the words, or what a relative pronoun stands for; −1 for none.</summary>
    public int SpeakerHead { get; set; } = -1;

    public Stretch Cue { get; set; } = Stretch.None;

    /// <summary>A second part of the cue, where it is split ("quoted … as saying").</summary>
    public Stretch CueRest { get; set; } = Stretch.None;

    /// <summary>The token that the cue hangs on; −1 for none.</summary>
    public int CueToken { get; set; } = -1;
    public string Lemma { get; set; } = "";
    public Stance Stance { get; set; } = Stance.Say;

    /// <summary>True where all of the content stands in quotation marks, and the marks are left out of it.</summary>
    public bool Direct { get; init; }
    public bool Negated { get; set; }
    public bool Anonymous { get; set; }
    public Stretch Addressee { get; set; } = Stretch.None;
    public Stretch Medium { get; set; } = Stretch.None;

    /// <summary>Who passed it on, beside those whose own statements hold this one.</summary>
    public List<Stretch> Through { get; } = [];

    /// <summary>From the first to the last token of all parts.</summary>
    public Stretch Whole()
    {
        Stretch whole = Stretch.None;
        foreach (Stretch part in (IEnumerable<Stretch>)[.. Content, Speaker, Cue, CueRest])
            whole = whole.With(part);
        return whole;
    }
}

/// <summary>Tokens from one to another, both included; of the whole article's.</summary>
internal readonly record struct Stretch(int First, int Last)
{
    public static readonly Stretch None = new(0, -1);

    public bool IsNone => Last < First;

    public static Stretch Of((int First, int Last) tokens) => new(tokens.First, tokens.Last);

    public bool Has(int token) => token >= First && token <= Last;

    public bool Has(Stretch other) => other.First >= First && other.Last <= Last;

    public bool Meets(Stretch other) => other.First <= Last && First <= other.Last;

    public Stretch With(Stretch other) =>
        IsNone ? other
        : other.IsNone ? this
        : new(Math.Min(First, other.First), Math.Max(Last, other.Last));

    public Stretch Within(int first, int last) => new(Math.Max(First, first), Math.Min(Last, last));
}
