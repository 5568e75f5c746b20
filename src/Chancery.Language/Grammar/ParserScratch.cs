using Chancery.Language.Grammar.Network;
using Chancery.Language.Text;

namespace Chancery.Language.Grammar;

/// <summary>What one parse at a time needs and the next can use again.</summary>
internal sealed class ParserScratch(FormCache? cache)
{
    private Reading[] readings = [];

    // Grows where it is used, hence a field.
    public float[] TagScores = [];

    public TokenList Tokens { get; } = new();

    public List<Sentence> Sentences { get; } = [];

    public List<Name> Names { get; } = [];

    public EncoderScratch? Encoder { get; } = cache is null ? null : new EncoderScratch(cache);

    public ArcScratch Arcs { get; } = new();

    public NameScratch NameScores { get; } = new();

    public Span<Reading> Readings(int count)
    {
        if (readings.Length < count)
        {
            readings = new Reading[count * 3 / 2];
        }
        return readings.AsSpan(0, count);
    }
}
