namespace Chancery.Editor.Access;

/// <summary>What accounts and people may be called.</summary>
internal static class AccountNames
{
    /// <summary>Why these will not do; null where they will.</summary>
    public static string? Fault(string name, string person) =>
        person.Length is 0 or > 100 ? "Give the person’s name as it is to be shown, in up to 100 characters."
        : name.Length is < 2 or > 60 ? "The name to sign in with has 2 to 60 characters."
        : name.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_' or '@' or '+') ? null
        : "The name to sign in with is made of letters, digits and . - _ @ +";
}
