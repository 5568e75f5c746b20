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
    public IReadOnlyList<Event> Find(
        Parse parse,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Statement> statements
    )
    {
        var found = new List<Event>();
        var sides = new Participants(parse, entities, times, lexicon, places);
        for (var i = 0; i < parse.Count; i++)
        {
            if (parse.Upos[i] != Upos.Verb || Covered(parse, i))
            {
                continue;
            }
            if (Event(parse, i, sides) is { } told)
            {
                found.Add(
                    told with
                    {
                        When = EventPlace.When(parse, told, i, times),
                        Where = EventPlace.Where(parse, i, lexicon, places),
                        ReportedBy = EventPlace.Reporter(told.Trigger, statements),
                    }
                );
            }
        }
        return found;
    }

    private Event? Event(Parse parse, int verb, Participants sides)
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
        var (actors, recipients) = Sides(parse, verb, noun, type, frame.Mode, sides);
        if (
            actors.Count + recipients.Count == 0
            || actors.Count == 0
                && type
                    is not (
                        EventType.Assault
                        or EventType.Coerce
                        or EventType.Protest
                        or EventType.Sanction
                        or EventType.Retreat
                    )
        )
        {
            return null;
        }
        // Aid has a recipient by the manual; a leader's journey within the own country is no consultation.
        if (
            type == EventType.Aid && recipients.Count == 0 && Clause.IsPassive(parse, verb)
            || frame.Mode == "visit"
                && actors.Exists(a => a.Country is not null && recipients.Exists(r => r.Country == a.Country))
        )
        {
            return null;
        }
        var (modality, negated) = Standing.Of(parse, lexicon, verb);
        // What is only possible and names one side tells of nothing that anybody could check.
        if (modality == Modality.Conditional && (actors.Count == 0 || actors.Count + recipients.Count < 2))
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
                || relation.Base == Relation.Obl;
            if (carried && lexicon.Frames.TryGetValue("n:" + parse.Lemma(dependent), out var ofNoun))
            {
                var near = Clause.Arguments(parse, dependent);
                near.UnionWith(arguments);
                foreach (var frame in ofNoun)
                {
                    if (frame.Holds(near))
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
            || relation is Relation.Acl && parse.Features[verb].VerbForm == VerbForm.Inf;
    }

    private EventType? Outer(Parse parse, int verb) =>
        parse.Upos[verb] == Upos.Verb ? Frame(parse, verb, Clause.Arguments(parse, verb)).Item1?.Type : null;

    private (List<Participant> Actors, List<Participant> Recipients) Sides(
        Parse parse,
        int verb,
        int noun,
        EventType type,
        string? mode,
        Participants sides
    )
    {
        var (subject, passive) = Clause.Subject(parse, verb);
        List<Participant> actors = [];
        List<Participant> recipients = [];
        HashSet<Passage> located = [];
        if (passive)
        {
            actors.AddRange(sides.Of(Clause.Agent(parse, verb)));
            if (noun < 0)
            {
                recipients.AddRange(sides.Of(subject));
                if (recipients.Count == 0 && subject >= 0)
                {
                    recipients.AddRange(sides.Under(subject));
                }
            }
        }
        else if (subject != noun)
        {
            actors.AddRange(sides.Of(subject));
            if (actors.Count == 0 && subject >= 0 && parse.Upos[subject] == Upos.Noun)
            {
                actors.AddRange(sides.Under(subject));
            }
        }
        Others(parse, verb, sides, recipients, noun, located);
        if (noun >= 0)
        {
            Others(parse, noun, sides, recipients, -1, located);
            if (actors.Count == 0)
            {
                foreach (var dependent in parse.Dependents(noun))
                {
                    if (
                        parse.Relations[dependent].Base is Relation.Amod or Relation.Compound
                        || parse.Relations[dependent] == Relation.NmodPoss
                    )
                    {
                        actors.AddRange(sides.Of(dependent));
                    }
                }
            }
        }
        if (recipients.Count == 0 && type is EventType.Threaten or EventType.Protest)
        {
            Purpose(parse, verb, sides, recipients, located);
        }
        // Where it happened is a side only where nothing else is: "arrested in …".
        var only = recipients.Where(r => !located.Contains(r.Passage)).ToList();
        if (only.Count > 0 || type == EventType.Consult && mode != "visit")
        {
            recipients = only;
        }
        recipients.RemoveAll(r => actors.Exists(a => a.Passage == r.Passage));
        // Who meets whom is one list, but where one visits the other.
        if (type == EventType.Consult && mode != "visit")
        {
            actors.AddRange(recipients);
            recipients.Clear();
        }
        if (type == EventType.Consult)
        {
            actors.RemoveAll(sides.IsThing);
        }
        return (actors, recipients);
    }

    /// <summary>The condition of a threat and the purpose of a protest name whom it is meant for.</summary>
    private void Purpose(
        Parse parse,
        int verb,
        Participants sides,
        List<Participant> recipients,
        HashSet<Passage> located
    )
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            var relation = parse.Relations[dependent].Base;
            if (relation is Relation.Xcomp)
            {
                Purpose(parse, dependent, sides, recipients, located);
            }
            else if (relation is Relation.Advcl)
            {
                recipients.AddRange(sides.Of(parse.Dependent(dependent, Relation.Nsubj)));
                if (recipients.Count == 0)
                {
                    Others(parse, dependent, sides, recipients, -1, located);
                }
            }
        }
    }

    private void Others(
        Parse parse,
        int head,
        Participants sides,
        List<Participant> recipients,
        int skip,
        HashSet<Passage> where
    )
    {
        foreach (var dependent in parse.Dependents(head))
        {
            var relation = parse.Relations[dependent];
            if (dependent == skip || relation == Relation.OblAgent || relation == Relation.OblUnmarked)
            {
                continue;
            }
            switch (relation.Base)
            {
                case Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nmod:
                    var before = recipients.Count;
                    recipients.AddRange(sides.Of(dependent));
                    if (EventPlace.IsWhere(parse, dependent, lexicon, places))
                    {
                        where.UnionWith(recipients.Skip(before).Select(r => r.Passage));
                    }
                    if (recipients.Count == before)
                    {
                        recipients.AddRange(sides.Under(dependent));
                    }
                    break;
                // "Agreed to lend … to", "urged that … leave": the complement names the other side.
                case Relation.Ccomp or Relation.Xcomp when recipients.Count == 0:
                    recipients.AddRange(sides.Of(parse.Dependent(dependent, Relation.Nsubj)));
                    if (recipients.Count == 0)
                    {
                        Others(parse, dependent, sides, recipients, -1, where);
                    }
                    break;
                default:
                    break;
            }
        }
    }

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
