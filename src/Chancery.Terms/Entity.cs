namespace Chancery.Terms;

public enum EntityKind
{
    Person,
    Place,
    Organisation,

    /// <summary>A people or its adjective ("Ukrainian", "Russians").</summary>
    Nationality,
}

/// <summary>A participant as one article names it.</summary>
/// <param name="Name">The fullest form that the article uses.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mentions">Every place where it is named, in order; pronouns among them are marked.</param>
/// <param name="Office">The office or description that the article attaches ("Kremlin spokesperson"), where one stands.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code, where the lists know it.</param>
public sealed record Entity(
    string Name,
    EntityKind Kind,
    IReadOnlyList<Mention> Mentions,
    Passage? Office = null,
    string? Country = null
);

/// <param name="Passage">The words.</param>
/// <param name="Pronoun">True where they are a pronoun or a short definite description, resolved by grammar.</param>
/// <param name="Government">True where a place stands for its government, by grammar: "Moscow said", but not "in Moscow".</param>
public readonly record struct Mention(Passage Passage, bool Pronoun = false, bool Government = false);
