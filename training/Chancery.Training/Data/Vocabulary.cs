using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Training.Words;

namespace Chancery.Training.Data;

/// <summary>The words that have rows: those with a vector, and those the treebanks show at least twice.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly int vectors;
    private readonly Places places;

    public Vocabulary(Vectors vectors, IEnumerable<string> forms, Places places)
    {
        this.places = places;
        this.vectors = vectors.Words.Length;
        Words = [.. vectors.Words];
        for (var i = 0; i < Words.Count; i++)
        {
            index[Words[i]] = i;
        }
        foreach (
            var norm in forms
                .Select(Norm)
                .GroupBy(norm => norm, StringComparer.Ordinal)
                .Where(group => group.Count() >= 2)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key)
        )
        {
            if (!index.TryGetValue(norm, out var at))
            {
                at = Words.Count;
                index[norm] = at;
                Words.Add(norm);
            }
            Trained.Add(at);
        }
        Rows = new int[Words.Count];
        for (var i = 0; i < Trained.Count; i++)
        {
            Rows[Trained[i]] = i + 1;
        }
    }

    public List<string> Words { get; }

    /// <summary>Indices of the words with a row of their own in the table.</summary>
    public List<int> Trained { get; } = [];

    /// <summary>The row of each word, counted from the words' first; 0 where it has none.</summary>
    public int[] Rows { get; }

    /// <summary>Features and vector rows of a sentence's words.</summary>
    public (int[] Features, int[] Vectors) See(IReadOnlyList<string> forms)
    {
        var features = new int[forms.Count * WordFeatures.Count];
        var rows = new int[forms.Count];
        for (var i = 0; i < forms.Count; i++)
        {
            var norm = Norm(forms[i]);
            var word = index.GetValueOrDefault(norm, -1);
            rows[i] = word < vectors ? word : -1;
            WordFeatures.Rows(
                forms[i],
                norm,
                word < 0 ? 0 : Rows[word],
                places.Flags(forms[i]),
                features.AsSpan(i * WordFeatures.Count, WordFeatures.Count)
            );
        }
        return (features, rows);
    }

    public static string Norm(string form)
    {
        Span<char> norm = stackalloc char[WordForm.Longest];
        return norm[..WordForm.Norm(form, norm)].ToString();
    }
}
