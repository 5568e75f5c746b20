namespace Chancery.Terms;

/// <summary>The picture at the top of an issue. It is a file of the house's own site, never another's server.</summary>
/// <param name="Digest">Of its bytes, which the record keeps.</param>
/// <param name="MediaType">"image/jpeg", "image/png", "image/gif" or "image/webp".</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Credit">Whose it is; a picture without one is not published.</param>
/// <param name="Caption">The line under it, where there is one.</param>
/// <param name="Licence">Under what it may be printed ("CC BY 4.0", "bought from …"); null where nobody has said.</param>
public sealed record IssuePicture(
    Digest Digest,
    string MediaType,
    int Width,
    int Height,
    string Alt,
    string Credit,
    string? Caption = null,
    string? Licence = null
);
