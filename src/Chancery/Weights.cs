using Chancery.Language;
using Chancery.Language.Grammar;

namespace Chancery;

/// <summary>The weights that ship beside the program, handed to Language as memory.</summary>
public static class Weights
{
    // Read once a process: several steps of one command ask for it.
    private static readonly Lazy<Coder> Loaded = new(() => new Coder(English()));

    /// <summary>The coder for English; without its weights file it still finds words, sentences and quotations.</summary>
    public static Coder Coder() => Loaded.Value;

    /// <summary>The parser by itself.</summary>
    public static Parser Parser() => Language.English.Load(English());

    private static ReadOnlyMemory<byte> English()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "weights", Language.English.Code, "core.weights");
        return File.Exists(file) ? File.ReadAllBytes(file) : ReadOnlyMemory<byte>.Empty;
    }
}
