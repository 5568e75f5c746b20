using Chancery.Terms;

namespace Chancery.Desk.Tests.Checking;

/// <summary>An invented dispute: two countries, a mediator, their people and the papers that write of them.</summary>
internal static class Invented
{
    public static readonly DateOnly Week = new(2031, 3, 7);

    public static Watch Watch { get; } =
        new()
        {
            Id = "tarn",
            Name = "Tarn Watch",
            Question = "What does this do to the prospect of talks?",
            Subject = "Tarn war",
            Actors =
            [
                State("Ostmark", "ostmark", "Ostmark government", "Belgar"),
                State("Vellia", "vellia", "Vellian government", "Port Sorrel"),
                State("Kestria", "mediator"),
                Person(
                    "Jan Novák",
                    "ostmark",
                    ["Novak", "Jan Nowak"],
                    new Office("Ostmark Foreign Minister", new DateOnly(2029, 1, 1), null)
                ),
                Person(
                    "Petra Vell",
                    "vellia",
                    [],
                    new Office("Vellian Prime Minister", new DateOnly(2028, 5, 1), null)
                ),
                Person(
                    "Tomas Arkel",
                    "ostmark",
                    [],
                    new Office(
                        "Ostmark Defence Minister",
                        new DateOnly(2027, 1, 1),
                        new DateOnly(2030, 12, 31)
                    ),
                    new Office("Ostmark President", new DateOnly(2031, 1, 1), null)
                ),
                Person(
                    "Ilse Brandt",
                    "vellia",
                    [],
                    new Office("Vellian Foreign Ministry spokesperson", null, null)
                ),
                Person(
                    "Oman Sarr",
                    "mediator",
                    [],
                    new Office("Kestrian special envoy", new DateOnly(2031, 2, 1), null)
                ),
            ],
            Outlets =
            [
                Outlet("The Belgar Courier", "courier.example", "Harbour"),
                Outlet("The Evening Harbour", "harbour.example", "Harbour"),
                Outlet("Meridian Wire", "meridian.example", "Meridian", OutletKind.Agency),
                Outlet("The Sorrel Ledger", "ledger.example", "Ledger Holdings"),
                Outlet("Kestria Today", "kestriatoday.example", "Today"),
            ],
            Spelling = new Dictionary<string, string> { ["Belgara"] = "Belgar", ["Nowak"] = "Novák" },
            Edition = new Edition(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
        };

    public static Issue Issue(params IEnumerable<Line> lead) =>
        new()
        {
            Watch = "tarn",
            Name = "Tarn Watch",
            Week = Week,
            Window = new Window(At(Week), At(Week.AddDays(7))),
            Zone = "Etc/UTC",
            Title = new Line.Opinion("", ""),
            Dek = new Line.Opinion("", ""),
            Lead = new Item(null, [new Paragraph([.. lead])]),
        };

    public static Article Article(
        string outlet,
        DateOnly day,
        string text,
        string? agency = null,
        string headline = ""
    ) =>
        new()
        {
            Id = ArticleId.Of(outlet + day, headline, text),
            Key = outlet + day,
            Capture = new Digest("00"),
            Reader = "test",
            Outlet = outlet,
            Headline = headline,
            Agency = agency,
            Published = new Stamp(At(day), false),
            Language = "en",
            Text = text,
            Blocks = [new Block(BlockKind.Paragraph, new Passage(0, text.Length))],
        };

    public static Citation Cite(Article article, string? words = null)
    {
        words ??= article.Text;
        var at = article.Text.IndexOf(words, StringComparison.Ordinal);
        return new Citation(article.Id, new Passage(at, words.Length), words);
    }

    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static WatchActor State(string name, string side, params string[] aliases) =>
        new(name, ActorKind.State, aliases, null, side, true, []);

    private static WatchActor Person(string name, string side, string[] aliases, params Office[] offices) =>
        new(name, ActorKind.Person, aliases, null, side, true, offices);

    private static Outlet Outlet(
        string name,
        string domain,
        string family,
        OutletKind kind = OutletKind.Paper
    ) => new(name, [domain], family, null, "en", kind, []);
}
