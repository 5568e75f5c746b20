using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>What an event must name to be one.</content>
public sealed partial class EventFinder
{
    /// <summary>No event rather than a wrong one: what an event of its type must name.</summary>
    private bool Holds(
        Parse parse,
        int verb,
        int noun,
        EventType type,
        string? mode,
        Modality modality,
        List<Participant> actors,
        List<Participant> recipients,
        Participants sides
    )
    {
        var passive = Clause.IsPassive(parse, verb);
        // A law, a case or a report does nothing; weapons and strikes with an owner do.
        if (type is not (EventType.Assault or EventType.Mobilize or EventType.Threaten))
        {
            actors.RemoveAll(sides.IsThing);
        }
        var physical =
            type
            is EventType.Assault
                or EventType.Coerce
                or EventType.Protest
                or EventType.Sanction
                or EventType.Retreat;
        return (actors, recipients) switch
        {
            ({ Count: 0 }, { Count: 0 }) => false,
            // Who does it may go unsaid where it is suffered; a subject that is nobody is not unsaid.
            ({ Count: 0 }, _) when !physical || !passive && noun < 0 && !IsWeapon(parse, verb) => false,
            (_, { Count: 0 }) when noun < 0 && lexicon.TwoSided.Contains(parse.Lemma(verb)) => false,
            ({ Count: 0 }, _) when lexicon.TwoSided.Contains(parse.Lemma(verb)) && !physical => false,
            // Who fires, pounds or fights does it to somebody.
            (_, { Count: 0 }) when type == EventType.Assault && noun < 0 => false,
            (_, { Count: 0 }) when noun < 0 && Unnamed(parse, verb, type, passive) => false,
            // Two people of whom the article tells no more meet and praise each other as anybody does.
            _ when type is EventType.Consult or EventType.Support
                    && actors.Concat(recipients).All(sides.IsUnknown) => false,
            // "Denied him the right": nobody's word or plan is rejected.
            _ when type == EventType.Reject && parse.Dependent(verb, Relation.Iobj) >= 0 => false,
            // Governments and armies do not take to the streets.
            _ when type == EventType.Protest && actors.Exists(Participants.IsOfficial) => false,
            // Accidents kill too: where nobody is said to have done it, violence must be told of beside it.
            ({ Count: 0 }, _)
                when type == EventType.Assault
                    && noun < 0
                    && lexicon.Accidental.Contains(parse.Lemma(verb))
                    && !IsViolent(parse, verb) => false,
            // A talk with journalists is an interview.
            _ when type == EventType.Consult && actors.Concat(recipients).Any(s => s.Sector == "JRN") =>
                false,
            // Aid has a recipient by the manual.
            (_, { Count: 0 }) when type == EventType.Aid => false,
            (_, { Count: 0 }) when type == EventType.Support && noun < 0 && !Several(parse, actors) => false,
            (_, { Count: 0 }) when type == EventType.Cooperate && !Several(parse, actors) => false,
            (_, { Count: 0 })
                when type == EventType.Consult
                    && mode != "third-party"
                    && actors.Count < 2
                    && (
                        !lexicon.Attended.TryGetValue(parse.Lemma(verb), out var alone)
                        || alone.Length > 0 && !Several(parse, actors)
                    ) => false,
            _ when !physical
                    && type != EventType.Accuse
                    && actors.Concat(recipients).All(s => sides.IsPrivate(s) || sides.IsUnknown(s))
                    && (mode == "visit" || actors.Concat(recipients).Any(sides.IsPrivate)) => false,
            // PLOVER is of politics: somebody in it acts for a state, against it, or for the public.
            _ when type is EventType.Agree or EventType.Concede or EventType.Reject
                    && !actors.Concat(recipients).Any(sides.IsPublic) => false,
            // Shows, clubs and charities among themselves; two persons of whom one sentence tells no more may be anybody.
            _ when type
                    is EventType.Support
                        or EventType.Reject
                        or EventType.Agree
                        or EventType.Cooperate
                        or EventType.Aid
                    && actors.Concat(recipients).All(sides.IsObscure)
                    && !actors.Concat(recipients).All(sides.IsUnknown) => false,
            // A clause in passing counts where it names both sides.
            (var acting, var suffering)
                when parse.Relations[verb].Base == Relation.Acl
                    && (acting.Count == 0 || suffering.Count == 0 && type != EventType.Consult)
                    && type is not (EventType.Assault or EventType.Coerce or EventType.Sanction) => false,
            // A leader's journey within the own country is no consultation.
            _ when mode == "visit"
                    && (
                        recipients.Count == 0
                        || recipients.TrueForAll(r => r.Country is null && sides.IsPlace(r))
                        || actors.Exists(a =>
                            a.Country is not null && recipients.Exists(r => r.Country == a.Country)
                        )
                    ) => false,
            // What is only possible and names one side tells of nothing that anybody could check.
            _ when modality == Modality.Conditional
                    && (actors.Count == 0 || actors.Count + recipients.Count < 2) => false,
            // "Agreed that the tone had changed": a view is shared, nothing is agreed to be done.
            _ when type == EventType.Agree
                    && parse.Dependent(verb, Relation.Ccomp) is var view and >= 0
                    && Standing.Of(parse, lexicon, view).Modality == Modality.Happened => false,
            // What somebody says could or should be, or believes to be coming, is his opinion.
            _ when modality == Modality.Conditional && parse.Relations[verb].Base == Relation.Ccomp => false,
            _ when modality == Modality.Future
                    && parse.Relations[verb].Base == Relation.Ccomp
                    && lexicon.Opinions.Contains(parse.Lemma(parse.Heads[verb])) => false,
            // "Drove them out, ending the incursion": who attacks gives nothing up.
            _ when type == EventType.Retreat
                    && parse.Relations[verb].Base == Relation.Advcl
                    && Outer(parse, parse.Heads[verb]) is EventType.Assault or EventType.Coerce => false,
            _ when Nobody(parse, verb) => false,
            _ => true,
        };
    }

    /// <summary>"No government has …": told of nobody.</summary>
    private static bool Nobody(Parse parse, int verb)
    {
        var subject = Clause.Subject(parse, verb).Token;
        return subject >= 0
            && parse.Dependent(subject, Relation.Det) is var determiner and >= 0
            && (
                parse.Features[determiner].Polarity == Polarity.Neg
                || parse.Features[determiner].PronType == PronType.Neg
            );
    }

    /// <summary>Whether its sentence, or the one before or behind it, names a weapon, an assault or armed men.</summary>
    private bool IsViolent(Parse parse, int verb)
    {
        var sentence = parse.SentenceOf(verb);
        var end = parse.Sentences[Math.Min(sentence + 1, parse.Sentences.Length - 1)].End;
        for (var i = parse.Sentences[Math.Max(sentence - 1, 0)].First; i < end; i++)
        {
            if (
                parse.Upos[i] is Upos.Noun or Upos.Propn
                && (
                    lexicon.Weapons.Contains(parse.Lemma(i))
                    || lexicon.Sectors.GetValueOrDefault(parse.Lemma(i)) is "MIL" or "UAF" or "REB"
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Something stands in the place of the other side, and nobody knows whom it names: "urged the powers to …", "seized the mast".</summary>
    private bool Unnamed(Parse parse, int verb, EventType type, bool passive)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            // "Called on the powers to …".
            if (
                type == EventType.Request
                && parse.Relations[dependent].Base == Relation.Obl
                && Clause.Preposition(parse, dependent) is var preposition and >= 0
                && lexicon.Addressees.Contains(parse.Lemma(preposition))
                && parse.Relations[dependent] != Relation.OblUnmarked
                && preposition == verb + 1
            )
            {
                return true;
            }
        }
        var suffered = parse.Dependent(verb, Relation.Obj) >= 0;
        return type switch
        {
            EventType.Assault or EventType.Coerce => suffered || passive,
            EventType.Request or EventType.Threaten => parse.Dependent(verb, Relation.Iobj) >= 0
                || suffered && parse.Dependent(verb, Relation.Xcomp) >= 0
                || type == EventType.Request
                    && suffered
                    && IsToAct(parse, parse.Dependent(verb, Relation.Obj)),
            _ => false,
        };
    }

    /// <summary>"The firm to move its works": the infinitive hangs on who is asked.</summary>
    private static bool IsToAct(Parse parse, int asked)
    {
        foreach (var dependent in parse.Dependents(asked))
        {
            if (
                parse.Relations[dependent].Base == Relation.Acl
                && parse.Features[dependent].VerbForm == VerbForm.Inf
            )
            {
                return true;
            }
        }
        return false;
    }

    private bool IsWeapon(Parse parse, int verb) =>
        Clause.Subject(parse, verb).Token is var subject and >= 0
        && lexicon.Weapons.Contains(parse.Lemma(subject));

    private static bool Several(Parse parse, List<Participant> sides) =>
        sides.Count > 1
        || sides is [var one]
            && Enumerable
                .Range(0, parse.Count)
                .Any(i => one.Passage.Contains(parse.Tokens[i]) && parse.Features[i].Number == Number.Plur);
}
