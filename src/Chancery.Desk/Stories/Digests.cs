using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>
/// Headlines that promise no happening of their own: roundups of a day and opinions, by the set phrases of
/// <c>Data/digests.txt</c> (one a line, any case).
/// </summary>
internal static class Digests
{
    private static readonly Phrases<bool> Signs = new(Read());

    public static bool Is(string headline) => Signs.In(headline).Any();

    /// <summary>True for an article that its outlet files as an opinion: by its headline, its section or its tags.</summary>
    public static bool IsOfViews(Article article) =>
        Views.In(article.Headline).Any()
        || Views.In(article.Section ?? "").Any()
        || article.Tags.Any(tag => Views.In(tag).Any());

    private static readonly Phrases<bool> Views = new([
        ("opinion", true),
        ("opinions", true),
        ("op-ed", true),
        ("editorial", true),
        ("commentary", true),
        ("column", true),
        ("letters", true),
    ]);

    private static IEnumerable<(string, bool)> Read()
    {
        using var stream = typeof(Digests).Assembly.GetManifestResourceStream("stories/digests.txt")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return
        [
            .. System
                .Text.Encoding.UTF8.GetString(bytes)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line[0] != '#')
                .Select(line => (line, true)),
        ];
    }
}
