using System.Globalization;
using Chancery.Gauge;
using Chancery.Language.Grammar;

namespace Chancery.Training.Data;

/// <summary>The readings that the treebanks show at least twice, numbered by their parts.</summary>
internal sealed class Tagset
{
    private static readonly HashSet<string> Kept =
    [
        "Tense",
        "Voice",
        "Number",
        "Polarity",
        "Mood",
        "VerbForm",
        "Person",
        "Case",
        "Gender",
        "Degree",
        "PronType",
        "Definite",
        "NumType",
        "Poss",
        "Reflex",
    ];

    private readonly Dictionary<(string, string, string), int> index = [];

    public Tagset(IEnumerable<GoldWord> words)
    {
        var readings = words
            .GroupBy(Key)
            .Where(group => group.Count() >= 2)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => group.Key)
            .ToArray();
        Tags = [.. readings.Select(reading => reading.Xpos).Distinct()];
        FeatureSets = [.. readings.Select(reading => reading.Features).Distinct()];
        var upos = Enum.GetValues<Upos>().Length;
        Columns = upos + Tags.Count + FeatureSets.Count;
        for (var i = 0; i < readings.Length; i++)
        {
            index[readings[i]] = i;
        }
        Parts =
        [
            .. readings.Select(reading =>
                (
                    (int)Read(reading.Upos),
                    upos + Tags.IndexOf(reading.Xpos),
                    upos + Tags.Count + FeatureSets.IndexOf(reading.Features)
                )
            ),
        ];
        Lines =
        [
            .. Parts.Select(part =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{part.Upos}\t{part.Xpos - upos}\t{part.Features - upos - Tags.Count}"
                )
            ),
        ];
    }

    public List<string> Tags { get; }

    public List<string> FeatureSets { get; }

    public int Columns { get; }

    public (int Upos, int Xpos, int Features)[] Parts { get; }

    /// <summary>The readings as the weights file keeps them.</summary>
    public string[] Lines { get; }

    /// <summary>The number of a word's reading; -1 where it is too rare to have one.</summary>
    public int Of(GoldWord word) => index.GetValueOrDefault(Key(word), -1);

    public static Upos Read(string upos) => Enum.TryParse<Upos>(upos, true, out var read) ? read : Upos.X;

    private static (string Upos, string Xpos, string Features) Key(GoldWord word) =>
        (
            word.Upos,
            word.Xpos == "_" ? word.Upos : word.Xpos,
            string.Join('|', word.Features.Split('|').Where(pair => Kept.Contains(pair.Split('=')[0])))
        );
}
