using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>What the intake came upon: a capture, or something that it could not take, with why.</summary>
public abstract record Finding
{
    private Finding() { }

    public sealed record Found(Capture Capture) : Finding;

    public sealed record Missed(Reason Why) : Finding;

    internal static Finding Miss(string code, string sentence) => new Missed(new Reason(code, sentence));
}
