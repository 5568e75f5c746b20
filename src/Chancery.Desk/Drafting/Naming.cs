using System.Text;
using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// People as the house names them in words that an outlet wrote: with name and office where the issue brings them in, by the
/// last name alone afterwards. Words in quotation marks stay.
/// </summary>
internal sealed class Naming(Cast cast)
{
    private static readonly string[] Addresses = ["Mr.", "Mrs.", "Ms.", "Dr."];

    /// <param name="text">The words.</param>
    /// <param name="day">On which offices are looked at.</param>
    /// <param name="introduced">The keys of those whom the issue has brought in already.</param>
    /// <param name="brought">Receives those whom these words bring in.</param>
    public string Apply(
        string text,
        DateOnly day,
        IReadOnlySet<string> introduced,
        ICollection<string> brought
    )
    {
        var named = new StringBuilder();
        var at = 0;
        var known = new HashSet<string>(introduced, StringComparer.Ordinal);
        foreach (var (passage, actor) in cast.Mentions(text))
        {
            if (
                actor.Kind != ActorKind.Person
                || passage.Start < at
                || IsQuoted(text, passage.Start)
                // "President Karn of Orsa" is introduced as it stands.
                || text.AsSpan(passage.End).StartsWith(English.Belonging, StringComparison.Ordinal)
            )
            {
                continue;
            }
            var speaker = Cast.Known(actor, day);
            // Who leaves an office on the day is not yet "former" in the sentence that tells of it.
            if (speaker.First.StartsWith(English.Former, StringComparison.OrdinalIgnoreCase))
            {
                speaker = speaker with { First = actor.Name };
            }
            var from = Titled(text, passage.Start, at, actor);
            var titled = from < passage.Start;
            if (known.Contains(speaker.Key))
            {
                if (!titled && passage.In(text).SequenceEqual(speaker.Later) || Joins(text, from))
                {
                    continue;
                }
                named.Append(text, at, from - at).Append(speaker.Later);
                at = passage.End;
            }
            else if (!Joins(text, from) && (titled || Ends(text, passage.End)))
            {
                // Who is explained behind the name ("Karn, Orsa's envoy,") needs no office before it.
                named
                    .Append(text, at, from - at)
                    .Append(IsExplained(text, passage.End) ? actor.Name : speaker.First);
                at = passage.End;
                known.Add(speaker.Key);
                brought.Add(speaker.Key);
            }
        }
        return named.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsExplained(string text, int end)
    {
        var rest = text.AsSpan(end);
        if (!rest.StartsWith(", ", StringComparison.Ordinal))
        {
            return false;
        }
        rest = rest[2..];
        var space = rest.IndexOf(' ');
        if (space < 0 || !rest[space..].Contains(','))
        {
            return false;
        }
        var first = rest[..space];
        return first is "the" or "a" or "an"
            || char.IsUpper(first[0])
                && (
                    first.EndsWith("'s", StringComparison.Ordinal)
                    || first.EndsWith("’s", StringComparison.Ordinal)
                );
    }

    /// <summary>Where a name with the words of its office before it begins ("Russian President", "Mr.").</summary>
    private static int Titled(string text, int start, int least, WatchActor actor)
    {
        var titles = actor
            .Offices.SelectMany(office => Tails(office.Title).Append(office.Title))
            .SelectMany(title => new[] { title, title.Replace(".", "", StringComparison.Ordinal) })
            .Concat(Addresses)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(title => title.Length);
        foreach (var title in titles)
        {
            var from = start - title.Length - 1;
            if (
                from >= least
                && text[start - 1] == ' '
                && text.AsSpan(from, title.Length).Equals(title, StringComparison.OrdinalIgnoreCase)
                && (from == 0 || !char.IsLetterOrDigit(text[from - 1]))
            )
            {
                return from;
            }
        }
        return start;
    }

    /// <summary>"Russian Foreign Minister" also stands as "Foreign Minister", "Minister" and "Russian Minister".</summary>
    private static IEnumerable<string> Tails(string title)
    {
        var first = title.IndexOf(' ');
        for (var space = first; space > 0; space = title.IndexOf(' ', space + 1))
        {
            yield return title[(space + 1)..];
            yield return $"{title[..first]} {title[(space + 1)..]}";
        }
    }

    /// <summary>A capital right before it makes it part of something longer, which is left alone.</summary>
    private static bool Joins(string text, int from)
    {
        var before = text.AsSpan(0, from).TrimEnd();
        if (before.Length == 0 || before.Length == from)
        {
            return before.Length > 0;
        }
        var space = before.LastIndexOf(' ');
        var word = before[(space + 1)..];
        return space >= 0
            && char.IsUpper(word[0])
            && char.IsLetter(word[^1])
            // "On Monday President Karn left": the day is its own.
            && WordLists.Dates.Of(Fold.Word(word)) is null;
    }

    /// <summary>True where a name ends here: "Karn said", "Karn and Reyl", "Karn's", but not "Karn administration".</summary>
    private static bool Ends(string text, int end)
    {
        if (end >= text.Length || text[end] is ',' or '.' || text[end] is '\'' or '’')
        {
            return true;
        }
        var next = Words.Of(text[end..]).FirstOrDefault();
        if (text[end] != ' ' || next.Length == 0 || next.Start != 1)
        {
            return false;
        }
        var word = Fold.Word(next.In(text.AsSpan(end)));
        return WordLists.Function.Contains(word)
            || WordLists.PastForms.Contains(word)
            || word.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>True within quotation marks, which open before it and do not close.</summary>
    public static bool IsQuoted(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return before.Count('“') > before.Count('”') || before.Count('"') % 2 == 1;
    }
}
