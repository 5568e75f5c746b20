using Chancery.Terms;

namespace Chancery.Press;

/// <summary>What a number after a sentence leads to.</summary>
/// <param name="Number">From 1, in order of first appearance.</param>
public abstract record Note(int Number)
{
    /// <summary>Its place in the page.</summary>
    public string Anchor => $"n{Number}";

    /// <summary>The exact words of an article.</summary>
    /// <param name="Outlet">As the watch prints it, else as the article gives it.</param>
    /// <param name="Source">Null where the article version was not handed over.</param>
    public sealed record Words(int Number, Citation Citation, string Outlet, Article? Source) : Note(Number);

    /// <summary>What was looked at before something was said not to have come.</summary>
    public sealed record Looked(int Number, Line.Absence Absence) : Note(Number);
}
