using System.Globalization;
using System.Text.Json;

namespace Chancery.Bench;

/// <summary>
/// News of invented countries, as JSON lines, for filling a desk: <c>… --news 100000 news.jsonl</c>, then
/// <c>chancery read news.jsonl</c>. Seeded: the same number gives the same file.
/// </summary>
internal static class NewsGenerator
{
    private static readonly string[] Speakers =
    [
        "Foreign Minister Milena Drosk",
        "President Oren Valtchek",
        "Prime Minister Corin Ashdale",
        "Foreign Minister Anselm Torrey",
        "mediator Nadir Oslan",
        "special envoy Marcus Thele",
        "spokesperson Petar Lumnik",
        "opposition leader Wilma Tate",
    ];

    private static readonly string[] Places =
    [
        "Corrast",
        "Dravna",
        "Selmouth",
        "Hallin",
        "Ardley",
        "Tern Bridge",
    ];

    private static readonly string[] Said =
    [
        "the third round would be held before the end of the month",
        "no list of prisoners had been handed over",
        "the tolls on the river had to be lifted first",
        "a ceasefire without monitors was not worth the paper",
        "the memorandum was still being written",
        "both delegations would travel on Thursday",
        "sanctions would follow if the talks failed",
        "nobody had been invited to a summit",
    ];

    private static readonly string[] Did =
    [
        "Kestovia and Marenia exchanged {0} prisoners at Tern Bridge.",
        "Envoys of Kestovia met envoys of Marenia in Corrast on Tuesday.",
        "Kestovian drones struck a grain store near Hallin, killing {0} people.",
        "Marenia imposed sanctions on {0} Kestovian shipping companies.",
        "President Brandt-Hayes spoke with President Valtchek by telephone for {0} minutes.",
        "The Basin League offered to host another round of talks.",
        "Kestovia rejected the proposal of the mediator.",
        "About {0} people protested in Selmouth against the memorandum.",
    ];

    private static readonly string[] Outlets =
    [
        "meridianwire.example",
        "ardleyledger.example",
        "dravnaobserver.example",
        "selmouthcourier.example",
        "ona.example",
        "basinbroadcasting.example",
        "eveningharbour.example",
    ];

    public static void Write(int count, string path)
    {
        var chance = new Random(20260306);
        T One<T>(T[] of) => of[chance.Next(of.Length)];
        using var lines = new StreamWriter(path);
        // Ten articles an hour, back from the demo's week.
        var last = new DateTimeOffset(2026, 3, 12, 20, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var (place, outlet) = (One(Places), One(Outlets));
            var paragraphs = Enumerable
                .Range(0, 4 + chance.Next(5))
                .Select(_ =>
                    string.Join(
                        ' ',
                        string.Format(CultureInfo.InvariantCulture, One(Did), chance.Next(2, 90)),
                        $"{Capital(One(Speakers))} told reporters in {One(Places)} that {One(Said)}.",
                        $"“We have heard this {chance.Next(2, 9)} times,” {One(Speakers)} said. “And {One(Said)}.”"
                    )
                );
            lines.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        url = $"https://{outlet}/{last.AddMinutes(-6 * i):yyyy/MM/dd}/{i}",
                        title = $"{place}: {One(Said)}, says {One(Speakers)} ({i})",
                        date = last.AddMinutes(-6 * i).ToString("O", CultureInfo.InvariantCulture),
                        text = $"{place.ToUpperInvariant()} — " + string.Join("\n\n", paragraphs),
                    }
                )
            );
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
