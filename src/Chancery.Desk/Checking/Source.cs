using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>One citation of a line with what stands behind it: the article, its coding, the passage and the sentence around it.</summary>
internal sealed class Source
{
    private readonly Lazy<List<Token>> articleTokens;
    private readonly Lazy<IReadOnlyList<Passage>> sentences;

    public Source(Citation citation, Article article, Coding? coding, Outlet? outlet, TimeZoneInfo zone)
    {
        Citation = citation;
        Article = article;
        Coding = coding;
        Outlet = outlet;
        Words = article.Text.Substring(citation.Passage.Start, citation.Passage.Length);
        Tokens = Checking.Tokens.Of(Words);
        articleTokens = new(() => Checking.Tokens.Of($"{article.Headline}\n{article.Dek}\n{article.Text}"));
        sentences = new(() => Sentences.Of(article.Text, coding));
        var around = sentences.Value.Where(s => s.Overlaps(citation.Passage)).ToList();
        Around =
            around.Count == 0
                ? citation.Passage
                : Passage.Between(
                    Math.Min(around[0].Start, citation.Passage.Start),
                    Math.Max(around[^1].End, citation.Passage.End)
                );
        AroundTokens = Checking.Tokens.Of(Around.In(article.Text));
        Days =
            article.Published is not { } stamp ? []
            : stamp.HasTime
                ?
                [
                    .. new[]
                    {
                        stamp.Day,
                        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(stamp.At, zone).DateTime),
                    }.Distinct(),
                ]
            : [stamp.Day];
    }

    public Citation Citation { get; }

    public Article Article { get; }

    public Coding? Coding { get; }

    /// <summary>The article's outlet as the watch knows it.</summary>
    public Outlet? Outlet { get; }

    /// <summary>The passage's words.</summary>
    public string Words { get; }

    public List<Token> Tokens { get; }

    /// <summary>The passage widened to whole sentences.</summary>
    public Passage Around { get; }

    public List<Token> AroundTokens { get; }

    /// <summary>The day of publication: in the article's own offset, and in the zone where that is another.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Headline, dek and text.</summary>
    public List<Token> ArticleTokens => articleTokens.Value;

    public IReadOnlyList<Passage> ArticleSentences => sentences.Value;

    /// <summary>The words of the sentences before the passage's own, the nearest last.</summary>
    public string Before(int count)
    {
        var before = ArticleSentences.Where(s => s.End <= Around.Start).TakeLast(count).ToList();
        return before.Count == 0 ? "" : Article.Text[before[0].Start..Around.Start];
    }

    /// <summary>What the coding calls a participant: its fullest name and every form that is no pronoun.</summary>
    public IEnumerable<string> Forms(Entity entity) =>
        [
            entity.Name,
            .. entity
                .Mentions.Where(m => !m.Pronoun && m.Passage.FitsIn(Article.Text))
                .Select(m => Text(m.Passage)),
        ];

    public string Text(Passage passage) =>
        passage.FitsIn(Article.Text) ? passage.In(Article.Text).ToString() : "";
}
