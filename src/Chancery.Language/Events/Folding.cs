using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// The one type that the PLOVER manual gives an event with its modality: what is only announced is an agreement, a threat or a
/// concession, and what is refused a rejection. The ledger keeps both apart; exports in PLOVER's form fold them.
/// </summary>
public static class Folding
{
    public static EventType Of(Event told) => Of(told.Type, told.Modality, told.Negated);

    public static EventType Of(EventType type, Modality modality, bool negated) =>
        (type, modality, negated) switch
        {
            (not (EventType.Reject or EventType.Accuse or EventType.Threaten), _, true) => EventType.Reject,
            (_, Modality.Happened, _) => type,
            (EventType.Support or EventType.Cooperate or EventType.Aid or EventType.Consult, _, _) =>
                EventType.Agree,
            // Who says that he will release or withdraw promises: annotators read the manual so.
            (EventType.Retreat or EventType.Concede, _, _) => EventType.Agree,
            (
                EventType.Sanction
                    or EventType.Coerce
                    or EventType.Assault
                    or EventType.Mobilize
                    or EventType.Protest,
                _,
                _
            ) => EventType.Threaten,
            _ => type,
        };
}
