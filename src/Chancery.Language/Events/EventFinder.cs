using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>Finds who did what to whom, after PLOVER. Holds only its lexicon; safe for many threads.</summary>
public sealed partial class EventFinder(EventLexicon lexicon, Places places)
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
                    && Background.IsIn(
                        parse,
                        lexicon,
                        i,
                        head => Outer(parse, head) is not null,
                        clause =>
                            Outer(parse, clause)
                                is EventType.Support
                                    or EventType.Accuse
                                    or EventType.Reject
                                    or EventType.Request
                                    or EventType.Threaten
                    )
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
            || IsSupposed(parse, verb, aux)
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

    /// <summary>"Must be saying", "must have left": so the speaker supposes; only "must leave" and "must be freed" demand.</summary>
    private static bool IsSupposed(Parse parse, int verb, int aux)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                dependent != aux
                && parse.Relations[dependent].Base == Relation.Aux
                && parse.Relations[dependent] != Relation.AuxPass
            )
            {
                return true;
            }
        }
        return false;
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
