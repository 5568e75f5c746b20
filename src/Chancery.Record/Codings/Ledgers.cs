using System.Data.Common;
using System.Text.Json;
using Chancery.Record.Emendations;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>What the ledgers of statements, events, figures and meetings have in common: each holds the latest coding of the current version of every article.</summary>
public static class Ledgers
{
    /// <summary>How many codings are entered in one transaction.</summary>
    private const int Batch = 100;

    /// <summary>How many articles are still to be entered after an update; the newest are entered first.</summary>
    public static int Due(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM ledgers_due");
    }

    /// <summary>
    /// Enters what an older desk had coded. While another thread is at it this returns at once: what has been entered is there
    /// to be asked, the newest articles first.
    /// </summary>
    public static void Fill(Store store)
    {
        if (!IsDue(store) || !store.Entering.TryEnter())
        {
            return;
        }
        try
        {
            while (Next(store) is { Length: > 0 } due)
            {
                store.Write(connection =>
                {
                    foreach (var (article, coding) in due)
                    {
                        connection.Execute(
                            "DELETE FROM ledgers_due WHERE article = @article",
                            new { article }
                        );
                        Enter(connection, JsonSerializer.Deserialize(coding, TermsJson.Coding)!);
                    }
                });
            }
        }
        finally
        {
            store.Entering.Exit();
        }
    }

    /// <summary>
    /// Joins the parts that the full text has grown in, where they are many: a watch's names are hundreds, and each is looked up
    /// in every part. A little at a time, so that nobody who writes waits (https://www.sqlite.org/fts5.html, 6.8).
    /// </summary>
    public static void Tidy(Store store)
    {
        foreach (var table in FullTexts)
        {
            if (!IsScattered(store, table))
            {
                continue;
            }
            store.Write(connection =>
                connection.Execute($"INSERT INTO {table} ({table}, rank) VALUES ('usermerge', 2)")
            );
            // A negative number takes all parts in hand, a positive one goes on with them; fewer than two changes is the end.
            var pages = -Pages;
            for (var (changes, times) = (2, 0); changes >= 2 && times < Times; times++)
            {
                store.Write(connection =>
                {
                    var before = connection.ExecuteScalar<int>("SELECT total_changes()");
                    connection.Execute(
                        $"INSERT INTO {table} ({table}, rank) VALUES ('merge', @pages)",
                        new { pages }
                    );
                    changes = connection.ExecuteScalar<int>("SELECT total_changes()") - before;
                });
                pages = Pages;
            }
        }
    }

    /// <summary>Ten gigabytes; nothing that is joined takes longer.</summary>
    private const int Times = 5000;

    private static readonly string[] FullTexts =
    [
        "event_words",
        "statement_people",
        "statement_topics",
        "meeting_words",
        "figure_words",
        "words",
    ];

    /// <summary>Pages that are written at a time.</summary>
    private const int Pages = 500;

    /// <summary>More parts than this are joined.</summary>
    private const int Few = 4;

    private static bool IsScattered(Store store, string table)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>($"SELECT count(DISTINCT segid) FROM {table}_idx") > Few;
    }

    /// <summary>Enters a coding, with what people corrected in it, in place of what its article had before. The article must have been kept.</summary>
    internal static void Enter(DbConnection connection, Coding coding)
    {
        var corrected = EmendationShelf.Over(connection, coding);
        var id = coding.Article.Value;
        connection.Execute(Forget, new { id });
        var kept = connection.QuerySingleOrDefault<Kept>(
            """
            SELECT a.dated AS Dated, a.article AS Json FROM articles AS a JOIN searchable AS s ON s.shown = a.id
            WHERE a.id = @id AND s.kind = 'article'
            """,
            new { id }
        );
        if (kept is null)
        {
            return;
        }
        var article = JsonSerializer.Deserialize(kept.Json, TermsJson.Article)!;
        StatementLedger.Enter(connection, corrected, article, kept.Dated);
        FoundLedger.Enter(connection, corrected, article, kept.Dated);
    }

    private const string Forget = """
        DELETE FROM ledgers_due WHERE article = @id;
        DELETE FROM statement_people WHERE rowid IN (SELECT id FROM statements WHERE article = @id);
        DELETE FROM statement_topics WHERE rowid IN (SELECT id FROM statements WHERE article = @id);
        DELETE FROM statements WHERE article = @id;
        DELETE FROM event_words WHERE rowid IN (SELECT id FROM events WHERE article = @id);
        DELETE FROM events WHERE article = @id;
        DELETE FROM figure_words WHERE rowid IN (SELECT id FROM figures WHERE article = @id);
        DELETE FROM figures WHERE article = @id;
        DELETE FROM meeting_words WHERE rowid IN (SELECT id FROM meetings WHERE article = @id);
        DELETE FROM meetings WHERE article = @id;
        """;

    private static bool IsDue(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM ledgers_due)");
    }

    private static (string Article, string Coding)[] Next(Store store)
    {
        using var connection = store.Reader();
        return
        [
            .. connection.Query<(string, string)>(
                """
                SELECT d.article, c.coding FROM ledgers_due AS d JOIN codings AS c USING (article, coder)
                ORDER BY d.dated DESC LIMIT @Batch
                """,
                new { Batch }
            ),
        ];
    }

    private sealed record Kept(long Dated, string Json);
}
