using System.Data.Common;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record;

/// <summary>What has been done. A job is a stage, the stage's version and a capture; it is marked with its results, in one transaction.</summary>
public static class Jobs
{
    public static bool IsDone(Store store, string stage, string version, Digest capture)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<long>(
                "SELECT count(*) FROM jobs WHERE subject = @Hex AND stage = @stage AND version = @version",
                new
                {
                    capture.Hex,
                    stage,
                    version,
                }
            ) > 0;
    }

    public static void Mark(DbConnection connection, string stage, string version, Digest capture) =>
        connection.Execute(
            "INSERT INTO jobs (stage, version, subject) VALUES (@stage, @version, @Hex) ON CONFLICT DO NOTHING",
            new
            {
                stage,
                version,
                capture.Hex,
            }
        );
}
