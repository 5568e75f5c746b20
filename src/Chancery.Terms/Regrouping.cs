namespace Chancery.Terms;

/// <summary>What a person decided about two articles of a watch: one story, or not. It stands above every placing.</summary>
/// <param name="Together">True: their stories are one. False: the first leaves the story of the second.</param>
/// <param name="Article">The article's key, the same over its versions.</param>
/// <param name="Other">The other one's.</param>
public sealed record Regrouping(bool Together, string Article, string Other);
