using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

/// <summary>
/// The place that stands for its government ("Oslo rejected the plan") against the place itself ("rain fell on Oslo"), by what the sentence
/// does with it. Where grammar does not tell, it is the place.
/// </summary>
internal sealed class Governments
{
    private readonly FrozenSet<string> doing;
    private readonly FrozenSet<string> hearing;
    private readonly FrozenSet<string> nouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> cases;

    private Governments(string language)
    {
        var cues = Lexicon.Lines(language, "cue-verbs").Select(line => line.Split('\t')).ToArray();
        doing = cues.Select(fields => fields[0].Split(' ')[0])
            .Concat(
                Lexicon
                    .Lines(language, "event-frames")
                    .Where(line => char.IsLetter(line[0]) && !line.StartsWith("n:", StringComparison.Ordinal))
                    .Select(line => line.Split('\t')[0])
            )
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        hearing = cues.Where(fields =>
                fields.Length > 2
                && fields[2].Split(' ').Any(complement => complement is "whom" or "whom-to" or "of")
            )
            .Select(fields => fields[0].Split(' ')[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        nouns = Lexicon
            .Lines(language, "cue-nouns")
            .Select(line => line.Split('\t')[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        cases = Lexicon.Set(language, "government-cases").GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Governments Of(string language) => new(language);

    /// <param name="first">First token of the mention.</param>
    /// <param name="end">Index after its last.</param>
    /// <param name="place">What the lists say of it.</param>
    public bool Is(Parse parse, int first, int end, Place? place)
    {
        if (place?.Kind is not (PlaceKind.Country or PlaceKind.Capital))
        {
            return false;
        }
        var token = first;
        while (parse.Heads[token] >= first && parse.Heads[token] < end)
        {
            token = parse.Heads[token];
        }
        // "Oslo and Vienna agreed": what holds of the first of several holds of all.
        for (var steps = 0; parse.Relations[token].Base == Relation.Conj && steps < 4; steps++)
        {
            token = parse.Heads[token];
        }
        var head = parse.Heads[token];
        return head >= 0
            && parse.Relations[token] switch
            {
                Relation.Nsubj => Acts(parse, head),
                Relation.OblAgent => true,
                Relation.Obj or Relation.Iobj or Relation.NsubjPass => hearing.Contains(parse.Lemma(head)),
                Relation.NmodPoss => nouns.Contains(parse.Lemma(head)),
                Relation.Obl or Relation.Nmod => place?.Kind == PlaceKind.Capital
                    && parse.Dependent(token, Relation.Case) is var preposition and >= 0
                    && cases.Contains(parse.Form(preposition)),
                _ => false,
            };
    }

    /// <summary>Saying and doing take a will, and so does whatever takes an infinitive ("Oslo hopes to …").</summary>
    private bool Acts(Parse parse, int verb) =>
        parse.Upos[verb] == Upos.Verb
        && (
            doing.Contains(parse.Lemma(verb))
            || (
                parse.Dependent(verb, Relation.Xcomp) is var aim and >= 0
                && parse.Features[aim].VerbForm == VerbForm.Inf
            )
        );
}
