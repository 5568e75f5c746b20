namespace Chancery.Language.Dates;

/// <summary>What a word may be in an expression of time. The lists and patterns of a language name these.</summary>
internal enum TimeClass : byte
{
    /// <summary>A month by name; value 1–12. Written with a capital.</summary>
    Month,

    /// <summary>A month whose name is also another word ("May"): alone it needs its context.</summary>
    MonthWord,

    /// <summary>Value 1 (Monday) to 7. Written with a capital.</summary>
    Weekday,

    /// <summary>Digits 1–31.</summary>
    Day,

    /// <summary>"1st" or "first"; value its number.</summary>
    Ordinal,

    /// <summary>Four digits, 1000–2199.</summary>
    Year,

    /// <summary>Two digits, with or without an apostrophe before them.</summary>
    ShortYear,

    /// <summary>"1960s": value the decade's first three digits.</summary>
    Decade,

    /// <summary>"14:30".</summary>
    Clock,

    /// <summary>Digits 0–24.</summary>
    Hour,

    /// <summary>Any whole number in digits.</summary>
    Digits,

    /// <summary>A number word below twenty; value.</summary>
    Small,

    /// <summary>A number word of tens; value.</summary>
    Tens,

    /// <summary>A number word that multiplies ("hundred").</summary>
    Times,

    /// <summary>A count that is not told ("several").</summary>
    Vague,

    /// <summary>"half": half a unit more.</summary>
    Half,

    /// <summary>TIMEX3 unit: "D", "W", "TH" ….</summary>
    Unit,
    Season,

    /// <summary>Part of the day: "MO", "AF", "EV", "NI", "DT".</summary>
    Part,

    /// <summary>-1, 0 or 1: before, this, after.</summary>
    Rel,

    /// <summary>"Z", or the offset of standard time, with "eu" or "us" where summer time is kept.</summary>
    Zone,

    /// <summary>0 before noon, 12 after.</summary>
    Half12,

    /// <summary>Years before our era (1) or in it (0).</summary>
    Era,

    /// <summary>"12-25".</summary>
    Holiday,

    /// <summary>A part of a longer stretch ("early").</summary>
    Edge,

    /// <summary>Widens or narrows a count ("about", "more than").</summary>
    Approx,
}
