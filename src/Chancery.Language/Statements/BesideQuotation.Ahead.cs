using Chancery.Language.Grammar;
using Chancery.Language.Text;

namespace Chancery.Language.Statements;

/// <summary>Cues ahead of a quotation.</summary>
internal sealed partial class BesideQuotation
{
    /// <summary>Novák said: "…"</summary>
    public CueBeside? Ahead(int q, int before, int taken)
    {
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        if (mark <= 0 || mark >= parse.Count)
            return null;
        bool colon = parse.Form(mark - 1) is ":";
        if (parse.Gaps[mark] == Gap.BlankLine && !colon)
            return null;
        int from = discourse.Sentence(mark - 1).First;
        int floor = before < 0 ? from : Math.Max(from, discourse.Words[before].Last + 1);
        bool led = colon || parse.Form(mark - 1) is ",";
        // "said in his book, “The Long Road”": a title behind what it is the title of.
        if (
            !colon
            && mark > 1
            && IsTitle(q)
            && parse.Upos[mark - 2] == Upos.Noun
            && discourse.Lexicon.Media.Contains(parse.Lemma(mark - 2))
        )
            return null;
        for (int k = mark - 1; k >= floor && k > mark - Reach; k--)
        {
            // Before a colon any cue leads to the words, but for one of thinking ("was only considering it: “…”").
            if (
                (Cue(k) ?? (colon && !discourse.IsTaken(k) ? discourse.VerbAt(k) : null)) is not { } verb
                || colon && verb.Stance == Terms.Stance.Believe && !verb.Can(Complements.Quote)
            )
                continue;
            if (!led && k != mark - 1)
                return null;
            // "chanting “no more”": a verb of voice takes nothing but words.
            if (!led && !Speechlike(q) && verb.Takes != Complements.Quote)
                return null;
            if (taken == k)
                return null;
            // "with alleged “collaboration”": an adjective cues nothing.
            if (
                parse.Relations[k].Base == Relation.Amod
                // "a body proposed by Orlo, “the members”": what was done by somebody leads to no words.
                || parse.Relations[k].Base == Relation.Acl && parse.Dependent(k, Relation.OblAgent) >= 0
                || !colon
                    && k > 0
                    && (
                        parse.Upos[k - 1] == Upos.Adp
                        || parse.Upos[k - 1] == Upos.Det && parse.Relations[k - 1].Base != Relation.Nsubj
                    )
            )
                return null;
            // "told reporters, “…”" but not "said it was late, “…”": between cue and quotation no clause of its own.
            for (int i = k + 1; i < mark - 1; i++)
                if (
                    discourse.HasTrees
                    && parse.Upos[i] is Upos.Verb or Upos.Aux
                    && parse.Features[i].VerbForm == VerbForm.Fin
                    && !colon
                    && !IsRelative(i, k)
                )
                    return null;
            return Before(k, verb, floor);
        }
        return colon ? Headed(mark) ?? Introduced(q, mark, floor) : null;
    }

    /// <summary>"Told the court, which was packed and had waited, “…”": in a clause that describes somebody between the cue and the words.</summary>
    private bool IsRelative(int token, int cue)
    {
        for (int i = token; i > cue; i = parse.Heads[i])
            if (parse.Relations[i] == Relation.AclRelcl)
                return true;
        return false;
    }

    /// <summary>
    /// "Orlo was blunt: “…”" — "Orlo had a message for them: “…”": before a colon and words of speech the main clause introduces them, where its
    /// subject is a person and it has no object that somebody else may have said.
    /// </summary>
    private CueBeside? Introduced(int q, int mark, int floor)
    {
        if (!discourse.HasTrees || !Speechlike(q) || discourse.QuotationAt(floor) >= 0)
            return null;
        int verb = floor;
        while (
            verb < mark
            && !(
                parse.Relations[verb].Base == Relation.Root
                && parse.Upos[verb] is Upos.Verb or Upos.Adj
                && parse.Dependent(verb, Relation.Nsubj) >= floor
            )
        )
            verb++;
        if (verb == mark || discourse.IsPassive(verb))
            return null;
        int subject = parse.Dependent(verb, Relation.Nsubj);
        int thing = parse.Dependent(verb, Relation.Obj);
        if (
            subject > verb
            || !IsPerson(subject)
            || thing >= 0 && !Carries(verb, thing)
            || parse.Dependent(verb, Relation.Ccomp) is var clause && clause >= 0 && clause < mark
        )
            return null;
        Stretch words = Subjects.Words(discourse, subject, verb);
        return words.IsNone ? null : new CueBeside(Dash, mark - 1, words, subject);
    }

    /// <summary>"had a message", "issued a warning": who does so says what it carries.</summary>
    private bool Carries(int verb, int thing) =>
        (
            discourse.Lexicon.Media.Contains(parse.Lemma(thing))
            || discourse.Lexicon.Nouns.ContainsKey(parse.Lemma(thing))
        ) && discourse.Lexicon.Is("carry", parse.Lemma(verb));

    private bool IsPerson(int token)
    {
        if (parse.Upos[token] == Upos.Pron)
            return parse.Features[token].Person == Person.Third
                && !discourse.Lexicon.Is("thing-pronoun", parse.Form(token));
        foreach (Grammar.Name name in parse.Names)
            if (name.First <= token && token < name.End)
                return name.Kind is Terms.EntityKind.Person or Terms.EntityKind.Organisation;
        return parse.Upos[token] == Upos.Noun && discourse.Lexicon.Sources.Contains(parse.Lemma(token));
    }

    /// <summary>Ada Orlo: “…”: a name at the head of its sentence and a colon.</summary>
    private CueBeside? Headed(int mark)
    {
        int first = discourse.Sentence(mark - 1).First;
        foreach (Grammar.Name name in parse.Names)
            if (
                name.End == mark - 1
                && name.Kind == Terms.EntityKind.Person
                && (name.First == first || parse.Form(name.First - 1) is "-" or "–" or "—")
            )
            {
                var speaker = new Stretch(name.First, name.End - 1);
                return new CueBeside(Dash, mark - 1, speaker, Head(speaker, mark - 1));
            }
        return null;
    }

    private CueBeside Before(int k, CueVerb verb, int floor)
    {
        if (discourse.HasTrees)
        {
            // "The decision was, he said, “inadequate”": between commas the nearer one speaks.
            int mark = k - 1;
            while (mark > floor && parse.Form(mark) is not ",")
                mark--;
            if (
                mark >= floor
                && parse.Form(mark) is ","
                && k + 1 < parse.Count
                && parse.Form(k + 1) is ","
                && new Stretch(mark + 1, k - 1) is var inner
                && IsName(inner)
            )
                return new CueBeside(verb, k, inner, Head(inner, k));
            if (Subjects.Pronoun(discourse, k) is var he and >= 0)
                return new CueBeside(verb, k, new Stretch(he, he), he);
            if (
                (Subjects.Teller(discourse, k) ?? Subjects.Of(parse, k)) is { } subject
                && !discourse.IsSpoken(subject.Head)
            )
            {
                Stretch words = Subjects.Words(discourse, subject.Head, k);
                return new CueBeside(verb, k, words, subject.Meant);
            }
            if (parse.Xpos(k) == "VBG" && floor < k && Participle(k, floor) is { } sharer)
                return new CueBeside(verb, k, Subjects.Words(discourse, sharer.Head, k), sharer.Meant);
            if (k <= floor)
                return new CueBeside(verb, k, Stretch.None, -1);
            // "The prime minister, in response, said: …" — "When asked why, a driver replied, …"
            int comma = parse.Form(k - 1) is "," ? floor : k - 1;
            while (comma < k - 1 && parse.Form(comma) is not ",")
                comma++;
            bool ahead = parse.Form(k - 1) is ",";
            while (!ahead && comma > floor && parse.Form(comma) is not ",")
                comma--;
            Stretch near = discourse.Trim(
                ahead
                    ? new Stretch(floor, comma - 1)
                    : new Stretch(parse.Form(comma) is "," ? comma + 1 : floor, k - 1)
            );
            return IsName(near)
                ? new CueBeside(verb, k, near, Head(near, k))
                : new CueBeside(verb, k, Stretch.None, -1);
        }
        Stretch all = discourse.Trim(new Stretch(floor, k - 1));
        return new CueBeside(verb, k, all, all.First);
    }

    /// <summary>
    /// "Orlo urged them to vote, saying, “…”" — "Orlo hinted at it and, by the way, adding “…”": where the tree knows no subject of a participle
    /// behind a comma or a conjunction, it shares that of the last saying before it in its sentence, or of the main clause.
    /// </summary>
    private Subjects.Subject? Participle(int k, int floor)
    {
        if (k == 0 || !(parse.Form(k - 1) is "," || parse.Upos[k - 1] is Upos.Cconj or Upos.Adv))
            return null;
        int first = discourse.Sentence(k).First;
        for (int i = k - 1; i >= first; i--)
            if (discourse.Mouths.TryGetValue(i, out int mouth))
                return new Subjects.Subject(mouth, mouth);
        for (int i = k - 1; i >= floor; i--)
            if (
                parse.Upos[i] == Upos.Verb
                && parse.Features[i].VerbForm == VerbForm.Fin
                && parse.Relations[i].Base is Relation.Root or Relation.Conj or Relation.Parataxis
                && Subjects.Of(parse, i) is { } subject
                && subject.Head < i
                && !discourse.IsSpoken(subject.Head)
                && Minds.Has(discourse, subject)
            )
                return subject;
        return null;
    }
}
