using System.Globalization;
using Chancery.Terms;

namespace Chancery.Reading.Warc;

/// <summary>One record of a WARC (ISO 28500) or ARC file.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Type">"response", "resource", "request", "revisit", "warcinfo"…, lower case. An ARC's are "response" and "warcinfo".</param>
/// <param name="Target">The address it is about; null where it has none.</param>
/// <param name="Date">When it was captured (UTC); null where that cannot be read.</param>
/// <param name="Fields">The record's own header.</param>
/// <param name="Block">Its content, as stored.</param>
public sealed record WarcRecord(
    WarcPlace Place,
    string Type,
    string? Target,
    DateTimeOffset? Date,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    ReadOnlyMemory<byte> Block
)
{
    /// <summary>The message inside, for records of HTTP; null for others.</summary>
    public HttpMessage? Http { get; init; }

    /// <summary>Whether the digests that the record states hold: true, false, or null where it states none that we know.</summary>
    public bool? DigestHolds { get; init; }

    /// <summary>What the record holds, decoded: the body of an HTTP message, else the block.</summary>
    public ReadOnlyMemory<byte> Payload => Http?.Body ?? Block;

    /// <summary>The first field of a name; null where there is none.</summary>
    public string? this[string name] => Field(Fields, name);

    internal static string? Field(IReadOnlyList<KeyValuePair<string, string>> fields, string name)
    {
        foreach (var (key, value) in fields)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    /// <summary>A WARC's date (W3C profile of ISO 8601) or an ARC's fourteen digits.</summary>
    internal static DateTimeOffset? ReadDate(string? text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text is null)
            return null;
        if (
            DateTimeOffset.TryParseExact(
                text.Length > 14 ? text[..14] : text,
                "yyyyMMddHHmmss",
                CultureInfo.InvariantCulture,
                Utc,
                out var digits
            )
        )
            return digits;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var stamp) ? stamp : null;
    }
}

/// <summary>What came of the next stretch of a file: a record, or why there is none.</summary>
/// <param name="Record">The record; null where it cannot be given.</param>
/// <param name="Why">What is wrong there; a repaired record comes with one too.</param>
public sealed record WarcFinding(WarcRecord? Record, Reason? Why);
