namespace Chancery.Desk.Checking;

/// <summary>Words that give a saying to a speaker.</summary>
/// <param name="Cue">Index of the cue's first token.</param>
/// <param name="CueLength">Number of its tokens.</param>
/// <param name="Class">The cue's class; "source" for "according to".</param>
/// <param name="Speaker">The speaker's name, or the description of one who is not named.</param>
/// <param name="Also">Names in an apposition and before a described speaker ("Ostmark" of "the Ostmark ministry").</param>
/// <param name="Described">True where the speaker is described and not named.</param>
/// <param name="Pronoun">True where the speaker is a pronoun.</param>
/// <param name="From">Index of the first token of the speaker and cue together.</param>
/// <param name="To">Index after their last.</param>
internal sealed record Attribution(
    int Cue,
    int CueLength,
    string Class,
    string Speaker,
    IReadOnlyList<string> Also,
    bool Described,
    bool Pronoun,
    int From,
    int To
)
{
    public bool Has(int token) => token >= From && token < To;
}
