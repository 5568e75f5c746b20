using Chancery.Terms;

namespace Chancery.Exports;

/// <summary>PLOVER's types and modes in the codes of CAMEO, after the table of both that PLOVER's authors publish, read backwards.</summary>
internal static class Cameo
{
    /// <summary>The base code of a mode that has one of its own, else the root code of the type.</summary>
    public static string Code(EventType type, string? mode) =>
        (type, mode) switch
        {
            (EventType.Agree, _) => "03",
            (EventType.Consult, "phone") => "041",
            (EventType.Consult, "visit") => "042",
            (EventType.Consult, "third-party") => "045",
            (EventType.Consult, _) => "04",
            (EventType.Support, _) => "05",
            (EventType.Cooperate, _) => "06",
            (EventType.Aid, _) => "07",
            (EventType.Retreat, "release") => "0841",
            (EventType.Retreat, "ceasefire" or "withdraw" or "disarm") => "087",
            (EventType.Retreat or EventType.Concede, _) => "08",
            (EventType.Accuse, "investigate") => "09",
            (EventType.Request, _) => "10",
            (EventType.Accuse, "disapprove") => "111",
            (EventType.Accuse, "allege") => "112",
            (EventType.Accuse, _) => "11",
            (EventType.Reject, _) => "12",
            (EventType.Threaten, _) => "13",
            (EventType.Protest, "demo") => "141",
            (EventType.Protest, "hunger") => "142",
            (EventType.Protest, "strike" or "boycott") => "143",
            (EventType.Protest, "obstruct") => "144",
            (EventType.Protest, "riot") => "145",
            (EventType.Protest, _) => "14",
            (EventType.Mobilize, _) => "15",
            (EventType.Sanction, _) => "16",
            (EventType.Coerce, "seize") => "171",
            (EventType.Coerce, "arrest") => "173",
            (EventType.Coerce, "deport") => "174",
            (EventType.Coerce, _) => "17",
            (EventType.Assault, "abduct") => "181",
            (EventType.Assault, "targeted") => "186",
            (EventType.Assault, "firearms") => "193",
            (EventType.Assault, "heavy-weapons") => "194",
            (EventType.Assault, "aerial" or "drone") => "195",
            (EventType.Assault, "explosives" or "suicide-attack") => "183",
            (EventType.Assault, "unconventional") => "20",
            _ => "18",
        };
}
