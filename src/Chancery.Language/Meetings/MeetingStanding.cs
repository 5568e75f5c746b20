using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>What became of a meeting, or will: from the verb that carries it and those that govern that verb.</summary>
internal sealed class MeetingStanding(Parse parse, MeetingLexicon words, EventLexicon events)
{
    /// <summary>How many governing words are asked.</summary>
    private const int Depth = 3;

    /// <summary>The status that a verb gives the meeting it tells of, or that carries it ("hold", "begin", "propose").</summary>
    /// <param name="verb">The verb, or the adjective or noun in its place ("ready to hold").</param>
    /// <param name="own">False where the verb itself means the meeting ("meet") and only what governs it may change its status.</param>
    /// <returns>Null where nothing is told: what would have been.</returns>
    public MeetingStatus? Of(int verb, bool own)
    {
        var (modality, negated) = Standing.Of(parse, events, verb);
        if (modality == Modality.Conditional && negated)
        {
            return null;
        }
        for (var (at, depth) = (verb, 0); at >= 0 && depth < Depth; depth++)
        {
            if (depth > 0 || own)
            {
                switch (words.StatusOf(parse.Lemma(at)))
                {
                    case MeetingStatus.UnderWay when depth == 0 && modality == Modality.Happened && !negated:
                        return MeetingStatus.UnderWay;
                    case MeetingStatus.UnderWay:
                        break;
                    case MeetingStatus.Held when depth > 0:
                        break;
                    case MeetingStatus.Confirmed when modality != Modality.Future && depth > 0:
                        break;
                    // "It came just before the two were due to speak": that time has passed, and what came of it is not told.
                    case MeetingStatus.Announced when IsBygone(at):
                        return null;
                    case { } told and not MeetingStatus.Held:
                        return
                            negated
                            && told
                                is not (
                                    MeetingStatus.Denied
                                    or MeetingStatus.Postponed
                                    or MeetingStatus.Cancelled
                                )
                            ? MeetingStatus.Denied
                            : told;
                    default:
                        break;
                }
            }
            at = IsGoverned(at) ? parse.Heads[at] : -1;
        }
        return negated ? MeetingStatus.Denied
            : modality == Modality.Future || IsToBe(verb) ? MeetingStatus.Announced
            : modality == Modality.Conditional ? MeetingStatus.Proposed
            : MeetingStatus.Held;
    }

    /// <summary>"Are to meet", "is to open": what is arranged.</summary>
    private bool IsToBe(int verb) =>
        verb > 1
        && parse.Features[verb].VerbForm == VerbForm.Inf
        && parse.Upos[verb - 1] == Upos.Part
        && words.Tells(parse.Lemma(verb - 2), "to be");

    /// <summary>A plan in the past tense that only tells when something else was.</summary>
    private bool IsBygone(int verb)
    {
        if (parse.Relations[verb].Base != Relation.Advcl || parse.Dependent(verb, Relation.Mark) < 0)
        {
            return false;
        }
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base is Relation.Aux or Relation.Cop
                && parse.Features[dependent].Tense == Tense.Past
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>What governs a complement decides on it; what an adverbial clause hangs on does not ("after he met …").</summary>
    private bool IsGoverned(int token) =>
        parse.Relations[token].Base is Relation.Xcomp or Relation.Ccomp
        || parse.Relations[token].Base == Relation.Acl && parse.Features[token].VerbForm == VerbForm.Inf
        || parse.Relations[token].Base == Relation.Conj
            && parse.Dependent(token, Relation.Nsubj) < 0
            && parse.Features[token].VerbForm == VerbForm.Inf;
}
