namespace Chancery.Reading.Files;

/// <summary>What is being read, wherever it lies.</summary>
/// <param name="Origin">Where a person finds it: a path, or a path, "!/" and the name inside an archive.</param>
/// <param name="At">When it was captured, where it does not say so itself.</param>
/// <param name="Options">As given to the intake.</param>
/// <param name="Depth">How many archives it lies in.</param>
internal sealed record Source(string Origin, DateTimeOffset At, IntakeOptions Options, int Depth = 0)
{
    /// <summary>The name without a packer's ending: "week.jsonl" of "/a/week.jsonl.gz".</summary>
    public string Name
    {
        get
        {
            var name = Path.GetFileName(Origin);
            return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        }
    }

    /// <summary>The name's ending, lower case, with its dot; empty where it has none.</summary>
    public string Ending => Path.GetExtension(Name).ToLowerInvariant();
}
