using System.Text;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Shortens a stretch of an article by what its sentence can lose, never by anything else.</summary>
internal static class Reducing
{
    /// <summary>
    /// The words of a stretch, at most so many: first goes what would mean another day or lean on another sentence, then what
    /// trails, what leads, what stands aside. Null where that is not enough.
    /// </summary>
    /// <param name="coded">The article.</param>
    /// <param name="stretch">The stretch.</param>
    /// <param name="most">Words.</param>
    /// <param name="said">True for somebody's words: what trails them ("…, a nod to the army") may be the reporter's, and goes.</param>
    /// <param name="ahead">True where "next week" may stand.</param>
    public static string? Reduce(
        Coded coded,
        Passage stretch,
        int most,
        bool said = false,
        bool ahead = false
    )
    {
        var text = coded.Article.Text;
        var trims = coded
            .Coding.Trims.Where(trim => stretch.Contains(trim.Passage))
            .OrderBy(trim => English.Shifts(trim.Passage.In(text).ToString()) ? 0 : 1)
            .ThenBy(trim =>
                trim.Kind switch
                {
                    TrimKind.Trailing => 0,
                    TrimKind.Leading => 1,
                    _ => 2,
                }
            )
            .ThenByDescending(trim => trim.Passage.Start)
            .ToList();
        var gone = new List<Trim>();
        if (said)
        {
            gone.AddRange(trims.Where(trim => trim.Passage.End >= stretch.End - 1));
            trims.RemoveAll(gone.Contains);
        }
        foreach (var trim in trims.Prepend(default))
        {
            if (trim != default)
            {
                gone.Add(trim);
            }
            var words = Without(text, stretch, gone);
            if (
                Words.Count(words) <= most
                && !English.Shifts(words, ahead)
                && (said || !English.Leans(words))
                && !(gone.Count > 0 && English.EndsInSaying(words))
            )
            {
                return words;
            }
        }
        return null;
    }

    private static string Without(string text, Passage stretch, List<Trim> gone)
    {
        var words = new StringBuilder();
        var at = stretch.Start;
        foreach (var trim in gone.OrderBy(trim => trim.Passage.Start))
        {
            words.Append(text, at, trim.Passage.Start - at);
            at = trim.Passage.End;
        }
        return words.Append(text, at, stretch.End - at).ToString().Trim();
    }
}
