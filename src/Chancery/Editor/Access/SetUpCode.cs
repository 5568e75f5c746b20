using System.Security.Cryptography;
using System.Text;
using Chancery.Record;
using Chancery.Record.Access;

namespace Chancery.Editor.Access;

/// <summary>The one-time code that makes the first account. It is printed on the console at the start of a desk without accounts, and ends with the process.</summary>
public sealed class SetUpCode(Store store)
{
    private readonly string code = Secret.New()[..22];

    /// <summary>The code while nobody can sign in; null afterwards.</summary>
    public string? Value => AccountShelf.IsEmpty(store) ? code : null;

    public bool Opens(string? given) =>
        Value is { } value
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(value),
            Encoding.UTF8.GetBytes(given ?? "")
        );
}
