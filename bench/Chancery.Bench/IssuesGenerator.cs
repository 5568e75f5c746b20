using System.Globalization;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>
/// A desk with as many published issues of the demo's watch as wanted, 27 sentences on 34 notes each:
/// <c>… --issues 500 desk</c>, then <c>chancery due</c> and <c>chancery publish</c> on it. Given again with a larger
/// number it adds the newer ones.
/// </summary>
internal static class IssuesGenerator
{
    private const int Articles = 17;

    private static readonly DateOnly First = new(2016, 8, 5);

    private static readonly string[] Speakers =
    [
        "Milena Drosk",
        "Oren Valtchek",
        "Corin Ashdale",
        "Anselm Torrey",
        "Nadir Oslan",
        "Marcus Thele",
        "Petar Lumnik",
        "Wilma Tate",
    ];

    public static void Write(int count, string folder)
    {
        using var store = Store.Open(folder);
        for (var i = IssueShelf.Approved(store, "demo").Count; i < count; i++)
        {
            var week = First.AddDays(7 * i);
            var from = new DateTimeOffset(week, TimeOnly.MinValue, TimeSpan.Zero);
            Article[] articles = [.. Enumerable.Range(0, Articles).Select(a => Article(i, a, from))];
            Capture[] captures =
            [
                .. articles.Select(article =>
                    Capture.Of(Body(article), "text/plain", article.Address, "bench", from)
                ),
            ];
            CaptureArchive.Keep(store, captures);
            store.Write(connection =>
            {
                foreach (var article in articles)
                    ArticleShelf.Keep(connection, article, from);
            });
            IssueShelf.KeepApproved(store, Issue(i, week, from, articles));
        }
    }

    private static ReadOnlyMemory<byte> Body(Article article) =>
        System.Text.Encoding.UTF8.GetBytes(article.Headline + article.Text);

    private static Article Article(int issue, int number, DateTimeOffset from)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"https://meridianwire.example/{issue}/{number}"
        );
        var sentences = Enumerable
            .Range(0, 30)
            .Select(s =>
                $"{Speakers[(issue + number + s) % Speakers.Length]} said on day {s} of week {issue} that round {number} would be held before the end of the month."
            );
        var text = string.Join('\n', sentences);
        var headline = $"Round {number} of week {issue}";
        var bare = new Article
        {
            Id = ArticleId.Of(key, headline, text),
            Key = key,
            Capture = default,
            Reader = "bench",
            Address = key,
            Outlet = "meridianwire.example",
            Headline = headline,
            Published = new Stamp(from.AddHours(number), true),
            Text = text,
            Blocks = [],
        };
        return bare with { Capture = Digest.Of(Body(bare).Span) };
    }

    private static Issue Issue(int number, DateOnly week, DateTimeOffset from, Article[] articles)
    {
        var next = 0;
        return new()
        {
            Watch = "demo",
            Name = "Orva Watch",
            Week = week,
            Window = new(from, from.AddDays(7)),
            Zone = "Etc/UTC",
            Title = Line(),
            Dek = Line(),
            Category = "Reporting | The Basin",
            Lead = new(null, [.. Enumerable.Range(0, 7).Select(_ => new Paragraph([Line(), Line()]))]),
            Digest =
            [
                .. Enumerable.Range(0, 4).Select(_ => new Item(null, [new Paragraph([Line(), Line()])])),
            ],
            Ahead = [Line(), Line(), Line()],
            Approved = new("Ada Editor", from.AddDays(7).AddHours(9)),
        };

        Line Line()
        {
            var article = articles[next % Articles];
            var sentences = article.Text.Split('\n');
            var first = sentences[next % sentences.Length];
            var second = sentences[(next + 7) % sentences.Length];
            next++;
            Citation[] citations =
            [
                Cite(article, first),
                .. next % 4 == 0 ? new[] { Cite(article, second) } : [],
            ];
            return new Line.Cited(
                $"{first.TrimEnd('.')}, Meridian Wire reported in issue {number}.",
                citations
            );
        }
    }

    private static Citation Cite(Article article, string words) =>
        new(
            article.Id,
            new Passage(article.Text.IndexOf(words, StringComparison.Ordinal), words.Length),
            words
        );
}
