namespace Chancery.Reading.Files;

/// <summary>How the intake is to read.</summary>
public sealed record IntakeOptions
{
    /// <summary>Names of an export's fields; null for the common names.</summary>
    public FieldMap? Map { get; init; }

    /// <summary>The record at which a WARC or ARC file is taken up again ("1234" or "0+1234", as in a capture's origin); null for its start.</summary>
    public Warc.WarcPlace? From { get; init; }

    /// <summary>Whether lists of feeds (OPML) are wanted as captures; they hold no articles.</summary>
    public bool Lists { get; init; }

    /// <summary>Opens standard input for the path "-".</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>When standard input is captured.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
