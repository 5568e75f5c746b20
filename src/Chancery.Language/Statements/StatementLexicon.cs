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
    Source = 1024,
}

/// <param name="Lemma">The verb, with its particle or preposition after a space.</param>
/// <param name="Stance">What it does with the content.</param>
/// <param name="Takes">What may be its content.</param>
/// <param name="BeforeInfinitive">What it does where the content is an infinitive ("asked them to go").</param>
public sealed record CueVerb(string Lemma, Stance Stance, Complements Takes, Stance BeforeInfinitive)
{
    public bool Can(Complements any) => (Takes & any) != 0;
}

/// <param name="Lemma">The noun.</param>
/// <param name="Stance">What it does with the content.</param>
/// <param name="Prepositions">Those that may stand before the content.</param>
public sealed record CueNoun(string Lemma, Stance Stance, IReadOnlyList<string> Prepositions);

/// <summary>The words by which one language attributes. Immutable.</summary>
public sealed class StatementLexicon
{
    private readonly FrozenDictionary<string, string> forms;
    private readonly FrozenDictionary<string, FrozenSet<string>> roles;
    private readonly FrozenDictionary<string, string> hedges;
    private readonly FrozenSet<string> second;

    private StatementLexicon(string language)
    {
        Verbs = Lexicon
            .Lines(language, "cue-verbs")
            .Select(line => line.Split('\t'))
            .Select(f => new CueVerb(f[0], Stanced(f[1]), Takes(f[2]), Stanced(f.Length > 3 ? f[3] : f[1])))
            .ToFrozenDictionary(v => v.Lemma, StringComparer.OrdinalIgnoreCase);
        second = Verbs
            .Keys.Where(k => k.Contains(' ', StringComparison.Ordinal))
            .Select(k => k.Split(' ')[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Nouns = Lexicon
            .Lines(language, "cue-nouns")
            .Select(line => line.Split('\t'))
            .Select(f => new CueNoun(f[0], Stanced(f[1]), [.. f[2].Split(' ')]))
            .ToFrozenDictionary(n => n.Lemma, StringComparer.OrdinalIgnoreCase);
        Adjectives = Lexicon
            .Pairs(language, "cue-adjectives")
            .ToFrozenDictionary(p => p.Key, p => Stanced(p.Value), StringComparer.OrdinalIgnoreCase);
        forms = Lexicon.Pairs(language, "cue-forms");
        roles = Lexicon
            .Lines(language, "statement-roles")
            .Select(line => line.Split('\t'))
            .GroupBy(f => f[0], f => f[1])
            .ToFrozenDictionary(g => g.Key, g => g.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        hedges = Lexicon.Pairs(language, "hedges");
        Phrases = [.. Lexicon.Lines(language, "cue-phrases").Select(p => p.Split(' '))];
        Turns = Lexicon.Pairs(language, "turns");
        Media = Lexicon.Set(language, "media");
        Platforms = Lexicon.Set(language, "platforms");
        Sources = Lexicon.Set(language, "sources");
        Headings = Lexicon.Set(language, "headings");
        Documents = Lexicon.Set(language, "documents");
        Supports = Lexicon.Set(language, "support-verbs");
        Collectives =
        [
            .. Lexicon.Set(language, "collectives"),
            .. Lexicon.Set(language, "offices"),
            .. Lexicon.Set(language, "organisation-words"),
        ];
        Given = Lexicon.Pairs(language, "given-names");
        Anonymity = [.. Lexicon.Lines(language, "anonymity")];
        Translations = [.. Lexicon.Lines(language, "translations")];
    }

    /// <summary>By lemma; particle verbs under "verb particle".</summary>
    public FrozenDictionary<string, CueVerb> Verbs { get; }

    public FrozenDictionary<string, CueNoun> Nouns { get; }

    public FrozenDictionary<string, Stance> Adjectives { get; }

    /// <summary>Phrases before a speaker, word by word.</summary>
    public IReadOnlyList<string[]> Phrases { get; }

    /// <summary>Heads of a transcript's turns that stand for nobody by name.</summary>
    public FrozenDictionary<string, string> Turns { get; }
    public FrozenSet<string> Media { get; }
    public FrozenSet<string> Platforms { get; }
    public FrozenSet<string> Sources { get; }
    public FrozenSet<string> Headings { get; }

    /// <summary>Nouns for things that tell in writing or in figures.</summary>
    public FrozenSet<string> Documents { get; }
    public FrozenSet<string> Supports { get; }

    /// <summary>Nouns for people together or in an office.</summary>
    public HashSet<string> Collectives { get; }

    /// <summary>Given names that tell the sex, with the role ("man", "woman").</summary>
    public FrozenDictionary<string, string> Given { get; }
    public IReadOnlyList<string> Anonymity { get; }
    public IReadOnlyList<string> Translations { get; }

    /// <param name="language">BCP 47 primary language; one without lists yields a lexicon that knows nothing.</param>
    public static StatementLexicon Of(string language) => new(language);

    /// <summary>True where a word plays a role (<c>statement-roles.txt</c>).</summary>
    public bool Is(string role, ReadOnlySpan<char> word) =>
        roles.TryGetValue(role, out FrozenSet<string>? words)
        && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>True where a verb has entries with a particle or preposition.</summary>
    public bool HasParticles(string lemma) => second.Contains(lemma);

    /// <summary>The UPOS label that a hedge must bear, empty for any; null where the word is none.</summary>
    public string? Hedge(ReadOnlySpan<char> form) =>
        hedges.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out string? upos) ? upos : null;

    /// <summary>The lemma of an irregular form; null for any other.</summary>
    public string? LemmaOf(ReadOnlySpan<char> form) =>
        forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out string? lemma) ? lemma : null;

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

    private static Stance Stanced(string word) => Enum.Parse<Stance>(word, ignoreCase: true);

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
