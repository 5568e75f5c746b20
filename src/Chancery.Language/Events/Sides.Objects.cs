using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>Sides among what a verb governs: its objects, what stands behind its prepositions, its complements.</content>
internal sealed partial class Sides
{
    private void Objects(
        int verb,
        int noun,
        EventType type,
        string? mode,
        IReadOnlySet<string> prepositions,
        List<Participant> recipients
    )
    {
        var about = lexicon.Topics.TryGetValue(parse.Lemma(verb), out var closed);
        List<Participant> oblique = [];
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent];
            if (
                dependent == noun
                || relation == Relation.OblAgent
                || relation == Relation.OblUnmarked && !IsCalledOn(verb, dependent)
                || IsTogether(dependent)
            )
            {
                continue;
            }
            switch (IsBounded(dependent) ? Relation.Obj : relation.Base)
            {
                case Relation.Iobj:
                    recipients.AddRange(participants.Of(dependent));
                    break;
                case Relation.Obj when closed is { Length: > 0 }:
                    break;
                // "Carried out strikes on the town": the strikes suffer nothing.
                case Relation.Obj
                    when lexicon.Weapons.Contains(parse.Lemma(dependent)) && !IsDeed(type, dependent):
                    Behind(dependent, prepositions, oblique);
                    break;
                // "Repeated the demand that Harl withdraw".
                case Relation.Obj
                    when type == EventType.Request
                        && lexicon.Demands.Contains(parse.Lemma(dependent))
                        && Demanded(dependent) is { Count: > 0 } demanded:
                    recipients.AddRange(demanded);
                    break;
                // "Alleging his part in …": he is meant, whoever else is named behind it.
                case Relation.Obj
                    when type == EventType.Accuse
                        && IsHis(dependent)
                        && participants.Of(dependent).Count == 0:
                    break;
                case Relation.Obj when about || noun >= 0:
                    Behind(dependent, prepositions, oblique);
                    break;
                case Relation.Obj when type is EventType.Aid or EventType.Mobilize or EventType.Agree:
                    // What is given or sent is no side; "helped Harl" is.
                    oblique.AddRange(
                        participants
                            .Of(dependent)
                            .Where(p =>
                                p.Country is not null || p.Entity is not null || p.Sector is "REF" or "CVL"
                            )
                    );
                    Behind(dependent, prepositions, recipients);
                    break;
                // "Demanded the release of the hostages": of whom is left unsaid.
                case Relation.Obj
                    when type == EventType.Request && lexicon.Undergone.Contains(parse.Lemma(dependent)):
                    Behind(dependent, lexicon.Asked, oblique);
                    break;
                case Relation.Obj:
                    var before = recipients.Count;
                    // "Cut all Harlish aid to Marn": what is cut, lifted or ended is an affair of those behind it.
                    if (
                        type is EventType.Sanction or EventType.Concede or EventType.Retreat
                        && parse.Upos[dependent] == Upos.Noun
                        && lexicon.Frames.ContainsKey("n:" + parse.Lemma(dependent))
                    )
                    {
                        Behind(dependent, prepositions, recipients);
                    }
                    if (recipients.Count == before)
                    {
                        recipients.AddRange(participants.Of(dependent));
                    }
                    if (recipients.Count == before)
                    {
                        recipients.AddRange(participants.Under(dependent));
                    }
                    if (recipients.Count == before && !IsDeed(type, dependent))
                    {
                        Behind(dependent, prepositions, oblique);
                    }
                    if (
                        recipients.Count == before
                        && oblique.Count == 0
                        && IsSuffered(verb, dependent, type)
                        && participants.Somebody(dependent) is { } somebody
                    )
                    {
                        recipients.Add(somebody);
                    }
                    break;
                case Relation.Obl when Takes(dependent, prepositions):
                    if (type == EventType.Aid)
                    {
                        recipients.AddRange(participants.Of(dependent));
                    }
                    else
                    {
                        oblique.AddRange(participants.Of(dependent));
                    }
                    // "Called for the release of Harlish hostages", "called for him to be tried": they are asked for nothing.
                    if (type == EventType.Request)
                    {
                        oblique.RemoveAll(participants.IsThing);
                        if (IsUndergone(verb, dependent))
                        {
                            oblique.Clear();
                        }
                        // "Called for an explanation from Harl".
                        if (oblique.Count == 0)
                        {
                            Behind(dependent, lexicon.Asked, oblique);
                        }
                        break;
                    }
                    if (oblique.Count + recipients.Count == 0 && type != EventType.Consult)
                    {
                        oblique.AddRange(participants.Under(dependent));
                    }
                    if (oblique.Count + recipients.Count == 0)
                    {
                        Behind(dependent, prepositions, oblique);
                    }
                    if (
                        oblique.Count + recipients.Count == 0
                        && type == EventType.Assault
                        && IsSuffered(verb, dependent, type)
                        && !EventPlace.IsWhere(parse, dependent, lexicon, places)
                        && participants.Somebody(dependent) is { } hit
                    )
                    {
                        oblique.Add(hit);
                    }
                    break;
                // "Called on “all the powers” to …": the tree has the preposition as the verb's own.
                case Relation.Obl
                    when type == EventType.Request
                        && parse.Dependent(dependent, Relation.Case) < 0
                        && IsCalledOn(verb, dependent):
                    oblique.AddRange(participants.Of(dependent));
                    break;
                // "Provided two million in assistance to Harl".
                case Relation.Obl
                    when (type == EventType.Aid || type == EventType.Consult && closed is not { Length: > 0 })
                        && !Takes(dependent, lexicon.Circumstances):
                    Behind(dependent, prepositions, oblique);
                    break;
                // "Urged that … leave", "agreed to lend … to": the complement names the other side.
                case Relation.Ccomp
                or Relation.Xcomp
                    when recipients.Count == 0
                        && type != EventType.Consult
                        // "Denied that the firm had applied": nobody is told whose word is denied.
                        && (
                            type != EventType.Reject
                            || relation.Base == Relation.Xcomp
                            || parse.Dependent(verb, Relation.Obj) < 0
                                && parse.Dependent(dependent, Relation.Mark) < 0
                        ):
                    Complement(dependent, type, prepositions, oblique);
                    break;
                default:
                    break;
            }
        }
        if (recipients.Count == 0 || type == EventType.Consult && mode != "visit")
        {
            recipients.AddRange(oblique);
        }
    }
}
