using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Whose verb it is, where the tree has it otherwise or not at all.</summary>
internal static partial class VerbCues
{
    /// <summary>"…, adding that …": a participle behind a comma goes on with the last saying of its sentence, whatever the tree hangs it on.</summary>
    private static Subjects.Subject? GoingOn(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        // "…, seeming to imply that …"
        int lead = verb;
        while (
            parse.Relations[lead].Base == Relation.Xcomp
            && parse.Heads[lead] is var head
            && head >= 0
            && head < lead
        )
            lead = head;
        if (
            !Subjects.BehindComma(parse, verb)
            && !(
                lead != verb
                && parse.Xpos(lead) == "VBG"
                && parse.Subtree(lead).First is var first
                && (parse.Form(first) is "," || first > 0 && parse.Form(first - 1) is ",")
                && parse.Dependent(verb, Relation.Ccomp) >= 0
            )
        )
            return null;
        for (int i = verb - 1; i >= discourse.Sentence(verb).First; i--)
            if (discourse.Mouths.TryGetValue(i, out int mouth))
                return new Subjects.Subject(mouth, mouth);
            else if (
                discourse.IsTaken(i)
                && discourse.VerbAt(i)?.Can(Complements.That | Complements.Quote) == true
                && Subjects.Of(parse, i) is { } subject
            )
                return subject;
        return null;
    }

    /// <summary>
    /// "said firing shots was wrong and called for calm": things call for nothing, so who says it also calls. The saying verb; −1 where it is
    /// not so.
    /// </summary>
    public static int RaisedOver(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int clause = parse.Heads[verb];
        if (
            parse.Relations[verb].Base != Relation.Conj
            || clause < 0
            || parse.Relations[clause].Base != Relation.Ccomp
            || parse.Upos[verb] != Upos.Verb
            || parse.Dependent(verb, Relation.Nsubj) >= 0
            || parse.Dependent(verb, Relation.Aux) >= 0
            || discourse.VerbAt(verb) is null && !discourse.Lexicon.HasParticles(discourse.VerbLemma(verb))
        )
            return -1;
        int saying = parse.Heads[clause];
        int subject = parse.Dependent(clause, Relation.Nsubj);
        subject = subject < 0 ? parse.Dependent(clause, Relation.NsubjPass) : subject;
        return
            saying >= 0
            && saying < clause
            && Subjects.Alike(parse, verb, saying)
            && subject >= 0
            && parse.Upos[subject] is Upos.Noun or Upos.Verb
            && !Minds.Has(discourse, new Subjects.Subject(subject, subject))
            ? saying
            : -1;
    }

    /// <summary>"A billion of that came from stores, Orlo told Teln": a name or pronoun between the last comma and the verb speaks.</summary>
    private static Subjects.Subject? Nearer(Discourse discourse, int verb, int subject)
    {
        Parse parse = discourse.Parse;
        int first = CueWords.Of(discourse, verb).First;
        int comma = first - 1;
        while (
            comma > subject
            && first - comma < Hearer
            && parse.Upos[comma] is Upos.Propn or Upos.Pron or Upos.Noun or Upos.Adj or Upos.Det
        )
            comma--;
        if (
            comma <= subject
            || comma == first - 1
            || parse.Form(comma) is not ","
            || parse.Features[comma + 1].PronType == PronType.Rel
            || parse.Dependent(verb, Relation.Ccomp) < 0
        )
            return null;
        if (
            comma == first - 2
            && parse.Upos[first - 1] == Upos.Pron
            && parse.Features[first - 1].Person == Person.Third
        )
            return new Subjects.Subject(first - 1, first - 1);
        foreach (Name name in parse.Names)
            if (name.End == first && name.First > comma && name.Kind == Terms.EntityKind.Person)
                return new Subjects.Subject(name.First, name.First);
        return null;
    }

    /// <summary>"accused her of refusing to go": she refuses.</summary>
    private static Subjects.Subject? Blamed(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int head = parse.Heads[verb];
        return
            head >= 0
            && head < verb
            && parse.Xpos(verb) == "VBG"
            && parse.Relations[verb].Base == Relation.Advcl
            && parse.Dependent(verb, Relation.Mark) is var mark
            && mark >= 0
            && discourse.Lexicon.Is("blame", parse.Form(mark))
            && parse.Dependent(head, Relation.Obj) is var blamed
            && blamed > head
            && blamed < verb
            ? new Subjects.Subject(blamed, blamed)
            : null;
    }

    /// <summary>"…, explains Robert Orlo, a scientist": a name behind a verb behind a comma, that the tree takes for its object.</summary>
    private static Subjects.Subject? Inverted(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (
            verb <= discourse.Sentence(verb).First + 2
            || parse.Features[verb].VerbForm != VerbForm.Fin
            || !discourse.IsMark(verb - 1)
            || discourse.VerbAt(verb)?.Can(Complements.That) != true
            || parse.Dependent(verb, Relation.Obj) is not (var named and >= 0)
            || named < verb
        )
            return null;
        foreach (Name name in parse.Names)
            if (
                name.Kind == Terms.EntityKind.Person
                && name.First <= named
                && named < name.End
                && parse.Subtree(named).First == verb + 1
            )
                return new Subjects.Subject(named, named);
        return null;
    }

    /// <summary>People, bodies, papers and places speak; the reader ("you"), the writer and nobody ("it rains") do not.</summary>
    private static bool MaySpeak(Parse parse, Subjects.Subject subject)
    {
        int head = subject.Head;
        return parse.Relations[head].Base != Relation.Expl
            && parse.Upos[head]
                is Upos.Pron
                    or Upos.Noun
                    or Upos.Propn
                    or Upos.Det
                    or Upos.Num
                    or Upos.Adj
                    or Upos.X
                    or Upos.Sym
            && !(
                parse.Upos[head] == Upos.Pron
                && (
                    parse.Features[head].Person == Person.Second
                    || parse.Features[head].Person == Person.First
                        && parse.Features[head].Number == Number.Plur
                )
            );
    }

    /// <summary>"a browser that supports video": behind a relative pronoun a thing says nothing; a name, a person or a paper does.</summary>
    public static bool MayStandFor(Discourse discourse, Subjects.Subject subject)
    {
        Parse parse = discourse.Parse;
        if (subject.Head == subject.Meant || parse.Upos[subject.Meant] != Upos.Noun)
            return true;
        string lemma = parse.Lemma(subject.Meant);
        StatementLexicon lexicon = discourse.Lexicon;
        return parse.Xpos(subject.Head) == "WP" // who
            || lexicon.Sources.Contains(lemma)
            || lexicon.Media.Contains(lemma)
            || lexicon.Headings.Contains(lemma)
            || lexicon.Nouns.ContainsKey(lemma);
    }
}
