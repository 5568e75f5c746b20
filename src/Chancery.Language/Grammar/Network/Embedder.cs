using System.Runtime.InteropServices;
using Chancery.Language.Names;

namespace Chancery.Language.Grammar.Network;

/// <summary>Token → the row of numbers that enters the network: word vector, word, beginnings, endings, shape and lists.</summary>
internal sealed class Embedder
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabulary;
    private readonly int[] wordRows;
    private readonly int vectorCount;
    private readonly QuantisedRows? vectors;
    private readonly float[] projection;
    private readonly QuantisedRows table;
    private readonly Places places;

    public Embedder(Weights weights, Places places)
    {
        this.places = places;
        var words = weights.Strings("vocabulary");
        var index = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            index[words[i]] = i;
        }
        vocabulary = index.GetAlternateLookup<ReadOnlySpan<char>>();
        wordRows = MemoryMarshal.Cast<byte, int>(weights.Bytes("word-rows").Span).ToArray();
        table = weights.Rows("table");
        Size = table.Size;
        vectors = weights.Has("vectors") ? weights.Rows("vectors") : null;
        vectorCount = vectors?.Count ?? 0;
        projection = vectors is null ? [] : weights.Numbers("projection");
    }

    /// <summary>How wide a row is.</summary>
    public int Size { get; }

    /// <summary>Whether a word is of the vocabulary.</summary>
    /// <param name="word">In small letters.</param>
    public bool Knows(string word) => vocabulary.ContainsKey(word);

    /// <summary>Writes the row of one token.</summary>
    public void Embed(ReadOnlySpan<char> form, Span<float> row)
    {
        Span<char> norm = stackalloc char[WordForm.Longest];
        norm = norm[..WordForm.Norm(form, norm)];
        Span<int> rows = stackalloc int[WordFeatures.Count];
        var word = vocabulary.TryGetValue(norm, out var index) ? index : -1;
        WordFeatures.Rows(form, norm, word < 0 ? 0 : wordRows[word], places.Flags(form), rows);
        row.Clear();
        foreach (var feature in rows)
        {
            table.AddTo(row, feature);
        }
        if (word >= 0 && word < vectorCount)
        {
            Span<float> vector = stackalloc float[vectors!.Size];
            vector.Clear();
            vectors.AddTo(vector, word);
            for (var d = 0; d < vector.Length; d++)
            {
                Grammar.Rows.AddScaled(row, projection.AsSpan(d * Size, Size), vector[d]);
            }
        }
    }
}
