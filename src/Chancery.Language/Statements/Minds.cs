using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>
/// Who may mean, want or accuse. A clause behind "that" makes what is written or counted speak ("the figures suggest that …"); a bare thing
/// or an infinitive does not ("the funds back a scheme"), unless a name, a person or people together stand before it.
/// </summary>
internal static class Minds
{
    public static bool Has(Discourse discourse, Subjects.Subject subject)
    {
        Parse parse = discourse.Parse;
        StatementLexicon lexicon = discourse.Lexicon;
        int head = subject.Meant;
        if (parse.Upos[subject.Head] == Upos.Pron && subject.Head == subject.Meant)
            return !lexicon.Is("thing-pronoun", parse.Form(head));
        if (parse.Upos[head] is Upos.Propn or Upos.Num or Upos.X or Upos.Pron or Upos.Adj or Upos.Det)
            return true;
        if (parse.Xpos(subject.Head) == "WP") // who
            return true;
        string lemma = parse.Lemma(head);
        return lexicon.Collectives.Contains(lemma)
            || lexicon.Sources.Contains(lemma)
            || lexicon.Media.Contains(lemma)
            || lexicon.Headings.Contains(lemma)
            || lexicon.Nouns.ContainsKey(lemma)
            || Named(discourse, head);
    }

    /// <summary>
    /// What has no mind may still tell, where it is written or counted ("the records show that …"). Of other things newspapers say that they
    /// show or suggest, too, and nobody has said it then; what says or adds something is somebody.
    /// </summary>
    public static bool Tells(Discourse discourse, Subjects.Subject subject, string verb)
    {
        Parse parse = discourse.Parse;
        int head = subject.Meant;
        return !discourse.Lexicon.Is("evidence", verb)
            || parse.Upos[head] is not (Upos.Noun or Upos.Verb)
            || discourse.Lexicon.Documents.Contains(parse.Lemma(head))
            || discourse.Lexicon.Is("press", parse.Form(head));
    }

    /// <summary>"The audit found that …": what is written or counted finds, too.</summary>
    public static bool Finds(Discourse discourse, Subjects.Subject subject, string verb) =>
        discourse.Lexicon.Is("find", verb)
        && (
            discourse.Lexicon.Documents.Contains(discourse.Parse.Lemma(subject.Meant))
            || discourse.Lexicon.Is("press", discourse.Parse.Form(subject.Meant))
        );

    /// <summary>A name is the noun's own: in apposition or as its title ("the border chief, Ada Orlo").</summary>
    private static bool Named(Discourse discourse, int head)
    {
        Parse parse = discourse.Parse;
        foreach (Name name in parse.Names)
            if (name.First <= head && head < name.End)
                return true;
        foreach (int dependent in parse.Dependents(head))
            if (
                parse.Relations[dependent].Base is Relation.Appos or Relation.Flat
                && parse.Upos[dependent] == Upos.Propn
            )
                return true;
        return false;
    }
}
