using Chancery.Terms;

namespace Chancery.Press.Charts;

/// <summary>What the charts of a site count.</summary>
/// <param name="Events">Each happening once, in any order.</param>
/// <param name="Meetings">Each meeting once, in any order.</param>
public sealed record ChartData(IReadOnlyList<ChartEvent> Events, IReadOnlyList<ChartMeeting> Meetings);

/// <param name="Day">When it happened.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Actor">As printed; null where nobody is named.</param>
/// <param name="Recipient">Likewise.</param>
public sealed record ChartEvent(DateOnly Day, EventType Type, string? Actor, string? Recipient);

/// <param name="Day">When it is or was.</param>
/// <param name="Parties">As printed, in one line.</param>
/// <param name="Status">As the last report leaves it.</param>
public sealed record ChartMeeting(DateOnly Day, string Parties, MeetingStatus Status);
