using System.Globalization;
using Chancery.Language.Grammar.Network;

namespace Chancery.Language.Grammar;

/// <summary>
/// Word and treebank tag → dictionary form. Words that the treebanks show are looked up; for others the longest ending that
/// the treebanks show with that tag tells what to cut and what to add.
/// </summary>
internal sealed class Lemmas
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly Dictionary<string, (int Cut, string Add)>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly bool[] keepsCase;
    private readonly char[] marks;

    public Lemmas(Weights weights, string[] tags)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in weights.Strings("lemmas"))
        {
            var fields = line.Split('\t');
            words[fields[0]] = fields[1];
        }
        known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var rules = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var line in weights.Strings("lemma-endings"))
        {
            var fields = line.Split('\t');
            rules[fields[0]] = (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2]);
        }
        endings = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        marks = [.. tags.Select((_, index) => Mark(index))];
        var cased = weights.Strings("lemma-cased-tags").ToHashSet(StringComparer.Ordinal);
        keepsCase = [.. tags.Select(cased.Contains)];
    }

    /// <summary>The sign that stands for a tag before the words and endings of that tag.</summary>
    public static char Mark(int tag) => (char)(0xE000 + tag);

    public string Lemma(ReadOnlySpan<char> form, int tag)
    {
        if (form.Length > 2 * WordForm.Longest)
        {
            return form.ToString();
        }
        Span<char> key = stackalloc char[form.Length + 1];
        key[0] = marks[tag];
        var lower = key[1..];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = form[i] is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(form[i]);
        }
        if (known.TryGetValue(key, out var lemma))
        {
            return lemma;
        }
        var cased = keepsCase[tag];
        for (var length = Math.Min(6, lower.Length); length >= 0; length--)
        {
            var at = lower.Length - length;
            var first = key[at];
            key[at] = marks[tag];
            var found = endings.TryGetValue(key[at..], out var rule);
            key[at] = first;
            if (found && rule.Cut <= lower.Length - (rule.Add.Length == 0 ? 1 : 0))
            {
                return string.Concat(cased ? form[..^rule.Cut] : lower[..^rule.Cut], rule.Add);
            }
        }
        return cased ? form.ToString() : lower.ToString();
    }
}
