using System.Text;

namespace Chancery.Press;

/// <summary>
/// Issues as a folder of static files that reads without script: front page, archive, a page an issue, people, tracks,
/// corrections, feeds. An issue's address is its week.
/// </summary>
public static class Site
{
    /// <summary>The stylesheet of every page, for pages that are served beside the site.</summary>
    public static string Style { get; } = ReadStyle();

    /// <summary>All files, in the order of their paths. Nothing is written here: that is the program's.</summary>
    public static async Task<IReadOnlyList<SiteFile>> Build(SiteInput input)
    {
        await using var plan = new SitePlan(SiteSource.Of(input));
        var files = new List<SiteFile>(plan.Pages.Count);
        foreach (var page in plan.Pages)
            files.Add(new SiteFile(page.Path, await page.Make()));
        return files;
    }

    private static string ReadStyle()
    {
        using var stream = typeof(Site).Assembly.GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
