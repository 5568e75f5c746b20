using Chancery.Language.Grammar;

namespace Chancery.Language.Names;

/// <summary>The office or description that an article attaches to a person's name.</summary>
internal static class Offices
{
    /// <summary>Before the name ("Foreign Minister Jan Novák") or in apposition after it ("Jan Novák, the foreign minister,").</summary>
    /// <returns>First token and index after the last; null where none stands.</returns>
    public static (int First, int End)? Find(Parse parse, Name name, NamesLexicon lexicon) =>
        Before(parse, name, lexicon) ?? After(parse, name, lexicon);

    /// <summary>Where a name without its form of address and its office begins: taggers take them in now and then.</summary>
    public static int Bare(Parse parse, Name name, NamesLexicon lexicon)
    {
        var first = name.First;
        while (
            first + 1 < name.End
            && (
                lexicon.Honorifics.ContainsKey(parse.Form(first).ToString())
                || (
                    char.IsUpper(parse.Form(first)[0])
                    && IsOffice(parse, first, lexicon)
                    && name.End - first > 1
                )
            )
        )
        {
            first++;
        }
        return first;
    }

    private static (int, int)? Before(Parse parse, Name name, NamesLexicon lexicon)
    {
        var sentence = parse.Sentences[parse.SentenceOf(name.First)];
        var end = Bare(parse, name, lexicon);
        if (end > sentence.First && lexicon.Honorifics.ContainsKey(parse.Form(end - 1).ToString()))
        {
            end--;
        }
        var first = end;
        var office = false;
        while (first > sentence.First)
        {
            var at = first - 1;
            var form = parse.Form(at);
            var nominal = parse.Upos[at] is Upos.Noun or Upos.Propn or Upos.Adj;
            if (
                !nominal
                && !(Hyphen(form) && first < end)
                && !(lexicon.Joints.At(form) == Joint.Own && first < end)
            )
            {
                break;
            }
            office |= IsOffice(parse, at, lexicon);
            first--;
        }
        while (
            first < end
            && (parse.Upos[first] == Upos.Punct || lexicon.Joints.At(parse.Form(first)) == Joint.Own)
        )
        {
            first++;
        }
        return office ? (first, end) : null;
    }

    private static (int, int)? After(Parse parse, Name name, NamesLexicon lexicon)
    {
        for (var token = name.First; token < name.End; token++)
        {
            foreach (var dependent in parse.Dependents(token))
            {
                if (
                    dependent >= name.End
                    && dependent - name.End < 12
                    && parse.Relations[dependent] == Relation.Appos
                    && parse.Upos[dependent] is Upos.Noun or Upos.Propn
                    && IsOffice(parse, dependent, lexicon)
                )
                {
                    var (first, last) = parse.Subtree(dependent);
                    first = Math.Max(first, name.End);
                    // A clause that hangs on the office is no part of it.
                    foreach (var inner in parse.Dependents(dependent))
                    {
                        if (
                            inner > dependent
                            && parse.Relations[inner].Base
                                is Relation.Acl
                                    or Relation.Punct
                                    or Relation.Parataxis
                        )
                        {
                            last = Math.Min(last, parse.Subtree(inner).First - 1);
                        }
                    }
                    while (first < last && parse.Upos[first] is Upos.Punct or Upos.Det)
                    {
                        first++;
                    }
                    return last >= first && last - first < 15 ? (first, last + 1) : null;
                }
            }
        }
        return null;
    }

    public static bool IsOffice(Parse parse, int token, NamesLexicon lexicon) =>
        lexicon.Offices.Contains(parse.Lemma(token))
        || lexicon.Offices.Contains(parse.Form(token).ToString());

    private static bool Hyphen(ReadOnlySpan<char> form) => form.Length == 1 && Text.Glyphs.Hyphen(form[0]);
}
