using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>Sentences of an article that somebody ticked.</summary>
internal static class Passages
{
    /// <summary>An article's sentences with their paragraphs, as a reader sees them.</summary>
    public static IReadOnlyList<IReadOnlyList<Passage>> Of(Article article, Coding? coding) =>
        [
            .. article.Blocks.Select(block =>
            {
                List<Passage> sentences =
                [
                    .. (coding?.Sentences ?? []).Where(sentence => block.Passage.Contains(sentence)),
                ];
                return (IReadOnlyList<Passage>)(sentences.Count > 0 ? sentences : [block.Passage]);
            }),
        ];

    /// <summary>One citation from the first to the last of them, in the article's own words; null where they are none.</summary>
    public static Citation? Citation(Known known, string? article, IReadOnlyList<string> sentences)
    {
        if (article is null || known.Article(new ArticleId(article)) is not { } cited)
        {
            return null;
        }
        List<Passage> ticked =
        [
            .. sentences.Select(Read).OfType<Passage>().Where(one => one.FitsIn(cited.Text)),
        ];
        if (ticked.Count == 0)
        {
            return null;
        }
        var passage = Passage.Between(ticked.Min(one => one.Start), ticked.Max(one => one.End));
        return passage.Length == 0
            ? null
            : new Citation(cited.Id, passage, passage.In(cited.Text).ToString());
    }

    private static Passage? Read(string text) =>
        text.Split(':') is [var start, var length]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Passage(from, count)
            : null;
}
