using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>How an event stands to the world: negated, still to come, or only possible; from auxiliaries, marks and governing verbs.</summary>
internal static class Standing
{
    public static (Modality Modality, bool Negated) Of(Parse parse, EventLexicon lexicon, int predicate)
    {
        var (modality, negated) = (Modality.Happened, false);
        foreach (var dependent in parse.Dependents(predicate))
        {
            switch (parse.Relations[dependent].Base)
            {
                case Relation.Advmod or Relation.Det:
                    negated |=
                        parse.Features[dependent].Polarity == Polarity.Neg
                        || lexicon.Modality.GetValueOrDefault(parse.Lemma(dependent)) == "negated";
                    break;
                case Relation.Aux or Relation.Mark:
                    Add(lexicon.Modality.GetValueOrDefault(Form(parse, dependent)));
                    break;
                default:
                    break;
            }
        }
        // An infinitive of purpose, or one that explains a noun, tells what is meant, not what was done.
        if (
            modality == Modality.Happened
            && parse.Features[predicate].VerbForm == VerbForm.Inf
            && parse.Relations[predicate].Base
                is Relation.Advcl
                    or Relation.Acl
                    or Relation.Csubj
                    or Relation.Ccomp
            && parse.Dependent(predicate, Relation.Aux) < 0
        )
        {
            modality = Modality.Conditional;
        }
        // "Are to meet" is arranged; "were to meet" was.
        if (modality == Modality.Happened && parse.Features[predicate].VerbForm == VerbForm.Inf)
        {
            foreach (var dependent in parse.Dependents(predicate))
            {
                if (
                    parse.Relations[dependent].Base == Relation.Cop
                    && parse.Features[dependent].VerbForm == VerbForm.Fin
                    && parse.Dependent(predicate, Relation.Mark) == dependent + 1
                )
                {
                    modality =
                        parse.Features[dependent].Tense == Tense.Past
                            ? Modality.Conditional
                            : Modality.Future;
                }
            }
        }
        // A joined verb shares the auxiliary of the first; a complement stands as what governs it lets it.
        var at = predicate;
        for (var depth = 0; depth < 4; depth++)
        {
            var relation = parse.Relations[at].Base;
            var head = parse.Heads[at];
            if (head < 0)
            {
                break;
            }
            if (relation is Relation.Conj && modality == Modality.Happened && !OwnAuxiliary(parse, at))
            {
                foreach (var dependent in parse.Dependents(head))
                {
                    if (parse.Relations[dependent].Base is Relation.Aux or Relation.Mark)
                    {
                        Add(lexicon.Modality.GetValueOrDefault(Form(parse, dependent)));
                    }
                }
            }
            else if (
                relation is Relation.Xcomp or Relation.Acl
                && (
                    parse.Features[at].VerbForm == VerbForm.Inf
                    // "Appears to have demanded".
                    || relation == Relation.Xcomp
                        && parse.Dependent(at, Relation.Mark) >= 0
                        && parse.Dependent(at, Relation.Aux) >= 0
                )
            )
            {
                Add(lexicon.Modality.GetValueOrDefault(parse.Lemma(head)));
                // "Might manage to agree", "if they manage to agree": what holds of the governing verb holds of its complement.
                foreach (var dependent in parse.Dependents(head))
                {
                    if (
                        parse.Relations[dependent].Base is Relation.Aux or Relation.Mark
                        && parse.Relations[head].Base != Relation.Ccomp
                    )
                    {
                        Add(lexicon.Modality.GetValueOrDefault(Form(parse, dependent)));
                    }
                    else if (parse.Features[dependent].Polarity == Polarity.Neg)
                    {
                        negated = true;
                    }
                }
            }
            else if (relation is not (Relation.Conj or Relation.Xcomp or Relation.Obj or Relation.Obl))
            {
                break;
            }
            at = head;
        }
        return (modality, negated);

        void Add(string? word)
        {
            // "Said that it would": the future told from the past.
            word =
                word != "backshifted" ? word
                : parse.Relations[predicate].Base == Relation.Ccomp ? "future"
                : "conditional";
            modality =
                word is "conditional" or "demanded" ? Modality.Conditional
                : word == "future" && modality == Modality.Happened ? Modality.Future
                : modality;
            negated |= word == "negated";
        }
    }

    /// <summary>"Would have been arrested": what did not happen.</summary>
    public static bool IsUnreal(Parse parse, EventLexicon lexicon, int predicate)
    {
        var (backshifted, perfect) = (false, false);
        foreach (var dependent in parse.Dependents(predicate))
        {
            if (parse.Relations[dependent].Base == Relation.Aux)
            {
                var word = lexicon.Modality.GetValueOrDefault(Form(parse, dependent));
                backshifted |= word is "backshifted" or "conditional";
                perfect |=
                    word is null
                    && parse.Features[dependent].VerbForm == VerbForm.Inf
                    && parse.Relations[dependent] != Relation.AuxPass;
            }
        }
        return backshifted && perfect;
    }

    private static string Form(Parse parse, int token) => parse.Form(token).ToString().ToLowerInvariant();

    private static bool OwnAuxiliary(Parse parse, int token)
    {
        foreach (var dependent in parse.Dependents(token))
        {
            if (parse.Relations[dependent].Base is Relation.Aux or Relation.Nsubj)
            {
                return true;
            }
        }
        return false;
    }
}
