using System.Collections.Concurrent;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>The articles that drafts cite, with their codings, in memory: a version never changes; a coding does where people correct it.</summary>
public sealed class Known(Pipeline pipeline)
{
    /// <summary>A draft cites some forty; beyond this all are forgotten and asked for again.</summary>
    private const int Most = 4000;

    private readonly ConcurrentDictionary<ArticleId, Article> articles = new();
    private readonly ConcurrentDictionary<ArticleId, Coding> codings = new();

    /// <summary>What people corrected has changed: codings are asked for again.</summary>
    public void Forget() => codings.Clear();

    public Article? Article(ArticleId id)
    {
        if (articles.TryGetValue(id, out var known))
        {
            return known;
        }
        if (pipeline.Article(id) is not { } article)
        {
            return null;
        }
        if (articles.Count >= Most)
        {
            articles.Clear();
            codings.Clear();
        }
        return articles[id] = article;
    }

    public Coding? Coding(ArticleId id) =>
        codings.TryGetValue(id, out var known) ? known
        : Article(id) is { } article ? codings[id] = pipeline.Coding(article)
        : null;
}
