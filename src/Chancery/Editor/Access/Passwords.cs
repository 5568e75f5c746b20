using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Chancery.Editor.Access;

/// <summary>Signing in by password: PBKDF2 by the framework, the same time for a name that is not there, a lock after too many tries.</summary>
public sealed class Passwords(Store store, TimeProvider clock, EditorOptions options)
{
    /// <summary>Wrong passwords in a row, before the account is locked.</summary>
    public const int Tries = 8;

    /// <summary>For how long it then is.</summary>
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>NIST SP 800-63B asks for length and for no mixture of signs.</summary>
    public const int Shortest = 12,
        Longest = 500;

    private readonly PasswordHasher<string> hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations })
    );

    /// <summary>Of no password: verifying against it takes as long as against a real one.</summary>
    private string? nobody;

    /// <returns>The account, or why not, in words that do not tell whether the name exists.</returns>
    public (Account? Account, string? Why) Verify(string name, string password)
    {
        var account = AccountShelf.ByName(store, name.Trim());
        var hash = account is { ClosedAt: null } ? AccountShelf.Password(store, account.Id) : null;
        var outcome = hasher.VerifyHashedPassword(
            "",
            hash ?? (nobody ??= hasher.HashPassword("", Secret.New())),
            password
        );
        if (account is null || hash is null)
        {
            return (null, Wrong);
        }
        if (account.LockedUntil is { } until && until > clock.GetUtcNow())
        {
            return (null, Locked);
        }
        if (outcome == PasswordVerificationResult.Failed)
        {
            AccountShelf.Failed(store, account.Id, Tries, clock.GetUtcNow() + Lock);
            return (
                null,
                AccountShelf.Find(store, account.Id)!.LockedUntil > clock.GetUtcNow() ? Locked : Wrong
            );
        }
        if (outcome == PasswordVerificationResult.SuccessRehashNeeded)
        {
            Set(account, password);
        }
        AccountShelf.Succeeded(store, account.Id);
        return (account, null);
    }

    public void Set(Account account, string password) =>
        AccountShelf.SetPassword(store, account.Id, hasher.HashPassword("", password));

    /// <summary>Why a password will not do; null where it will.</summary>
    public static string? Fault(string password, string again, string name) =>
        password.Length < Shortest
            ? $"A password has at least {Shortest} characters; a sentence is a good one."
        : password.Length > Longest ? $"A password has at most {Longest} characters."
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length > 3
            ? "A password must not contain the name you sign in with."
        : password.Distinct().Count() < 5 ? "This password repeats too few signs."
        : password != again ? "The two passwords differ."
        : null;

    private const string Wrong = "That name and password do not belong together.";

    private const string Locked =
        "Too many wrong passwords: this account is locked for a quarter of an hour. A publisher can invite you anew.";
}
