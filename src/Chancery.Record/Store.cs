using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>
/// The desk's one record: SQLite in a folder, many readers and one writer. <see cref="DbDataSource"/> is the seam to
/// another database; the SQL stands in the folders beside this file.
/// </summary>
public sealed class Store : IDisposable
{
    /// <summary>How long a second process waits for the first one's write before it says that the desk is locked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DbDataSource source;
    private readonly Lock writer = new();

    /// <summary>Held by whoever enters codings that are due in the ledgers.</summary>
    internal Lock Entering { get; } = new();

    private Store(DbDataSource source) => this.source = source;

    /// <summary>Opens the record in a folder, making both where they are not there and bringing an older schema up to date.</summary>
    /// <exception cref="RecordException">The folder or the file cannot be used; its sentence says why and what to do.</exception>
    public static Store Open(string folder)
    {
        var file = Path.Combine(folder, "chancery.db");
        try
        {
            Directory.CreateDirectory(folder);
            var connection = new SqliteConnectionStringBuilder
            {
                DataSource = file,
                DefaultTimeout = (int)Patience.TotalSeconds,
                ForeignKeys = true,
            };
            var store = new Store(SqliteFactory.Instance.CreateDataSource(connection.ConnectionString));
            store.Migrate();
            return store;
        }
        catch (Exception e) when (RecordException.Of(e, file) is { } known)
        {
            throw known;
        }
    }

    /// <summary>A connection for reading; it sees the last committed state.</summary>
    internal DbConnection Reader()
    {
        var connection = source.OpenConnection();
        // A file's bytes are acknowledged only when they are on the disk, hence FULL.
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;");
        return connection;
    }

    /// <summary>One transaction: all of it or nothing. Writers of this process queue here, those of others at the file.</summary>
    /// <exception cref="RecordException">The disk is full or the desk is locked.</exception>
    public void Write(Action<DbConnection> work)
    {
        lock (writer)
        {
            try
            {
                using var connection = Reader();
                // IMMEDIATE: taking the write lock at the first statement, so that no transaction fails half-way for it.
                connection.Execute("BEGIN IMMEDIATE");
                try
                {
                    work(connection);
                    connection.Execute("COMMIT");
                }
                catch
                {
                    TryRollBack(connection);
                    throw;
                }
            }
            catch (SqliteException e) when (RecordException.Of(e, "the desk's record") is { } known)
            {
                throw known;
            }
        }
    }

    private static void TryRollBack(DbConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (a full disk); the first error is the one that tells.
        }
    }

    private void Migrate()
    {
        using (var connection = Reader())
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            if (connection.ExecuteScalar<int>("PRAGMA user_version") == Schema.Schema.Latest("sqlite"))
            {
                return;
            }
        }
        Write(connection =>
        {
            var version = connection.ExecuteScalar<int>("PRAGMA user_version");
            if (version > Schema.Schema.Latest("sqlite"))
            {
                throw new RecordException(
                    "newer-desk",
                    $"This desk was written by a newer Chancery (schema {version}, this one knows {Schema.Schema.Latest("sqlite")}); use that one."
                );
            }
            foreach (var (number, sql) in Schema.Schema.After("sqlite", version))
            {
                connection.Execute(sql);
                connection.Execute($"PRAGMA user_version = {number}");
            }
        });
    }

    public void Dispose() => source.Dispose();
}
