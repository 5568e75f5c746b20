using System.Text;
using Chancery.Terms;

namespace Chancery.Editor.ArticleView;

/// <summary>Words that a person copied out of an article, found in it again.</summary>
internal static class Sought
{
    private const string Marks = "\"“”„«»'‘’";

    /// <summary>
    /// Where the words stand. What copying changes does not count: line breaks and spaces, the shape of quotation marks and
    /// hyphens, quotation marks around the whole.
    /// </summary>
    public static IReadOnlyList<Passage> In(string text, string words)
    {
        var (wanted, _) = Plain(words.AsSpan().Trim().Trim(Marks).Trim().ToString());
        if (wanted.Length == 0)
        {
            return [];
        }
        var (plain, from) = Plain(text);
        List<Passage> found = [];
        for (
            var at = plain.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = plain.IndexOf(wanted, at + 1, StringComparison.Ordinal)
        )
        {
            found.Add(Passage.Between(from[at], from[at + wanted.Length - 1] + 1));
        }
        return found;
    }

    /// <summary>The one place; or the sentence that says why there is none.</summary>
    /// <param name="at">Where a person marked them, which decides among several.</param>
    public static (Anchor? Words, string? Why) One(string text, string words, Passage? at)
    {
        var found = In(text, words);
        return found switch
        {
            [] => (
                null,
                $"“{Short(words)}” does not stand in this article; copy the words exactly as they stand there."
            ),
            [var only] => (Anchor.Of(text, only), null),
            _ when at is { } marked => (
                Anchor.Of(text, found.MinBy(passage => Math.Abs(passage.Start - marked.Start))),
                null
            ),
            _ => (
                null,
                $"“{Short(words)}” stands {found.Count} times in this article; copy more of the words around it."
            ),
        };
    }

    /// <summary>The text with its spaces and signs made alike, and where each sign of it stood.</summary>
    private static (string Plain, List<int> From) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        List<int> from = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' => '\'',
                '‐' or '‑' or '–' or '—' => '-',
                '\u00ad' => '\0',
                var other when char.IsWhiteSpace(other) => ' ',
                var other => other,
            };
            if (sign == '\0' || sign == ' ' && (plain.Length == 0 || plain[^1] == ' '))
            {
                continue;
            }
            plain.Append(sign);
            from.Add(i);
        }
        return (plain.ToString(), from);
    }

    private static string Short(string words) => words.Length <= 80 ? words : words[..78] + " …";
}
