using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>
/// Meetings that a noun names and no event tells of: "the third round of talks between … has been put off", "offered to host a meeting
/// of …". The noun has its sides behind it, before it or, where it only points back ("the talks"), in what the article told last.
/// </summary>
internal sealed class MeetingNouns(
    Parse parse,
    MeetingLexicon words,
    MeetingPhrases phrases,
    MeetingStanding standings,
    Attendance attendance,
    MeetingDays days,
    Participants participants,
    Gate gate,
    EventLexicon events,
    Places places
)
{
    /// <summary>Sentences back in which "the talks" finds those that it points to.</summary>
    private const int Reach = 3;

    /// <param name="told">The meetings that events tell of; a noun within one of their clauses is theirs.</param>
    public IEnumerable<Meeting> Beside(IReadOnlyList<Meeting> told)
    {
        List<Meeting> found = [];
        for (var i = 0; i < parse.Count; i++)
        {
            if (
                IsMeeting(i)
                && Top(i) is var top
                && Governor(top) is var verb and >= 0
                && !IsShut(verb)
                && Of(i, top, verb, told, found) is { } meeting
                && !told.Concat(found).Any(other => IsSame(other, meeting))
            )
            {
                found.Add(meeting);
            }
        }
        return found;
    }

    /// <summary>What is not news; but the infinitive behind a word that tells how things stand does ("its willingness to host").</summary>
    private bool IsShut(int verb) =>
        gate.IsShut(verb)
        || gate.Shuts(verb)
            && (parse.Heads[verb] is not (var head and >= 0) || words.StatusOf(parse.Lemma(head)) is null);

    private static bool IsSame(Meeting one, Meeting other) =>
        one.Evidence.Overlaps(other.Evidence)
        && (
            one.Evidence == other.Evidence
            || one.Parties.Any(p => other.Parties.Any(q => p.Passage == q.Passage))
        );

    /// <summary>A noun of meeting; talks are several, and a news conference is none.</summary>
    private bool IsMeeting(int token)
    {
        if (parse.Upos[token] != Upos.Noun || !words.Tells(Clause.Singular(parse, token), "meeting"))
        {
            return false;
        }
        return phrases.IsMeeting(token)
            && (
                parse.Features[token].Number == Number.Plur
                || !words.Tells(Clause.Singular(parse, token), "plural")
            );
    }

    /// <summary>"A round of talks", "the venue for the talks": the noun that stands in the clause for them.</summary>
    private int Top(int noun)
    {
        for (var depth = 0; depth < 2; depth++)
        {
            if (
                parse.Relations[noun].Base != Relation.Nmod
                || parse.Heads[noun] is not (var head and >= 0)
                || !words.Tells(Clause.Singular(parse, head), "round of")
                    && !words.Tells(parse.Lemma(head), "venue")
            )
            {
                break;
            }
            noun = head;
        }
        return noun;
    }

    /// <summary>The verb that says what becomes of it; -1 where none does.</summary>
    private int Governor(int top)
    {
        var head = parse.Heads[top];
        var carried =
            head >= 0
            && parse.Upos[head] is Upos.Verb
            && (
                parse.Relations[top].Base is Relation.Nsubj or Relation.Obj
                || parse.Relations[top].Base is Relation.Obl or Relation.Xcomp
                    && words.Tells(parse.Lemma(top), "venue")
            )
            && (words.Tells(parse.Lemma(head), "carries") || words.StatusOf(parse.Lemma(head)) is not null)
            // "The visit suggests that …": a meeting proposes nothing.
            && !(
                parse.Relations[top] == Relation.Nsubj
                && words.StatusOf(parse.Lemma(head)) is MeetingStatus.Proposed
            );
        return carried ? head : -1;
    }

    private Meeting? Of(int noun, int top, int verb, IReadOnlyList<Meeting> told, List<Meeting> found)
    {
        var evidence = EventPlace.Evidence(parse, verb);
        var when = days.When(evidence, verb);
        if (days.IsHistory(when) || standings.Of(verb, own: true) is not { } standing)
        {
            return null;
        }
        var isHosted = words.Tells(parse.Lemma(verb), "hosts");
        var isVenue = words.Tells(parse.Lemma(top), "venue");
        var status = days.Now(
            isHosted && standing == MeetingStatus.Held ? Hosted(verb)
                : isVenue ? MeetingStatus.Proposed
                : standing,
            when
        );
        var sides = Sides(noun, top);
        var subject = parse.Relations[top].Base == Relation.Nsubj ? [] : Subject(verb);
        var host =
            !isHosted && !isVenue ? null : Host(verb, isVenue) ?? (subject is [var first, ..] ? first : null);
        // Who holds talks is a side of them; who announces or puts off those of others may not be.
        if (host is null && sides.Count == 1 && words.Tells(parse.Lemma(verb), "held"))
        {
            sides.AddRange(subject);
        }
        var parties = attendance.Of(sides, names: true, days.IsAhead(when));
        if (parties.Count == 0)
        {
            parties = PointsBack(noun) || host is not null ? Before(verb, told, found) : [];
        }
        if (parties.Count == 0 && host is not null && status == MeetingStatus.Proposed)
        {
            parties = [host];
        }
        if (parties.Count == 0)
        {
            return null;
        }
        var venue =
            EventPlace.Where(parse, verb, events, places) ?? EventPlace.Where(parse, top, events, places);
        return new Meeting
        {
            Parties = parties,
            Level = parties.Max(attendance.LevelOf),
            Issue = phrases.Issue(noun),
            Form = phrases.Form(noun, venue),
            Status = status,
            Host = host is null ? null : attendance.NameOf(host),
            Venue = venue,
            When = when,
            Evidence = evidence,
        };
    }

    private IReadOnlyList<Participant> Subject(int verb)
    {
        var subject = Clause.Subject(parse, verb).Token;
        return subject < 0 ? []
            : participants.Of(subject) is { Count: > 0 } named ? named
            : participants.Under(subject);
    }

    /// <summary>"Offered the city as a venue for talks": the place offered.</summary>
    private Participant? Host(int verb, bool isVenue) =>
        isVenue && participants.Of(parse.Dependent(verb, Relation.Obj)) is [var offered, ..] ? offered : null;

    /// <summary>A host that would, could or is ready to offers; one that does, holds.</summary>
    private MeetingStatus Hosted(int verb) =>
        parse.Features[verb].VerbForm == VerbForm.Inf ? MeetingStatus.Proposed : MeetingStatus.Held;

    /// <summary>Those behind the noun by "between", "with", "of", before it ("Harl–Lurn talks") and whose it is ("her meeting with …").</summary>
    private List<Participant> Sides(int noun, int top)
    {
        List<Participant> found = [];
        foreach (var at in noun == top ? (int[])[noun] : [noun, top])
        {
            foreach (var dependent in parse.Dependents(at))
            {
                var relation = parse.Relations[dependent];
                var isSide =
                    relation == Relation.NmodPoss
                    || relation.Base is Relation.Amod or Relation.Compound
                    || relation.Base is Relation.Nmod or Relation.Obl
                        && Clause.Preposition(parse, dependent) is var preposition and >= 0
                        && words.Tells(parse.Lemma(preposition), "side");
                if (isSide && dependent != noun)
                {
                    found.AddRange(
                        participants
                            .Of(dependent)
                            .Where(p => relation.Base != Relation.Amod || p.Country is not null)
                    );
                }
            }
        }
        return found;
    }

    private bool PointsBack(int noun)
    {
        foreach (var dependent in parse.Dependents(noun))
        {
            if (
                parse.Relations[dependent].Base == Relation.Det
                && words.Tells(parse.Lemma(dependent), "back")
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The sides of the last meeting of two that the article told before, a few sentences back at most.</summary>
    private IReadOnlyList<Participant> Before(int verb, IReadOnlyList<Meeting> told, List<Meeting> found)
    {
        var here = parse.SentenceOf(verb);
        return told.Concat(found)
                .Where(m =>
                    m.Parties.Count > 1
                    && m.Evidence.Start < parse.Tokens[verb].Start
                    && here - parse.SentenceOf(parse.TokenAt(m.Evidence.Start)) <= Reach
                )
                .MaxBy(m => m.Evidence.Start)
                ?.Parties
            ?? [];
    }
}
