using Microsoft.Data.Sqlite;

namespace Chancery.Record;

/// <summary>The machine under the record is broken or taken: a full disk, a locked desk, a file that is no record.</summary>
public sealed class RecordException(string code, string sentence, Exception? inner = null)
    : Exception(sentence, inner)
{
    /// <summary>A stable name for programs.</summary>
    public string Code { get; } = code;

    /// <summary>The sentence for a failure that an operator can mend; null for one that is a bug.</summary>
    internal static RecordException? Of(Exception e, string file) =>
        e switch
        {
            // Primary result codes: https://www.sqlite.org/rescode.html
            SqliteException { SqliteErrorCode: 5 or 6 } => new(
                "locked",
                $"{file} is locked by another program; wait for it to end, or use another --desk.",
                e
            ),
            SqliteException { SqliteErrorCode: 13 } => new(
                "disk-full",
                $"The disk is full: {file} could not be written. Nothing half-written was kept; make room and run this again.",
                e
            ),
            SqliteException { SqliteErrorCode: 8 } => new(
                "read-only",
                $"{file} may not be written to; mend its permissions or use another --desk.",
                e
            ),
            SqliteException { SqliteErrorCode: 10 } => new(
                "disk",
                $"The disk under {file} failed ({e.Message}); see to it and run this again.",
                e
            ),
            SqliteException { SqliteErrorCode: 11 or 26 } => new(
                "not-a-record",
                $"{file} is damaged or not a Chancery record; move it away or use another --desk.",
                e
            ),
            SqliteException { SqliteErrorCode: 14 } or UnauthorizedAccessException => new(
                "no-access",
                $"{file} cannot be opened; check that the folder may be written to.",
                e
            ),
            IOException => new("no-access", $"{file} cannot be made: {e.Message}", e),
            _ => null,
        };
}
