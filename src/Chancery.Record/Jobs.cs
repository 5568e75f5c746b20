using System.Data.Common;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record;

/// <summary>What has been done. A job is a stage, the stage's version and a capture; it is marked with its results, in one transaction.</summary>
public static class Jobs
{
    /// <summary>Which of some captures a stage has still to do in this version.</summary>
    public static IReadOnlySet<Digest> Undone(
        Store store,
        string stage,
        string version,
        IReadOnlyCollection<Digest> captures
    )
    {
        using var connection = store.Reader();
        var done = connection.Query<string>(
            "SELECT subject FROM jobs WHERE subject IN @subjects AND stage = @stage AND version = @version",
            new
            {
                subjects = captures.Select(digest => digest.Hex),
                stage,
                version,
            }
        );
        return captures.Except(done.Select(hex => new Digest(hex))).ToHashSet();
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
