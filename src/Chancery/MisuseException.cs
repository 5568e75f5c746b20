namespace Chancery;

/// <summary>The user's own input cannot be used: one sentence that says why and what to do, and the exit code.</summary>
public sealed class MisuseException(int code, string sentence) : Exception(sentence)
{
    public int Code { get; } = code;
}
