namespace Chancery.Terms;

/// <summary>A feed that a desk was given beside those of its watches: a line of another reader's export, or one added by hand.</summary>
/// <param name="Address">Of the feed.</param>
/// <param name="Title">As it came; empty where it has none.</param>
/// <param name="Page">The page that the feed stands for.</param>
/// <param name="Folders">The folders it lies in, outermost first; tags of a flat export are one folder each.</param>
public sealed record Subscription(string Address, string Title, string? Page, IReadOnlyList<string> Folders);
