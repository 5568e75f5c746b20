using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>
/// The one type that the PLOVER manual gives an event with its modality: what is only announced is an agreement, a threat or a
/// concession, and what is refused a rejection. The ledger keeps both apart; exports in PLOVER's form fold them.
/// </summary>
public static class Folding
{
    public static EventType Of(Event told) =>
        told switch
        {
            { Negated: true, Type: not (EventType.Reject or EventType.Accuse or EventType.Threaten) } =>
                EventType.Reject,
            { Modality: Modality.Happened } => told.Type,
            { Type: EventType.Support or EventType.Cooperate or EventType.Aid } => EventType.Agree,
            { Type: EventType.Consult } => EventType.Agree,
            // Who says that he will release or withdraw promises: annotators read the manual so.
            { Type: EventType.Retreat or EventType.Concede } => EventType.Agree,
            {
                Type: EventType.Sanction
                    or EventType.Coerce
                    or EventType.Assault
                    or EventType.Mobilize
                    or EventType.Protest
            } => EventType.Threaten,
            _ => told.Type,
        };
}
