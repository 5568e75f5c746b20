using System.Text;
using Chancery.Press.Feeds;
using Chancery.Press.Templates;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>
/// Issues as a folder of static files that reads without script: front page, archive, a page an issue, feeds. Pages
/// link relatively; the folder works from a disk, a server or a subfolder of one. An issue's address is its week.
/// </summary>
public static class Site
{
    /// <summary>All files, in the order of their paths. Nothing is written here: that is the program's.</summary>
    public static async Task<IReadOnlyList<SiteFile>> Build(SiteInput input)
    {
        await using var rendering = new Rendering();
        // An approved issue stands before a draft of the same week.
        List<Issue> issues =
        [
            .. input
                .Issues.OrderByDescending(i => i.Week)
                .ThenByDescending(i => i.Approved?.At)
                .DistinctBy(i => i.Week),
        ];
        // Where nothing was approved yet, the drafts are what there is to look at.
        var shown = issues.Exists(i => i.Approved is not null)
            ? issues.FindAll(i => i.Approved is not null)
            : issues;
        List<SiteFile> files = [File("style.css", Style)];
        List<FeedIssue> published = [];
        foreach (var issue in issues)
        {
            var notes = Notes.Of(issue, input.Watch, input.Articles);
            var page = await rendering.Of<IssuePage>(
                new()
                {
                    ["Input"] = input,
                    ["Issue"] = issue,
                    ["Notes"] = notes,
                    ["Earlier"] = shown.Where(i => i.Week < issue.Week).Take(4).ToList(),
                    ["Next"] = shown.FindLast(i => i.Week > issue.Week),
                }
            );
            files.Add(File(Addresses.PathOf(issue), page));
            if (issue.Approved is not null && published.Count < FeedIssue.Most)
                published.Add(await FeedIssue.Of(issue, notes, input, rendering));
        }
        var latest = shown.FirstOrDefault();
        files.Add(
            File(
                "index.html",
                await rendering.Of<FrontPage>(
                    new()
                    {
                        ["Input"] = input,
                        ["Latest"] = latest,
                        ["Notes"] = latest is null ? null : Notes.Of(latest, input.Watch, input.Articles),
                        ["Earlier"] = shown.Skip(1).Take(8).ToList(),
                    }
                )
            )
        );
        files.Add(
            File(
                "archive.html",
                await rendering.Of<ArchivePage>(new() { ["Input"] = input, ["Issues"] = shown })
            )
        );
        files.Add(File("reading.html", await rendering.Of<ReadingPage>(new() { ["Input"] = input })));
        files.Add(new SiteFile("rss.xml", Rss.Of(input, published)));
        files.Add(new SiteFile("atom.xml", Atom.Of(input, published)));
        files.Add(new SiteFile("feed.json", JsonFeed.Of(input, published)));
        if (input.Address is { } address)
            files.Add(new SiteFile("sitemap.xml", Sitemap.Of(address, shown)));
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static SiteFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The stylesheet of every page, for pages that are served beside the site.</summary>
    public static string Style { get; } = ReadStyle();

    private static string ReadStyle()
    {
        using var stream = typeof(Site).Assembly.GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
