using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>"Orlo: Lurania will never sign" — "Lurania will never sign: Orlo": a name and a colon at the head of an article.</summary>
internal static class HeadlineCues
{
    private const int LongestName = 6;
    private const int LongestLine = 30;

    public static Attribution? Find(Discourse discourse)
    {
        Parse parse = discourse.Parse;
        int end = 1;
        while (end < parse.Count && !discourse.BeginsLine(end))
            end++;
        if (parse.Count < 4 || end > LongestLine || end == parse.Count)
            return null;
        for (int i = 1; i < end - 1; i++)
        {
            if (parse.Form(i) is not ":")
                continue;
            Stretch before = new(0, i - 1);
            Stretch after = discourse.Trim(new Stretch(i + 1, end - 1));
            if (Speaks(discourse, before) && after.Last - after.First >= 2)
                return Made(discourse, before, i, new Stretch(i + 1, end - 1));
            if (Speaks(discourse, after) && i >= 3)
                return Made(discourse, after, i, before);
            return null;
        }
        return null;
    }

    private static bool Speaks(Discourse discourse, Stretch words)
    {
        Parse parse = discourse.Parse;
        if (words.IsNone || words.Last - words.First >= LongestName)
            return false;
        if (
            words.First == words.Last
            && discourse.Lexicon.Headings.Contains(parse.Form(words.Last).ToString())
        )
            return true;
        foreach (Name name in parse.Names)
            if (name.Kind is Terms.EntityKind.Place or Terms.EntityKind.Nationality && words.Has(name.First))
                return false;
            else if (
                name.Kind is Terms.EntityKind.Person or Terms.EntityKind.Organisation
                && name.End - 1 == words.Last
                && name.First >= words.First
            )
                return true;
        bool proper = words.Last - words.First < 3;
        for (int i = words.First; i <= words.Last; i++)
            proper &= parse.Upos[i] is Upos.Propn or Upos.X or Upos.Intj && char.IsUpper(parse.Form(i)[0]);
        return proper;
    }

    private static Attribution Made(Discourse discourse, Stretch speaker, int colon, Stretch said)
    {
        Stretch trimmed = discourse.Trim(said);
        int quotation = discourse.QuotationAt(trimmed.First);
        bool direct = quotation >= 0 && discourse.Words[quotation].Has(trimmed);
        discourse.Take(speaker);
        return new Attribution
        {
            Direct = direct,
            Content = [direct ? discourse.Words[quotation] : trimmed],
            Speaker = speaker,
            SpeakerHead = speaker.Last,
            Cue = new Stretch(colon, colon),
        };
    }
}
