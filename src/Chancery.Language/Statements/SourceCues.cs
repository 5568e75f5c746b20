using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>"Vesk Wire quoted Orlo as saying …", "the Post, citing two officials, reported …": the object speaks, the subject passes it on.</summary>
internal static class SourceCues
{
    /// <summary>Verbs with a saying of their own behind them.</summary>
    public static IEnumerable<Attribution> Quoted(Discourse discourse)
    {
        Parse parse = discourse.Parse;
        for (int verb = 0; verb < parse.Count; verb++)
        {
            if (
                discourse.VerbAt(verb)?.Can(Complements.Source) != true
                || discourse.IsSpoken(verb)
                || discourse.IsTaken(verb)
            )
                continue;
            foreach (int saying in parse.Dependents(verb))
            {
                if (
                    saying < verb
                    || discourse.VerbAt(saying) is not { } cue
                    || !cue.Can(Complements.That | Complements.Quote)
                )
                    continue;
                bool passive = parse.Dependent(verb, Relation.NsubjPass) >= 0;
                int speaker = parse.Dependent(verb, passive ? Relation.NsubjPass : Relation.Obj);
                Stretch words = new(saying, saying);
                if (
                    speaker < 0
                    || Contents.Of(discourse, saying, cue, words, Stretch.None, -1, passive: false)
                        is not { } content
                )
                    continue;
                Stretch group = CueWords.Of(discourse, verb);
                Stretch rest = new(parse.Subtree(saying).First, saying);
                var said = new Attribution
                {
                    Content = content,
                    Speaker = Subjects.Words(discourse, speaker, verb),
                    SpeakerHead = speaker,
                    Cue = passive && rest.First == group.Last + 1 ? group.With(rest) : group,
                    CueRest = passive && rest.First == group.Last + 1 ? Stretch.None : rest,
                    CueToken = saying,
                    Lemma = cue.Lemma,
                    Stance = cue.Stance,
                };
                if (!passive && Subjects.Of(parse, verb) is { } reporter)
                    said.Through.Add(Subjects.Words(discourse, reporter.Head, verb));
                discourse.Take(group);
                discourse.Take(rest);
                yield return said;
                break;
            }
        }
    }

    /// <summary>"citing two officials", beside a statement: the officials said what the statement says.</summary>
    public static IEnumerable<Attribution> Cited(Discourse discourse, IReadOnlyList<Attribution> others)
    {
        Parse parse = discourse.Parse;
        for (int verb = 0; verb < parse.Count; verb++)
        {
            if (
                discourse.VerbAt(verb)?.Can(Complements.Source) != true
                || discourse.IsSpoken(verb)
                || discourse.IsTaken(verb)
            )
                continue;
            int source = parse.Dependent(verb, Relation.Obj);
            if (
                source < verb
                || CitesThing(discourse, verb)
                || parse.Relations[verb].Base is not (Relation.Advcl or Relation.Acl or Relation.Parataxis)
            )
                continue;
            int head = parse.Heads[verb];
            Attribution? matrix = others.FirstOrDefault(o =>
                o.CueToken >= 0 && (o.CueToken == head || o.Cue.Has(head) || o.SpeakerHead == head)
            );
            if (matrix is null)
                continue;
            Stretch words = discourse.Trim(Stretch.Of(parse.Subtree(source)));
            var said = new Attribution
            {
                Content = [.. matrix.Content],
                Speaker = words,
                SpeakerHead = source,
                Cue = new Stretch(verb, verb),
                CueToken = verb,
                Lemma = parse.Lemma(verb),
                Direct = matrix.Direct,
            };
            said.Through.Add(matrix.Speaker);
            discourse.Take(said.Cue);
            yield return said;
        }
    }

    /// <summary>"cited the rising cost", but not "cited two officials", "citing a report": what neither speaks nor publishes is itself what is said.</summary>
    public static bool CitesThing(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int thing = parse.Dependent(verb, Relation.Obj);
        if (thing < verb || parse.Upos[thing] != Upos.Noun || parse.Dependent(verb, Relation.Xcomp) >= 0)
            return false;
        foreach (Name name in parse.Names)
            if (name.First <= thing && thing < name.End)
                return false;
        string lemma = parse.Lemma(thing);
        return !discourse.Lexicon.Sources.Contains(lemma)
            && !discourse.Lexicon.Media.Contains(lemma)
            && !discourse.Lexicon.Headings.Contains(lemma);
    }
}
