namespace Chancery.Watches;

/// <summary>Something in a watch file that is wrong or worth knowing.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Sentence">What it is, and what would be right.</param>
/// <param name="Grave">True where the watch cannot be used as it stands; false for a notice.</param>
public sealed record Mistake(int Line, string Sentence, bool Grave = true);
