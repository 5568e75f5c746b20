using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>
/// Pronouns of the third person and short definite descriptions ("the minister") → the person they stand for, by grammar and
/// distance alone: one candidate of fitting gender in the sentence before it or the one before that, or else the subject of
/// the main clause. Inside quotation marks nothing is resolved, and where two candidates remain nothing is either.
/// </summary>
internal static class References
{
    /// <summary>How many sentences back a pronoun reaches.</summary>
    private const int Reach = 1;

    public static void Resolve(Parse parse, List<Cluster> clusters, Joints joints)
    {
        var people = clusters.FindAll(cluster => cluster.Kind == EntityKind.Person);
        var at = new Dictionary<int, Cluster>();
        foreach (var cluster in clusters)
        {
            foreach (var (first, end, _) in cluster.Mentions)
            {
                for (var i = first; i < end; i++)
                {
                    at[i] = cluster;
                }
            }
        }
        var quoted = Quoted(parse);
        for (var i = 0; i < parse.Count; i++)
        {
            if (quoted[i] || at.ContainsKey(i))
            {
                continue;
            }
            if (Pronoun(parse, i) is { } gender && Candidate(parse, i, gender, at) is { } person)
            {
                person.Gender = gender;
                person.Mentions.Add((i, i + 1, true));
                at[i] = person;
            }
            else if (Described(parse, i, people, joints) is { } described)
            {
                var first = parse.Subtree(i).First;
                described.Mentions.Add((first, i + 1, true));
                for (var token = first; token <= i; token++)
                {
                    at[token] = described;
                }
            }
        }
    }

    /// <summary>The gender of a personal pronoun of the third person singular that can stand for a person; null for other words.</summary>
    private static Gender? Pronoun(Parse parse, int token)
    {
        var features = parse.Features[token];
        return
            parse.Upos[token] == Upos.Pron
            && features.PronType == PronType.Prs
            && features.Person == Person.Third
            && features.Number == Number.Sing
            && !features.Reflex
            && features.Gender is Gender.Masc or Gender.Fem
            ? features.Gender
            : null;
    }

    private static Cluster? Candidate(Parse parse, int token, Gender gender, Dictionary<int, Cluster> at)
    {
        var here = parse.SentenceOf(token);
        var barred = Others(parse, token, at);
        for (var sentence = here; sentence >= Math.Max(0, here - Reach); sentence--)
        {
            var (first, end) = (
                parse.Sentences[sentence].First,
                Math.Min(token, parse.Sentences[sentence].End)
            );
            Cluster? only = null;
            Cluster? subject = null;
            var several = false;
            for (var i = first; i < end; i++)
            {
                if (
                    !at.TryGetValue(i, out var cluster)
                    || cluster.Kind != EntityKind.Person
                    || (cluster.Gender != Gender.None && cluster.Gender != gender)
                    || barred.Contains(cluster)
                )
                {
                    continue;
                }
                several |= only is not null && only != cluster;
                only ??= cluster;
                var head = parse.Heads[i];
                if (parse.Relations[i].Base == Relation.Nsubj && head >= 0 && parse.Heads[head] < 0)
                {
                    subject = cluster;
                }
            }
            if (only is not null)
            {
                return several ? subject : only;
            }
        }
        return null;
    }

    /// <summary>Who stands beside the pronoun in one clause is somebody else: "Novák met him", "he smiled at him".</summary>
    private static List<Cluster> Others(Parse parse, int token, Dictionary<int, Cluster> at)
    {
        var others = new List<Cluster>();
        if (parse.Heads[token] >= 0 && !parse.Features[token].Poss)
        {
            foreach (var beside in parse.Dependents(parse.Heads[token]))
            {
                if (beside != token && at.TryGetValue(beside, out var cluster))
                {
                    others.Add(cluster);
                }
            }
        }
        return others;
    }

    /// <summary>The one person whose office ends in this noun with a definite article ("the minister").</summary>
    private static Cluster? Described(Parse parse, int token, List<Cluster> people, Joints joints)
    {
        if (
            parse.Upos[token] != Upos.Noun
            || parse.Dependent(token, Relation.Det) is var article && article < 0
        )
        {
            return null;
        }
        if (
            parse.Features[article].Definite != Definite.Def
            || article != token - 1
            || !Short(parse, token, joints)
        )
        {
            return null;
        }
        Cluster? found = null;
        foreach (var person in people)
        {
            if (
                person.Office is { } office
                && person.Mentions[0].First < token
                && parse
                    .Lemma(Head(parse, office))
                    .Equals(parse.Lemma(token), StringComparison.OrdinalIgnoreCase)
            )
            {
                if (found is not null)
                {
                    return null;
                }
                found = person;
            }
        }
        return found;
    }

    /// <summary>
    /// Nothing but the article describes the noun. A phrase behind it may hang on the verb as well ("asked the minister about gas"), unless
    /// it is the kind that tells which one ("the minister of fisheries").
    /// </summary>
    private static bool Short(Parse parse, int token, Joints joints)
    {
        foreach (var dependent in parse.Dependents(token))
        {
            var astray =
                dependent > token
                && (
                    parse.Relations[dependent] == Relation.Punct
                    || (
                        parse.Relations[dependent] == Relation.Nmod
                        && parse.Dependent(dependent, Relation.Case) is var preposition and >= 0
                        && joints.At(parse.Form(preposition)) != Joint.Of
                    )
                );
            if (dependent != token - 1 && !astray)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The last noun of an office before whatever hangs on it: "minister" in "minister of defence".</summary>
    private static int Head(Parse parse, (int First, int End) office)
    {
        for (var i = office.First; i < office.End; i++)
        {
            if (parse.Heads[i] < office.First || parse.Heads[i] >= office.End)
            {
                return parse.Upos[i] is Upos.Noun or Upos.Propn ? i : office.End - 1;
            }
        }
        return office.End - 1;
    }

    /// <summary>Which tokens stand inside double quotation marks; a blank line closes them.</summary>
    private static bool[] Quoted(Parse parse)
    {
        var quoted = new bool[parse.Count];
        var open = false;
        for (var i = 0; i < parse.Count; i++)
        {
            if (parse.Gaps[i] == Text.Gap.BlankLine)
            {
                open = false;
            }
            open = parse.Form(i) switch
            {
                "“" or "«" or "„" or "``" => true,
                "”" or "»" or "''" => false,
                "\"" => !open,
                _ => open,
            };
            quoted[i] = open;
        }
        return quoted;
    }
}
