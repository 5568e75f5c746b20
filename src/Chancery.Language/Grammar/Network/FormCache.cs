namespace Chancery.Language.Grammar.Network;

/// <summary>Remembers what was computed for a form: one place for each hash, the newest form wins. For one thread.</summary>
internal sealed class FormCache(int width)
{
    private const int Places = 4096;
    private readonly string?[] forms = new string?[Places];
    private readonly float[] rows = new float[Places * width];

    /// <summary>What was computed for the form, where it is still known.</summary>
    public bool TryGet(ReadOnlySpan<char> form, out ReadOnlySpan<float> row)
    {
        var place = Place(form);
        row = rows.AsSpan(place * width, width);
        return forms[place] is { } known && form.SequenceEqual(known);
    }

    /// <summary>The place where the form's row is to be written now.</summary>
    public Span<float> Put(ReadOnlySpan<char> form)
    {
        var place = Place(form);
        forms[place] = form.ToString();
        return rows.AsSpan(place * width, width);
    }

    private static int Place(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var c in form)
        {
            hash = (hash ^ c) * 16777619u;
        }
        hash ^= hash >> 15;
        return (int)(hash % Places);
    }
}
