using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>Finds who did what to whom, after PLOVER. Holds only its lexicon; safe for many threads.</summary>
public sealed class EventFinder(EventLexicon lexicon, Places places)
{
    /// <summary>The finder of a language.</summary>
    /// <param name="language">BCP 47 primary language ("en").</param>
    public static EventFinder Of(string language) => new(EventLexicon.Of(language), Places.Of(language));

    /// <summary>The events of a text in the order of their triggers.</summary>
    /// <param name="parse">The article's trees.</param>
    /// <param name="entities">Its participants, into which sides index.</param>
    /// <param name="times">Its expressions of time, into which <see cref="Event.When"/> indexes.</param>
    /// <param name="statements">Its statements, into which <see cref="Event.ReportedBy"/> indexes.</param>
    /// <param name="reach">What counts: news alone, or what is told in passing, or all between known sides.</param>
    public IReadOnlyList<Event> Find(
        Parse parse,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Statement> statements,
        Reach reach = Reach.News
    )
    {
        var found = new List<Event>();
        var sides = new Participants(parse, entities, times, lexicon, places);
        var gate = new Gate(parse, lexicon);
        for (var i = 0; i < parse.Count; i++)
        {
            if (
                parse.Upos[i] != Upos.Verb
                || gate.Shuts(i)
                || Covered(parse, i)
                || reach == Reach.News
                    && Background.IsIn(parse, lexicon, i, head => Outer(parse, head) is not null)
            )
            {
                continue;
            }
            if (Event(parse, i, sides, reach == Reach.Given) is { } told)
            {
                var where = EventPlace.Where(parse, i, lexicon, places);
                found.Add(
                    told with
                    {
                        When = EventPlace.When(parse, told.Evidence, i, times),
                        Where = where,
                        WhereCountry = where is { } place ? places.Find(place.In(parse.Text))?.Country : null,
                        ReportedBy = EventPlace.Reporter(told.Trigger, statements),
                    }
                );
            }
        }
        return found;
    }

    private Event? Event(Parse parse, int verb, Participants sides, bool given)
    {
        var arguments = Clause.Arguments(parse, verb);
        var (frame, noun) = Frame(parse, verb, arguments);
        if (Demand(parse, verb, sides) is { } demand)
        {
            return demand;
        }
        if (frame is not { Type: { } type })
        {
            return null;
        }
        var around = new Sides(parse, sides, lexicon, places);
        var (actors, recipients) = around.Of(verb, noun, type, frame.Mode);
        if (!given && (around.IsOpen(verb, type) || noun >= 0 && around.IsOpen(noun, type)))
        {
            return null;
        }
        if (
            noun >= 0
            && lexicon.Support.GetValueOrDefault(parse.Lemma(verb)) == "suffered"
            && !Clause.IsPassive(parse, verb)
        )
        {
            (actors, recipients) = (recipients, actors);
        }
        var (modality, negated) = Standing.Of(parse, lexicon, verb);
        if (!given && Standing.IsUnreal(parse, lexicon, verb))
        {
            return null;
        }
        if (
            negated && type is EventType.Reject or EventType.Assault or EventType.Accuse
            || !given && !Holds(parse, verb, noun, type, frame.Mode, modality, actors, recipients, sides)
        )
        {
            return null;
        }
        return new Event
        {
            Type = type,
            Mode = frame.Mode ?? Mode(type, arguments),
            Contexts = Contexts(parse, verb),
            Actors = actors,
            Recipients = recipients,
            Modality = modality,
            Negated = negated,
            Trigger = parse.Tokens[verb],
            Evidence = EventPlace.Evidence(parse, verb),
        };
    }

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

    private string? Mode(EventType type, HashSet<string> arguments)
    {
        foreach (var (of, mode, words) in lexicon.Modes)
        {
            if (of == type && words.Overlaps(arguments))
            {
                return mode;
            }
        }
        return null;
    }

    /// <summary>Who says that another must do something demands it.</summary>
    private Event? Demand(Parse parse, int verb, Participants sides)
    {
        var aux = parse.Dependent(verb, Relation.Aux);
        var speech = parse.Heads[verb];
        if (
            aux < 0
            || speech < 0
            || parse.Relations[verb].Base != Relation.Ccomp
            || lexicon.Modality.GetValueOrDefault(parse.Lemma(aux)) != "demanded"
        )
        {
            return null;
        }
        var actors = sides.Of(parse.Dependent(speech, Relation.Nsubj));
        var recipients = sides.Of(parse.Dependent(verb, Relation.Nsubj));
        return actors.Count == 0 || recipients.Count == 0
            ? null
            : new Event
            {
                Type = EventType.Request,
                Contexts = Contexts(parse, verb),
                Actors = actors,
                Recipients = recipients,
                Trigger = parse.Tokens[aux],
                Evidence = EventPlace.Evidence(parse, verb),
            };
    }

    /// <summary>The verb's own frame, or that of the noun which a support verb carries.</summary>
    private (EventFrame?, int Noun) Frame(Parse parse, int verb, HashSet<string> arguments)
    {
        var lemma = parse.Lemma(verb);
        if (lexicon.FramesOf(lemma, parse.Form(verb)) is { } frames)
        {
            foreach (var frame in frames)
            {
                if (frame.Holds(arguments))
                {
                    return (frame, -1);
                }
            }
        }
        if (!lexicon.Support.TryGetValue(lemma, out var kind))
        {
            return (null, -1);
        }
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent];
            var carried =
                relation.Base == Relation.Obj
                || relation == Relation.NsubjPass
                || kind == "subject" && relation.Base == Relation.Nsubj
                || kind == "into" && relation.Base == Relation.Obl;
            if (carried && lexicon.Frames.TryGetValue("n:" + parse.Lemma(dependent), out var ofNoun))
            {
                var near = Clause.Arguments(parse, dependent);
                near.UnionWith(arguments);
                foreach (var frame in ofNoun)
                {
                    if (frame.Holds(near) && (kind != "meets" || frame.Type == EventType.Consult))
                    {
                        return (frame, dependent);
                    }
                }
            }
        }
        return (null, -1);
    }

    /// <summary>A verb under one that demands, refuses or threatens is what is demanded, not what was done.</summary>
    private bool Covered(Parse parse, int verb)
    {
        var relation = parse.Relations[verb].Base;
        var head = parse.Heads[verb];
        if (head < 0 || relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl))
        {
            return false;
        }
        if (relation is Relation.Advcl && parse.Dependent(verb, Relation.Nsubj) >= 0)
        {
            return false;
        }
        return parse.Features[verb].VerbForm == VerbForm.Inf
                && relation is Relation.Xcomp
                && Outer(parse, head)
                    is EventType.Agree
                        or EventType.Reject
                        or EventType.Request
                        or EventType.Threaten
                        or EventType.Aid
            || relation is Relation.Ccomp
                && Outer(parse, head)
                    is EventType.Request
                        or EventType.Threaten
                        or EventType.Agree
                        or EventType.Accuse
                        or EventType.Reject
            || relation is Relation.Acl && parse.Features[verb].VerbForm == VerbForm.Inf;
    }

    private EventType? Outer(Parse parse, int verb) =>
        parse.Upos[verb] == Upos.Verb ? Frame(parse, verb, Clause.Arguments(parse, verb)).Item1?.Type : null;

    private List<string> Contexts(Parse parse, int verb)
    {
        var sentence = parse.Sentences[parse.SentenceOf(verb)];
        List<string> found = [];
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (
                parse.Upos[i] is Upos.Noun or Upos.Adj or Upos.Propn
                && lexicon.Contexts.TryGetValue(parse.Lemma(i), out var context)
                && !found.Contains(context)
            )
            {
                found.Add(context);
            }
        }
        return found;
    }
}
