namespace Chancery.Terms;

/// <summary>PLOVER's four classes, in the order of its manual's numbers (1 to 4).</summary>
public enum QuadClass
{
    VerbalCooperation = 1,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
}

/// <summary>What PLOVER's manual says of a type and its mode.</summary>
public static class Plover
{
    /// <summary>The class of a type, by the head of its section in the manual (its table of classes puts SANCTION among the verbal ones).</summary>
    public static QuadClass Quad(EventType type) =>
        type switch
        {
            EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede =>
                QuadClass.VerbalCooperation,
            EventType.Cooperate or EventType.Aid or EventType.Retreat => QuadClass.MaterialCooperation,
            EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten =>
                QuadClass.VerbalConflict,
            _ => QuadClass.MaterialConflict,
        };

    /// <summary>
    /// The manual's "PLOVER score" of a type and mode: from −10, most conflict, to 10, most cooperation. Its table prints ACCUSE without a
    /// mode as 3; the modes on both sides of it are −2 and −3.5, so −3 is meant.
    /// </summary>
    public static decimal Intensity(EventType type, string? mode) =>
        (type, mode) switch
        {
            (EventType.Agree, _) => 2.5m,
            (EventType.Consult, "visit" or "multilateral") => 4,
            (EventType.Consult, "third-party") => 1,
            (EventType.Consult, "phone") => 1.5m,
            (EventType.Consult, _) => 2.5m,
            (EventType.Support, _) => 5,
            (EventType.Concede, _) => 4.5m,
            (EventType.Cooperate, _) => 9.5m,
            (EventType.Aid, _) => 10,
            (EventType.Retreat, "withdraw") => 8,
            (EventType.Retreat, "disarm") => 10,
            (EventType.Retreat, "ceasefire") => 7.5m,
            (EventType.Retreat, "resign") => 4.5m,
            (EventType.Retreat, _) => 6.5m,
            (EventType.Request, "assist") => 0.5m,
            (EventType.Request, "change" or "yield") => -1,
            (EventType.Request, _) => 0,
            (EventType.Accuse, "disapprove") => -2,
            (EventType.Accuse, "investigate" or "allege") => -3.5m,
            (EventType.Accuse, _) => -3,
            (EventType.Reject, "assist") => -1.5m,
            (EventType.Reject, _) => -2,
            (EventType.Threaten, "restrict") => -3,
            (EventType.Threaten, "territory") => -4,
            (EventType.Threaten, _) => -3.5m,
            (EventType.Protest, "riot") => -7,
            (EventType.Protest, "hunger" or "boycott" or "obstruct") => -4.5m,
            (EventType.Protest, _) => -5,
            (EventType.Sanction, "expel") => -5.5m,
            (EventType.Sanction, _) => -6,
            (EventType.Mobilize, "troops" or "weapons") => -6.5m,
            (EventType.Mobilize, "militia") => -6,
            (EventType.Mobilize, _) => -5.5m,
            (EventType.Coerce, "censor" or "curfew" or "misinformation") => -6.5m,
            (EventType.Coerce, "martial-law") => -7.5m,
            (EventType.Coerce, _) => -7,
            (EventType.Assault, "abduct" or "torture" or "sexual" or "destroy") => -8.5m,
            (EventType.Assault, "beat" or "crowd-control") => -7.5m,
            (EventType.Assault, "primitive") => -8,
            (EventType.Assault, "targeted" or "suicide-attack" or "aerial" or "drone" or "heavy-weapons") =>
                -9.5m,
            (EventType.Assault, "unconventional") => -10,
            (EventType.Assault, _) => -9,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
