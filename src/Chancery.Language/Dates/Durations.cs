using System.Globalization;

namespace Chancery.Language.Dates;

/// <summary>Lengths of time as ISO 8601 and TIMEX3 write them ("P3D", "PT2H", "PXW").</summary>
internal static class Durations
{
    public static string Of(TimeFields fields)
    {
        var unit = fields.Unit ?? "Y";
        var count =
            fields.Vague || !fields.Counted && fields.PluralUnit
                ? "X"
                : (fields.Counted ? fields.Count : 1).ToString("0.##", CultureInfo.InvariantCulture);
        return unit switch
        {
            "F" => count == "X" ? "PXW" : $"P{2 * (fields.Counted ? fields.Count : 1):0.##}W",
            "N" => $"P{count}D",
            ['T', var small] => $"PT{count}{small}",
            _ => $"P{count}{unit}",
        };
    }
}

/// <summary>What comes again, as TIMEX3 writes it.</summary>
internal static class Sets
{
    public static string Of(TimeFields fields) =>
        fields switch
        {
            { Weekday: > 0 } => $"XXXX-WXX-{fields.Weekday}",
            { Part: { } part } => $"XXXX-XX-XXT{part}",
            { Month: > 0 } => $"XXXX-{fields.Month.ToString("D2", CultureInfo.InvariantCulture)}",
            { Counted: true, Unit: { } unit } when fields.Count > 1 && unit[0] != 'T' =>
                $"P{fields.Count:0.##}{unit}",
            { Unit: "D" } => "XXXX-XX-XX",
            { Unit: "N" } => "XXXX-XX-XXTNI",
            { Unit: "W" } => "XXXX-WXX",
            { Unit: "WE" } => "XXXX-WXX-WE",
            { Unit: "M" } => "XXXX-XX",
            { Unit: ['T', ..] } => "XXXX-XX-XXTXX",
            _ => "XXXX",
        };
}
