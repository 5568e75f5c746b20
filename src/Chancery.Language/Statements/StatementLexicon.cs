using System.Collections.Frozen;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>What may stand as the content of a cue (<c>Lexicons/&lt;language&gt;/cue-verbs.txt</c> tells each).</summary>
[Flags]
public enum Complements
{
    None = 0,
    That = 1,
    Wh = 2,
    Quote = 4,
    To = 8,
    Whom = 16,
    WhomTo = 32,
    Thing = 64,
    Ing = 128,
    As = 256,
    Of = 512,
}

/// <param name="Lemma">The verb, with its particle or preposition after a space.</param>
/// <param name="Stance">What it does with the content.</param>
/// <param name="Takes">What may be its content.</param>
public sealed record CueVerb(string Lemma, Stance Stance, Complements Takes);

/// <summary>The words by which one language attributes.</summary>
public sealed class StatementLexicon
{
    private StatementLexicon(string language)
    {
        Verbs = Lexicon
            .Lines(language, "cue-verbs")
            .Select(line => line.Split('\t'))
            .Select(f => new CueVerb(f[0], Enum.Parse<Stance>(f[1], ignoreCase: true), Takes(f[2])))
            .ToFrozenDictionary(v => v.Lemma, StringComparer.OrdinalIgnoreCase);
        forms = Lexicon.Pairs(language, "cue-forms");
    }

    private readonly FrozenDictionary<string, string> forms;

    /// <summary>By lemma; particle verbs under "verb particle".</summary>
    public FrozenDictionary<string, CueVerb> Verbs { get; }

    /// <param name="language">BCP 47 primary language; one without lists yields a lexicon that knows nothing.</param>
    public static StatementLexicon Of(string language) => new(language);

    /// <summary>The verb that a form may belong to, by its ending alone; null where none is known.</summary>
    public CueVerb? VerbOf(ReadOnlySpan<char> form)
    {
        string word = form.ToString().ToLowerInvariant();
        if (forms.TryGetValue(word, out string? lemma))
            return Verbs.GetValueOrDefault(lemma);
        foreach (string stem in Stems(word))
            if (Verbs.TryGetValue(stem, out CueVerb? verb))
                return verb;
        return null;
    }

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        foreach (string ending in (string[])["s", "es", "d", "ed", "ing"])
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length + 2)
            {
                yield return word[..^ending.Length];
                if (ending == "ing")
                    yield return word[..^3] + "e";
            }
    }

    private static Complements Takes(string words)
    {
        Complements takes = Complements.None;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            takes |= Enum.Parse<Complements>(
                word.Replace("-", "", StringComparison.Ordinal),
                ignoreCase: true
            );
        return takes;
    }
}
