using Chancery.Terms;

namespace Chancery.Desk;

/// <summary>An article with what was found in it: what the desk works on.</summary>
/// <param name="Article">The current version.</param>
/// <param name="Coding">Its coding by the current coder.</param>
/// <param name="At">When it was published; where it does not say, when it was captured (UTC).</param>
public sealed record Coded(Article Article, Coding Coding, DateTimeOffset At);
