using System.Globalization;

namespace Chancery.Reading.Warc;

/// <summary>Where a record begins in its file, so that it can be gone to without reading what stands before it.</summary>
/// <param name="Member">Offset in the file: of the gzip member that holds the record's beginning, or of the record itself.</param>
/// <param name="Within">Offset within the unpacked member: 0 where each record is a member of its own, as the standard asks.</param>
public readonly record struct WarcPlace(long Member, long Within = 0) : IComparable<WarcPlace>
{
    /// <summary>As written in a capture's origin: "1234" or "0+1234".</summary>
    public override string ToString() =>
        Within == 0
            ? Member.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Member}+{Within}");

    /// <returns>The place; null where the text is none.</returns>
    public static WarcPlace? Parse(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var member = plus < 0 ? text : text[..plus];
        if (!long.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            return null;
        if (plus < 0)
            return new(start);
        return long.TryParse(
            text.AsSpan(plus + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var within
        )
            ? new(start, within)
            : null;
    }

    public int CompareTo(WarcPlace other) =>
        Member == other.Member ? Within.CompareTo(other.Within) : Member.CompareTo(other.Member);

    public static bool operator <(WarcPlace left, WarcPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(WarcPlace left, WarcPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(WarcPlace left, WarcPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WarcPlace left, WarcPlace right) => left.CompareTo(right) >= 0;
}
