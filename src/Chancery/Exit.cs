namespace Chancery;

/// <summary>What the program's exit code says.</summary>
public static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Looked, and there is nothing of that name or nothing in that week.</summary>
    public const int Nothing = 1;

    /// <summary>The command line or a file could not be understood; the sentence names it.</summary>
    public const int Unreadable = 2;

    /// <summary>A line does not hold: the issue was refused.</summary>
    public const int Refused = 3;

    /// <summary>The desk cannot be used: locked, damaged, or the disk is full.</summary>
    public const int Desk = 4;

    /// <summary>Stopped by the user; what was acknowledged is kept.</summary>
    public const int Stopped = 130;
}
