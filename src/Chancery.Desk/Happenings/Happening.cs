using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>One thing that happened, however many articles report it.</summary>
/// <param name="Story">The story in which it stands; empty where its articles are in none.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Mode">The mode that most reports give.</param>
/// <param name="Day">As the texts say, else the day of the first report.</param>
/// <param name="Actors">As the report that names most of them has them.</param>
/// <param name="Recipients">Likewise.</param>
/// <param name="Evidence">Every report of it, the earliest first.</param>
/// <param name="Sources">How many independent sources report it: outlets of one family and reprints of one text are one.</param>
public sealed record Happening(
    string Story,
    EventType Type,
    string? Mode,
    DateOnly Day,
    IReadOnlyList<Party> Actors,
    IReadOnlyList<Party> Recipients,
    IReadOnlyList<EventEntry> Evidence,
    int Sources
)
{
    /// <summary>Intensity by the manual.</summary>
    public decimal Intensity => Plover.Intensity(Type, Mode);
}
