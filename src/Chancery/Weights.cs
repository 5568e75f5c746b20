using Chancery.Language;

namespace Chancery;

/// <summary>The weights that ship beside the program, handed to Language as memory.</summary>
public static class Weights
{
    /// <summary>The coder for English; without its weights file it still finds words, sentences and quotations.</summary>
    public static Coder Coder()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "weights", English.Code, "core.weights");
        return new Coder(File.Exists(file) ? File.ReadAllBytes(file) : ReadOnlyMemory<byte>.Empty);
    }
}
