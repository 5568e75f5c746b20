namespace Chancery.Language.Grammar.Network;

/// <summary>One reading of a word: universal tag, treebank tag, features, as numbers of the parts that score it.</summary>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Index into the treebank's tags.</param>
/// <param name="Features">Universal features.</param>
internal readonly record struct Reading(Upos Upos, short Xpos, Features Features);

/// <summary>
/// Chooses a reading among those the treebank shows. A reading scores the sum of its universal tag's, its treebank tag's and
/// its features' scores, so that rare readings share what is known of their parts.
/// </summary>
internal sealed class Tagging
{
    private readonly Matrix matrix;
    private readonly float[] bias;
    private readonly Reading[] readings;
    private readonly (int Upos, int Xpos, int Features)[] parts;

    public Tagging(Weights weights)
    {
        matrix = weights.Matrix("tag");
        bias = weights.Numbers("tag-bias");
        Tags = weights.Strings("tags");
        var featureSets = weights.Strings("feature-sets");
        var upos = Enum.GetValues<Upos>().Length;
        readings =
        [
            .. weights
                .Strings("readings")
                .Select(line =>
                    line.Split('\t')
                        .Select(field => int.Parse(field, System.Globalization.CultureInfo.InvariantCulture))
                        .ToArray()
                )
                .Select(ids => new Reading((Upos)ids[0], (short)ids[1], Features.Read(featureSets[ids[2]]))),
        ];
        parts =
        [
            .. weights
                .Strings("readings")
                .Select(line =>
                    line.Split('\t')
                        .Select(field => int.Parse(field, System.Globalization.CultureInfo.InvariantCulture))
                        .ToArray()
                )
                .Select(ids => (ids[0], upos + ids[1], upos + Tags.Length + ids[2])),
        ];
    }

    /// <summary>The treebank's tags.</summary>
    public string[] Tags { get; }

    public void Tag(float[] encoded, int stride, int count, ref float[] scores, Span<Reading> tagged)
    {
        if (scores.Length < count * matrix.Width)
        {
            scores = new float[count * matrix.Width * 3 / 2];
        }
        matrix.Multiply(encoded, stride, count, scores, matrix.Width);
        for (var i = 0; i < count; i++)
        {
            var row = scores.AsSpan(i * matrix.Width, bias.Length);
            Grammar.Rows.Add(row, bias);
            var best = 0;
            var most = float.NegativeInfinity;
            for (var r = 0; r < parts.Length; r++)
            {
                var score = row[parts[r].Upos] + row[parts[r].Xpos] + row[parts[r].Features];
                if (score > most)
                {
                    (best, most) = (r, score);
                }
            }
            tagged[i] = readings[best];
        }
    }
}
