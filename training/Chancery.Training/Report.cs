using Chancery.Gauge;
using Chancery.Language.Grammar;

namespace Chancery.Training;

/// <summary>Prints figures.</summary>
internal static class Report
{
    public static void Grammar(string name, GrammarFigures figures)
    {
        Console.WriteLine(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{name}: UPOS {figures.Upos:P2} UAS {figures.Uas:P2} LAS {figures.Las:P2}; raw UPOS {figures.RawUpos:P2} UAS {figures.RawUas:P2} LAS {figures.RawLas:P2} tokens {figures.TokenF1:P2} sentences {figures.SentenceF1:P2}; {figures.WordsPerSecond:F0} words/s"
            )
        );
        Console.WriteLine("  " + Join(figures.LasByGenre) + " | " + Join(figures.LasByLength));
    }

    public static void Names(Parser parser, string gold)
    {
        Line("worldwide", Measure.Names(parser, Path.Combine(gold, "names", "worldwide.bio.gz"), true));
        Line("uner dev", Measure.Names(parser, Path.Combine(gold, "names", "uner-dev.bio"), false));
    }

    private static void Line(string name, NamesFigures figures) =>
        Console.WriteLine(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{name}: F1 {figures.F1:P2} P {figures.Precision:P2} R {figures.Recall:P2}; PER {figures.Per:P2} LOC {figures.Loc:P2} ORG {figures.Org:P2}; {figures.Seconds:F1} s"
            )
        );

    private static string Join(IReadOnlyDictionary<string, double> shares) =>
        string.Join(
            " ",
            shares.Select(pair =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{pair.Key} {pair.Value:P1}"
                )
            )
        );
}
