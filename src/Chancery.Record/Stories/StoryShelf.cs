using System.Data.Common;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Stories;

/// <summary>The stories of each watch. A story's id is its address: it stays when articles come and go.</summary>
public static class StoryShelf
{
    /// <summary>Writes a watch's stories as they now stand over a window; those outside it are left alone.</summary>
    public static void Keep(DbConnection connection, string watch, IReadOnlyList<Story> stories)
    {
        foreach (var story in stories)
        {
            connection.Execute(
                """
                INSERT INTO stories (watch, id, from_at, to_at) VALUES (@watch, @Id, @from, @to)
                ON CONFLICT (watch, id) DO UPDATE SET from_at = excluded.from_at, to_at = excluded.to_at
                """,
                new
                {
                    watch,
                    story.Id,
                    from = story.From.ToUnixTimeMilliseconds(),
                    to = story.To.ToUnixTimeMilliseconds(),
                }
            );
            connection.Execute(
                """
                INSERT INTO story_articles (watch, article, story) VALUES (@watch, @article, @story)
                ON CONFLICT (watch, article) DO UPDATE SET story = excluded.story
                """,
                story.Articles.Select(article => new
                {
                    watch,
                    article = article.Value,
                    story = story.Id,
                })
            );
        }
    }

    /// <summary>The story of each article of a watch.</summary>
    public static IReadOnlyDictionary<ArticleId, string> OfArticles(Store store, string watch)
    {
        using var connection = store.Reader();
        return connection
            .Query<(string Article, string Story)>(
                "SELECT article, story FROM story_articles WHERE watch = @watch",
                new { watch }
            )
            .ToDictionary(row => new ArticleId(row.Article), row => row.Story);
    }

    /// <summary>One story; null where the watch has none of that id.</summary>
    public static Story? Find(Store store, string id)
    {
        using var connection = store.Reader();
        var row = connection.QueryFirstOrDefault<Row>(
            "SELECT watch AS Watch, id AS Id, from_at AS FromAt, to_at AS ToAt FROM stories WHERE id = @id ORDER BY watch",
            new { id }
        );
        if (row is null)
        {
            return null;
        }
        var articles = connection.Query<string>(
            """
            SELECT s.article FROM story_articles AS s JOIN articles AS a ON a.id = s.article
            WHERE s.watch = @Watch AND s.story = @Id ORDER BY a.dated, a.id
            """,
            row
        );
        return new Story(
            row.Id,
            [.. articles.Select(article => new ArticleId(article))],
            DateTimeOffset.FromUnixTimeMilliseconds(row.FromAt),
            DateTimeOffset.FromUnixTimeMilliseconds(row.ToAt)
        );
    }

    /// <summary>Changes whenever the stories of a window may: with its articles, and with what people decided.</summary>
    public static (string Articles, string Decisions) Stamp(Store store, string watch, Window window)
    {
        using var connection = store.Reader();
        return (
            connection.ExecuteScalar<string>(
                "SELECT count(*) || '.' || ifnull(max(captured_at), 0) FROM articles WHERE dated >= @from AND dated < @to",
                new { from = window.From.ToUnixTimeMilliseconds(), to = window.To.ToUnixTimeMilliseconds() }
            )!,
            connection.ExecuteScalar<string>(
                """
                SELECT (SELECT count(*) || '.' || count(withdrawn_at) FROM regroupings WHERE watch = @watch)
                    || '.' || (SELECT count(*) || '.' || count(withdrawn_at) FROM corrections)
                """,
                new { watch }
            )!
        );
    }

    private sealed record Row(string Watch, string Id, long FromAt, long ToAt);
}
