using Chancery.Reading.Fetching;

namespace Chancery.Editor;

/// <summary>What the editor is started with.</summary>
public sealed record EditorOptions
{
    /// <summary>The desk's folder.</summary>
    public required string Desk { get; init; }

    /// <summary>The watches' YAML files; at least one.</summary>
    public required IReadOnlyList<string> Watches { get; init; }

    /// <summary>Where it listens, separated by ";".</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The folder that approved issues are published into, as a site; null where they are not.</summary>
    public string? Site { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How addresses that an editor gives are asked for: by default never those of private networks.</summary>
    public FetchOptions Fetching { get; init; } = new() { Pause = TimeSpan.FromSeconds(1) };

    /// <summary>Requests a minute from one network address, before 429.</summary>
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>Tries a minute at signing in from one network address, before 429.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 for a password; the count that OWASP recommends.</summary>
    public int PasswordIterations { get; init; } = 210_000;
}
