namespace Chancery.Language.Events;

/// <summary>How much of a text counts as telling of events.</summary>
public enum Reach
{
    /// <summary>What a sentence tells as news.</summary>
    News,

    /// <summary>What it tells in passing as well ("after the two met in Lima").</summary>
    Passing,

    /// <summary>
    /// All that is told: somebody else has found that there is an event and between whom, and asks only of which type; sides may be unnamed.
    /// </summary>
    Given,
}
