namespace Chancery.Terms;

/// <summary>Why something was refused, passed over or cut: a code for programs, a sentence for people.</summary>
/// <param name="Code">A stable, lower-case, hyphenated name ("login-wall", "too-deep").</param>
/// <param name="Sentence">One plain sentence that names the file, line or address and what to do.</param>
public sealed record Reason(string Code, string Sentence)
{
    public override string ToString() => Sentence;
}
