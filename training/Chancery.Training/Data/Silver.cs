using System.Globalization;
using System.Text;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Training.Data;

/// <summary>
/// Names in unannotated text: those that a first model finds, put right by the lists and by the rest of the text. A name that is
/// now of one kind and now of another is of the kind most of its mentions have; capitalised words that end in "Ministry" and
/// the like are an organisation; known organisations, countries and peoples are what the lists say.
/// </summary>
internal static class Silver
{
    public static void Write(Parser parser, IEnumerable<string> texts, string output)
    {
        var (places, organisations) = (Places.Of("en"), Organisations.Of("en"));
        var parses = texts.Select(parser.Parse).ToArray();
        var kinds = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var parse in parses)
        {
            foreach (var name in parse.Names)
            {
                var text = Text(parse, name.First, name.End);
                if (!kinds.TryGetValue(text, out var counts))
                {
                    kinds[text] = counts = new int[4];
                }
                counts[(int)name.Kind]++;
            }
            for (var i = 0; i < parse.Count; i++)
            {
                if (Acronym(parse, i))
                {
                    var form = parse.Form(i).ToString();
                    seen[form] = seen.GetValueOrDefault(form) + 1;
                }
            }
        }
        using var writer = new StreamWriter(output, false, new UTF8Encoding(false));
        foreach (var parse in parses)
        {
            var tags = Tags(parse, kinds, seen, places, organisations);
            foreach (var sentence in parse.Sentences)
            {
                if (sentence.Count is < 4 or > 70)
                {
                    continue;
                }
                for (var i = sentence.First; i < sentence.End; i++)
                {
                    writer.Write(
                        string.Create(CultureInfo.InvariantCulture, $"{parse.Form(i)}\t{tags[i]}\n")
                    );
                }
                writer.Write('\n');
            }
        }
    }

    private static string[] Tags(
        Parse parse,
        Dictionary<string, int[]> kinds,
        Dictionary<string, int> seen,
        Places places,
        Organisations organisations
    )
    {
        var tags = new string[parse.Count];
        Array.Fill(tags, "O");
        void Mark(int first, int end, string kind)
        {
            for (var i = first; i < end; i++)
            {
                tags[i] = (i == first ? "B-" : "I-") + kind;
            }
            if (end < tags.Length && tags[end][0] == 'I')
            {
                tags[end] = "B" + tags[end][1..];
            }
        }
        foreach (var name in parse.Names)
        {
            var counts = kinds[Text(parse, name.First, name.End)];
            var best = counts.Sum() >= 3 ? (EntityKind)Array.IndexOf(counts, counts.Max()) : name.Kind;
            if (best != EntityKind.Nationality)
            {
                Mark(name.First, name.End, Label(best));
            }
        }
        foreach (var sentence in parse.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (!char.IsUpper(parse.Form(i)[0]))
                {
                    continue;
                }
                var run = Run(parse, i, sentence.End);
                if (Ministry(parse, i, run, organisations, places) is var end and > 0)
                {
                    Mark(i, end, "ORG");
                    i = end - 1;
                    continue;
                }
                for (var to = Math.Min(i + 5, sentence.End); to > i; to--)
                {
                    var text = Text(parse, i, to);
                    var place = places.Find(text);
                    var inside =
                        tags[i][0] == 'I' || (to < sentence.End && tags[to][0] == 'I') || tags[i] == "B-PER";
                    var kind =
                        organisations.Knows(text) ? "ORG"
                        : place?.Kind is PlaceKind.Country or PlaceKind.Capital ? "LOC"
                        : to == i + 1 && Acronym(parse, i) && tags[i] == "O" && Mostly(text, kinds, seen)
                            ? "ORG"
                        : null;
                    if (kind is not null && !inside)
                    {
                        Mark(i, to, kind);
                        i = to - 1;
                        break;
                    }
                }
            }
        }
        return tags;
    }

    /// <summary>The end of the capitalised words from here, small words between them included.</summary>
    private static int Run(Parse parse, int first, int stop)
    {
        var end = first + 1;
        while (end < stop)
        {
            var form = parse.Form(end);
            if (
                char.IsUpper(form[0])
                || (form is "'s" or "’s" && end + 1 < stop && char.IsUpper(parse.Form(end + 1)[0]))
            )
            {
                end++;
            }
            else if (
                form is "of" or "for" or "and" or "the"
                && end + 1 < stop
                && (
                    char.IsUpper(parse.Form(end + 1)[0])
                    || (
                        parse.Form(end + 1) is "the" && end + 2 < stop && char.IsUpper(parse.Form(end + 2)[0])
                    )
                )
            )
            {
                end++;
            }
            else
            {
                break;
            }
        }
        return end;
    }

    /// <summary>Where an organisation that begins here by its words ends: "… Ministry", "Ministry of …"; 0 where none does.</summary>
    private static int Ministry(Parse parse, int first, int run, Organisations organisations, Places places)
    {
        var determiner =
            parse.Upos[first] is Upos.Det or Upos.Pron or Upos.Adp or Upos.Adv or Upos.Sconj or Upos.Cconj;
        if (determiner || run - first < 2)
        {
            return 0;
        }
        for (var i = first; i < run; i++)
        {
            if (
                parse.Form(i) is "and" or "'s" or "’s"
                || (parse.Form(i) is "of" or "for" && !organisations.IsWord(parse.Form(i - 1)))
            )
            {
                return 0;
            }
            if (!organisations.IsWord(parse.Form(i)) || !char.IsUpper(parse.Form(i)[0]))
            {
                continue;
            }
            if (i + 1 == run)
            {
                var only = i - first == 1 && places.Find(parse.Form(first))?.Kind == PlaceKind.Nationality;
                return i > first && !only ? i + 1 : 0;
            }
            if (parse.Form(i + 1) is "of" or "for")
            {
                var end = i + 2;
                while (end < run && (parse.Form(end) is not ("of" or "for" or "'s" or "’s")))
                {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    private static bool Acronym(Parse parse, int i)
    {
        var form = parse.Form(i);
        if (form.Length is < 3 or > 7 || parse.Upos[i] is not (Upos.Propn or Upos.Noun))
        {
            return false;
        }
        foreach (var c in form)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Mostly(
        string acronym,
        Dictionary<string, int[]> kinds,
        Dictionary<string, int> seen
    ) =>
        kinds.TryGetValue(acronym, out var counts)
        && counts[(int)EntityKind.Organisation] * 4 > seen.GetValueOrDefault(acronym)
        && counts[(int)EntityKind.Organisation] > counts.Sum() / 2;

    private static string Label(EntityKind kind) =>
        kind switch
        {
            EntityKind.Person => "PER",
            EntityKind.Place => "LOC",
            _ => "ORG",
        };

    private static string Text(Parse parse, int first, int end) =>
        parse.PassageOf((first, end - 1)).In(parse.Text).ToString();
}
