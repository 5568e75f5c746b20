using System.Text;
using Chancery.Terms;

namespace Chancery.Press.Tests;

/// <summary>A small invented issue whose every field can be set to something nasty.</summary>
internal static class Sample
{
    public static readonly Uri Address = new("https://watch.example/orva/");

    public static readonly Watch Watch = new()
    {
        Id = "orva",
        Name = "Orva Watch",
        Question = "What does this do to the prospect of talks?",
        Subject = "Orva war",
        Outlets =
        [
            new("Meridian Wire", ["meridianwire.example"], "Meridian", null, "en", OutletKind.Agency, []),
        ],
        Edition = new(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
    };

    public static Article Article(
        string text,
        string headline = "Envoys meet in Corrast",
        string? address = "https://meridianwire.example/envoys",
        string outlet = "meridianwire.example"
    ) =>
        new()
        {
            Id = ArticleId.Of(address ?? "", headline, text),
            Key = address ?? "",
            Capture = new Digest("ab"),
            Reader = "1",
            Address = address,
            Outlet = outlet,
            Headline = headline,
            Published = new(new DateTimeOffset(2031, 3, 8, 9, 0, 0, TimeSpan.Zero), true),
            Text = text,
            Blocks = [],
        };

    public static Line Cited(string text, Article article, string words) =>
        new Line.Cited(
            text,
            [
                new(
                    article.Id,
                    new Passage(article.Text.IndexOf(words, StringComparison.Ordinal), words.Length),
                    words
                ),
            ]
        );

    public static Issue Issue(DateOnly week, Line title, Line dek, params Line[] lead)
    {
        var from = new DateTimeOffset(week.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new()
        {
            Watch = "orva",
            Name = "Orva Watch",
            Week = week,
            Window = new(from, from.AddDays(7)),
            Zone = "Etc/UTC",
            Title = title,
            Dek = dek,
            Category = "Reporting | The Basin",
            Lead = new("s1", [new Paragraph(lead)]),
            Approved = new("Ruth Ellery", from.AddDays(7).AddHours(20)),
        };
    }

    public static Line.Absence Absence(
        string text,
        Issue issue,
        string feed = "https://stateoffice.example/rss.xml"
    ) => new(text, feed, issue.Window, new FeedHealth(8, 0, issue.Window.To, 0, true));

    public static SiteInput Input(Issue[] issues, params Article[] articles) =>
        new()
        {
            Watch = Watch,
            Issues = issues,
            Articles = articles.DistinctBy(a => a.Id).ToDictionary(a => a.Id),
            Address = Address,
        };

    /// <summary>An issue with every kind of line, a digest and things to come; the next week's names another article.</summary>
    public static SiteInput Whole()
    {
        var talks = Article("Envoys met on Friday. “We are in no hurry,” said Nadir Oslan. Nine were hurt.");
        var raid = Article(
            "Marenia counted 61 drones.",
            "Drones over Hallin",
            "https://meridianwire.example/raid"
        );
        var first = Issue(
            new(2031, 3, 7),
            Cited("Nobody is in a hurry", talks, "We are in no hurry"),
            Cited("Envoys met, and said so", talks, "Envoys met on Friday."),
            Cited("Envoys met in Corrast on Friday.", talks, "Envoys met on Friday."),
            new Line.Opinion("It will be a long spring.", "Ruth Ellery")
        );
        first = first with
        {
            Digest = [new("s2", [new([Cited("Marenia says that it saw 61 drones.", raid, "61 drones")])])],
            Briefings = [Absence("There were no State Office press briefings this week.", first)],
            Ahead = [Cited("Friday: more talks.", talks, "Envoys met on Friday.")],
        };
        var second = Issue(
            new(2031, 3, 14),
            Cited("A quiet week", raid, "drones"),
            Cited("By its own measure", raid, "Marenia"),
            Cited("Marenia counted.", raid, "Marenia counted")
        );
        return Input([first, second], talks, raid);
    }

    public static string Text(this IEnumerable<SiteFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(f => f.Path == path).Bytes.Span);
}
