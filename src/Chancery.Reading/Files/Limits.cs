namespace Chancery.Reading.Files;

/// <summary>How much the intake swallows. What is larger is named and passed over; the rest of the run goes on.</summary>
public static class Limits
{
    /// <summary>Bytes of one capture: a page, a feed, a line, a message, a record's body. The largest real news page measured is 4 MB.</summary>
    public const int CaptureBytes = 16 << 20;

    /// <summary>Archives within archives: a zip of gzipped lines is two deep.</summary>
    public const int Depth = 3;

    /// <summary>Bytes that may be unpacked before <see cref="PackingRatio"/> is asked about.</summary>
    public const long UnpackedFreely = 64L << 20;

    /// <summary>Unpacked bytes a packed byte. Text packs 3 to 30 times, endless repetition 200 to 1,032 times.</summary>
    public const int PackingRatio = 100;

    /// <summary>Entries of one zip.</summary>
    public const int ZipEntries = 200_000;

    /// <summary>Parts of one message, and how deep they may nest.</summary>
    public const int MessageParts = 200;

    public const int MessageDepth = 8;
}
