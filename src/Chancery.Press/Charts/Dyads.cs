using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press.Charts;

/// <summary>Cooperation against conflict for each pair of actor and recipient: bars to the right and to the left of one line.</summary>
public static class Dyads
{
    /// <summary>How many pairs, the busiest, a chart shows.</summary>
    public const int Pairs = 12;

    private const int Left = 210;
    private const int Half = 200;
    private const int High = 26;
    private const int Top = 30;

    /// <param name="Actor">As printed.</param>
    /// <param name="Recipient">As printed.</param>
    /// <param name="Cooperation">Events of the two cooperative classes.</param>
    /// <param name="Conflict">Events of the two conflictual ones.</param>
    public readonly record struct Pair(string Actor, string Recipient, int Cooperation, int Conflict);

    /// <summary>The busiest pairs of two parties that are not one.</summary>
    public static IReadOnlyList<Pair> Of(IEnumerable<ChartEvent> events) =>
        [
            .. events
                .Where(e => e.Actor is not null && e.Recipient is not null && e.Actor != e.Recipient)
                .GroupBy(e => (e.Actor, e.Recipient))
                .Select(g => new Pair(
                    g.Key.Actor!,
                    g.Key.Recipient!,
                    g.Count(e => Cooperates(e.Type)),
                    g.Count(e => !Cooperates(e.Type))
                ))
                .OrderByDescending(p => p.Cooperation + p.Conflict)
                .ThenBy(p => p.Actor, StringComparer.Ordinal)
                .ThenBy(p => p.Recipient, StringComparer.Ordinal)
                .Take(Pairs),
        ];

    /// <returns>SVG; empty where there is nothing to show.</returns>
    public static string Draw(IReadOnlyList<ChartEvent> events)
    {
        var pairs = Of(events);
        if (pairs.Count == 0)
        {
            return "";
        }
        var most = pairs.Max(p => Math.Max(p.Cooperation, p.Conflict));
        var middle = Left + Half;
        var svg = new Svg(
            Left + 2 * Half + 40,
            Top + pairs.Count * High + 10,
            "Cooperation against conflict",
            $"The {Printed.Count(pairs.Count, "pair", "pairs")} of parties with most events"
        );
        svg.Text(middle - 8, 16, "conflict", "end", fill: Svg.Conflict);
        svg.Text(middle + 8, 16, "cooperation", fill: Svg.Cooperation);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            var y = Top + i * High;
            svg.Text(Left - 10, y + 17, $"{pair.Actor} → {pair.Recipient}", "end");
            Bar(pair.Conflict, -1, Svg.Conflict);
            Bar(pair.Cooperation, 1, Svg.Cooperation);

            void Bar(int count, int way, string colour)
            {
                if (count == 0)
                {
                    return;
                }
                var length = (double)(Half - 30) * count / most;
                svg.Box(way > 0 ? middle : middle - length, y + 4, length, High - 8, colour, 0.75);
                svg.Text(
                    middle + way * (length + 5),
                    y + 17,
                    count.ToString(CultureInfo.InvariantCulture),
                    way > 0 ? "start" : "end"
                );
            }
        }
        svg.Line(middle, Top - 4, middle, Top + pairs.Count * High + 4);
        return svg.ToString();
    }

    private static bool Cooperates(EventType type) =>
        Plover.Quad(type) is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation;
}
