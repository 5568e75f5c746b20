using System.Data.Common;
using Dapper;

namespace Chancery.Record;

/// <summary>
/// The numbers of rows that are asked newest first: a row's number is its place in time, so that reading downwards is newest
/// first and a stretch of time is a range of numbers. Schema/sqlite/013.sql numbers articles and issues in the same way.
/// </summary>
internal static class Numbering
{
    /// <summary>Rows of one second: a million statements of articles that carry a day's date and no hour.</summary>
    private const long Room = 1 << 20;

    private const int DayBits = 44;
    private const int MinuteBits = 18;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Days from 1970 that there are numbers for, seven centuries; what is told of later or earlier ones stands at the end.</summary>
    private const long FarDays = (1 << 18) - 1;

    /// <summary>The day of an event's number, in SQL.</summary>
    public static readonly string DayOf = $"(id >> {DayBits})";

    /// <summary>The numbers of what is dated in the second of a moment.</summary>
    /// <param name="dated">Milliseconds since 1970, UTC.</param>
    public static Range Of(long dated) => new(dated / 1000 * Room, dated / 1000 * Room + Room - 1);

    /// <summary>The numbers of the events of a day that articles of one minute tell.</summary>
    public static Range Of(DateOnly day, long dated)
    {
        var minute = Math.Clamp(dated / 60_000, 0, (1L << (DayBits - MinuteBits)) - 1);
        var first = From(day) + (minute << MinuteBits);
        return new(first, first + (1L << MinuteBits) - 1);
    }

    /// <summary>The least number from a moment on; times count to the second.</summary>
    public static long From(DateTimeOffset moment) => (moment.ToUnixTimeMilliseconds() + 999) / 1000 * Room;

    /// <summary>The least number from a day on.</summary>
    public static long From(DateOnly day) => Math.Clamp(day.DayNumber - Epoch, -FarDays, FarDays) << DayBits;

    /// <param name="days">Since 1970, as <see cref="DayOf"/> gives them.</param>
    public static DateOnly Day(long days) => DateOnly.FromDayNumber((int)days + Epoch);

    /// <summary>The next free number of a range: they are given downwards.</summary>
    public static long Next(DbConnection connection, string table, Range range) =>
        connection.ExecuteScalar<long>(
            $"SELECT coalesce(min(id), @Last + 1) - 1 FROM {table} WHERE id BETWEEN @First AND @Last",
            range
        );

    /// <param name="First">The least.</param>
    /// <param name="Last">The greatest.</param>
    public readonly record struct Range(long First, long Last);
}
