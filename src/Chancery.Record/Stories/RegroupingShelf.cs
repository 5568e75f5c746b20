using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Stories;

/// <summary>What people decided about the stories of a watch.</summary>
public static class RegroupingShelf
{
    /// <summary>Keeps decisions that were made together.</summary>
    /// <returns>Their ids, to take them back by.</returns>
    public static IReadOnlyList<long> Keep(
        Store store,
        string watch,
        IReadOnlyCollection<Regrouping> regroupings,
        string by,
        DateTimeOffset at
    )
    {
        var ids = new List<long>();
        store.Write(connection =>
            ids.AddRange(
                regroupings.Select(regrouping =>
                    connection.ExecuteScalar<long>(
                        """
                        INSERT INTO regroupings (watch, together, article, other, made_at, made_by)
                        VALUES (@watch, @Together, @Article, @Other, @at, @by) RETURNING id
                        """,
                        new
                        {
                            watch,
                            regrouping.Together,
                            regrouping.Article,
                            regrouping.Other,
                            at = at.ToUnixTimeMilliseconds(),
                            by,
                        }
                    )
                )
            )
        );
        return ids;
    }

    public static void Withdraw(
        Store store,
        string watch,
        IReadOnlyCollection<long> ids,
        string by,
        DateTimeOffset at
    ) =>
        store.Write(connection =>
            connection.Execute(
                """
                UPDATE regroupings SET withdrawn_at = @at, withdrawn_by = @by
                WHERE watch = @watch AND id IN @ids AND withdrawn_at IS NULL
                """,
                new
                {
                    watch,
                    ids,
                    by,
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>Those that hold, in the order in which they were made.</summary>
    public static IReadOnlyList<Regrouping> Standing(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<(bool Together, string Article, string Other)>(
                    "SELECT together, article, other FROM regroupings WHERE watch = @watch AND withdrawn_at IS NULL ORDER BY id",
                    new { watch }
                )
                .Select(row => new Regrouping(row.Together, row.Article, row.Other)),
        ];
    }
}
