namespace Chancery.Language.Grammar.Network;

/// <summary>Remembers what was computed for a form: one place for each hash, the newest form wins. For one thread.</summary>
internal sealed class FormCache(int width)
{
    private const int Places = 4096;
    private readonly string?[] forms = new string?[Places];
    private readonly float[] rows = new float[Places * width];

    /// <summary>True where <paramref name="row"/> holds what was computed for the form; else the caller fills it now.</summary>
    public bool TryGet(ReadOnlySpan<char> form, out Span<float> row)
    {
        var hash = 2166136261u;
        foreach (var c in form)
        {
            hash = (hash ^ c) * 16777619u;
        }
        hash ^= hash >> 15;
        var place = (int)(hash % Places);
        row = rows.AsSpan(place * width, width);
        if (forms[place] is { } known && form.SequenceEqual(known))
        {
            return true;
        }
        forms[place] = form.ToString();
        return false;
    }
}
