using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>
/// What is told inside another's statement. Words passed on are kept, with the chain they came by ("Orlo said Kestria had denied it"). What
/// somebody tells of another's mind ("Orlo said Kestria wanted war") is a claim of the teller's, and what he tells of himself stands in his
/// statement already ("Orlo said he hoped to go"): neither is a statement of its own.
/// </summary>
internal static class Hearsay
{
    public static IEnumerable<Statement> Without(
        Discourse discourse,
        IReadOnlyList<(Attribution Said, Statement Entered)> all
    )
    {
        foreach (var (inner, entered) in all)
        {
            bool own = true;
            foreach (var (outer, told) in all)
                own &=
                    outer == inner
                    || inner.Cue.IsNone
                    || outer.Direct
                    || outer.Speaker.IsNone
                    || !outer.Content.Exists(c => c.Has(inner.Cue))
                    || PassesOn(discourse, inner)
                        && !(inner.Negated && outer.Stance == Stance.Ask)
                        && !Same(discourse, inner, entered, told);
            if (own)
                yield return entered;
        }
    }

    /// <summary>A verb that may stand beside the very words, or a phrase that names a source: something was said, not only meant or wanted.</summary>
    private static bool PassesOn(Discourse discourse, Attribution inner) =>
        inner.Stance != Stance.Believe
        && (
            discourse.Lexicon.Verbs.TryGetValue(inner.Lemma, out CueVerb? verb)
                ? verb.Can(Complements.That | Complements.Quote) || inner.Stance == Stance.Promise
                : inner.CueToken < 0 || discourse.Parse.Upos[inner.CueToken] is not (Upos.Noun or Upos.Adj)
        );

    /// <summary>The one who tells is the one told of; a pronoun that stands for nobody sure is taken for him.</summary>
    private static bool Same(Discourse discourse, Attribution inner, Statement entered, Statement told) =>
        entered.SpeakerEntity is { } entity
            ? entity == told.SpeakerEntity
            : inner.SpeakerHead >= 0
                && inner.Speaker.First == inner.Speaker.Last
                && discourse.Parse.Upos[inner.SpeakerHead] == Upos.Pron;
}
