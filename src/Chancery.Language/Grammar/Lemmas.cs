using System.Globalization;
using Chancery.Language.Grammar.Network;

namespace Chancery.Language.Grammar;

/// <summary>
/// Word and treebank tag → dictionary form. Words that the treebanks show are looked up; for others the endings that the treebanks show
/// with that tag tell what to cut and what to add, the longest first; where that makes no word ("revok"), what else the tag's words
/// end in is tried, and a dictionary form of the treebanks taken ("revoke"), else any word of the vocabulary.
/// </summary>
internal sealed class Lemmas
{
    /// <summary>The longest ending that rules know.</summary>
    private const int Ending = 6;

    /// <summary>A rule that so many endings of a tag have is one of its usual ones.</summary>
    private const int Usual = 20;

    /// <summary>What is left of a word without such an ending has as many letters.</summary>
    private const int Least = 3;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly Dictionary<string, (int Cut, string Add)>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly Embedder embedder;
    private readonly HashSet<string>[] lemmas;
    private readonly (string Cut, string Add)[][] usual;
    private readonly bool[] keepsCase;
    private readonly char[] marks;

    public Lemmas(Weights weights, string[] tags, Embedder embedder)
    {
        this.embedder = embedder;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in weights.Strings("lemmas"))
        {
            var fields = line.Split('\t');
            words[fields[0]] = fields[1];
        }
        known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var rules = new Dictionary<string, (int Cut, string Add)>(StringComparer.Ordinal);
        foreach (var line in weights.Strings("lemma-endings"))
        {
            var fields = line.Split('\t');
            rules[fields[0]] = (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2]);
        }
        endings = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        marks = [.. tags.Select((_, index) => Mark(index))];
        // "VBD" and "VBN" are of one part of speech.
        var kin = words
            .ToLookup(word => Part(tags[word.Key[0] - Mark(0)]), word => word.Value)
            .ToDictionary(
                part => part.Key,
                part => part.Where(embedder.Knows).ToHashSet(StringComparer.Ordinal)
            );
        lemmas = [.. tags.Select(tag => kin.GetValueOrDefault(Part(tag)) ?? [])];
        usual =
        [
            .. marks.Select(mark =>
                rules
                    .Where(rule =>
                        rule.Key[0] == mark && 0 < rule.Value.Cut && rule.Value.Cut < rule.Key.Length
                    )
                    .CountBy(rule => (rule.Key[^rule.Value.Cut..], rule.Value.Add))
                    .Where(rule => rule.Value >= Usual)
                    .OrderByDescending(rule => rule.Value)
                    .Select(rule => rule.Key)
                    .ToArray()
            ),
        ];
        var cased = weights.Strings("lemma-cased-tags").ToHashSet(StringComparer.Ordinal);
        keepsCase = [.. tags.Select(cased.Contains)];
    }

    /// <summary>The sign that stands for a tag before the words and endings of that tag.</summary>
    public static char Mark(int tag) => (char)(0xE000 + tag);

    private static string Part(string tag) => tag[..Math.Min(2, tag.Length)];

    public string Lemma(ReadOnlySpan<char> form, int tag)
    {
        if (form.Length > 2 * WordForm.Longest)
        {
            return form.ToString();
        }
        Span<char> key = stackalloc char[form.Length + 1];
        key[0] = marks[tag];
        Span<char> lower = key[1..];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = form[i] is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(form[i]);
        }
        // A treebank's own slips ("freed" of "fre") are no words.
        if (
            known.TryGetValue(key, out var lemma) && (keepsCase[tag] || IsWord(lemma.ToLowerInvariant(), tag))
        )
        {
            return lemma;
        }
        if (keepsCase[tag])
        {
            return Longest(key, tag) is (var cut, var add)
                ? string.Concat(form[..^cut], add)
                : form.ToString();
        }
        return Likeliest(key, tag, lemma) ?? lower.ToString();
    }

    /// <summary>What the longest known ending says; null where none is known.</summary>
    /// <param name="key">The tag's sign and the word in small letters; given back as it was.</param>
    /// <param name="tag">The word's.</param>
    private (int Cut, string Add)? Longest(Span<char> key, int tag)
    {
        for (var length = Math.Min(Ending, key.Length - 1); length >= 0; length--)
        {
            var at = key.Length - 1 - length;
            var kept = key[at];
            key[at] = marks[tag];
            var found = endings.TryGetValue(key[at..], out var rule);
            key[at] = kept;
            if (found && Fits(rule, key.Length - 1))
            {
                return rule;
            }
        }
        return null;
    }

    private static bool Fits((int Cut, string Add) rule, int length) =>
        rule.Cut <= length - (rule.Add.Length == 0 ? 1 : 0);

    /// <param name="key">The tag's sign and the word in small letters.</param>
    /// <param name="tag">The word's.</param>
    /// <param name="learnt">What the treebanks have for the word, where they can be doubted.</param>
    private string? Likeliest(Span<char> key, int tag, string? learnt)
    {
        if (Longest(key, tag) is not (var cut, var add))
        {
            return learnt;
        }
        ReadOnlySpan<char> lower = key[1..];
        var first = string.Concat(lower[..^cut], add);
        if (cut == 0 || IsWord(first, tag))
        {
            return first;
        }
        string? word = null;
        foreach (var (end, instead) in usual[tag])
        {
            if (lower.Length < end.Length + Least || !lower.EndsWith(end))
            {
                continue;
            }
            var other = string.Concat(lower[..^end.Length], instead);
            if (lemmas[tag].Contains(other))
            {
                return other;
            }
            word ??= embedder.Knows(other) ? other : null;
        }
        return learnt ?? word ?? first;
    }

    private bool IsWord(string lemma, int tag) => lemmas[tag].Contains(lemma) || embedder.Knows(lemma);
}
