namespace Chancery.Terms;

/// <summary>What was wrong in a published issue and was set right: dated, signed, and never taken back.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="By">The person who signs it.</param>
/// <param name="Text">What was wrong and what is right, in a sentence or two.</param>
/// <param name="Changes">The sentences that stand otherwise since; empty where only something was added.</param>
public sealed record Correction(DateTimeOffset At, string By, string Text, IReadOnlyList<Change> Changes);

/// <summary>One sentence of a published issue that was changed.</summary>
/// <param name="Line">Index into <see cref="Issue.Lines"/> of the sentence as it now stands; null where it was taken out.</param>
/// <param name="Was">What stood there; null where it was added.</param>
public sealed record Change(int? Line, string? Was);

/// <summary>A published issue taken back: its address stays and says so.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="By">The person who signs it.</param>
/// <param name="Why">The reason, in a sentence that readers see.</param>
public sealed record Withdrawal(DateTimeOffset At, string By, string Why);
