using System.Globalization;

namespace Chancery.Reading.Warc;

/// <summary>The line before a record of an ARC file: address, IP address, date, media type, (in version 2 more,) length.</summary>
/// <param name="Length">Null where it states none that can be read.</param>
internal sealed record ArcLine(string Target, DateTimeOffset? Date, string MediaType, long? Length)
{
    /// <summary>True where a line can only be such a header: an address, and a date of fourteen digits or more before the type.</summary>
    public static bool IsOne(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 12 || !line.AsSpan(0, colon).ContainsOnlyLetters())
            return false;
        var words = line.Split(' ');
        return words.Length >= 5 && words[^3].Length >= 8 && words[^3].All(char.IsAsciiDigit)
            || words.Length >= 10 && words[^8].Length >= 14 && words[^8].All(char.IsAsciiDigit);
    }

    /// <remarks>An address may hold spaces: the fields are counted from the line's end.</remarks>
    public static ArcLine? Parse(string line)
    {
        var words = line.Split(' ');
        var date =
            words.Length >= 10 && words[^8].Length >= 14 && words[^8].All(char.IsAsciiDigit)
                ? words.Length - 8
                : words.Length - 3;
        if (date < 2)
            return null;
        var length = long.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
            ? stated
            : (long?)null;
        return new(
            string.Join(' ', words[..(date - 1)]),
            WarcRecord.ReadDate(words[date]),
            words[date + 1],
            length
        );
    }
}

internal static class Letters
{
    public static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetter(letter))
                return false;
        return true;
    }
}
