using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Identity;

namespace Chancery.Editor.Access;

/// <summary>What the framework's passkey handler asks of accounts; nothing else of Identity is used.</summary>
internal sealed class PasskeyStore(Store store, TimeProvider clock) : IUserPasskeyStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Open(AccountShelf.Find(store, userId)));

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(Open(AccountShelf.ByName(store, normalizedUserName)));

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name.ToUpperInvariant());

    public Task AddOrUpdatePasskeyAsync(
        Account user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    )
    {
        Keep(user, passkey, used: clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public void Keep(Account user, UserPasskeyInfo passkey, DateTimeOffset? used) =>
        PasskeyShelf.Keep(
            store,
            new Passkey(
                passkey.CredentialId,
                user.Id,
                passkey.Name ?? "",
                passkey.CreatedAt,
                used,
                JsonSerializer.Serialize(
                    new Data(
                        passkey.PublicKey,
                        passkey.SignCount,
                        passkey.Transports,
                        passkey.IsUserVerified,
                        passkey.IsBackupEligible,
                        passkey.IsBackedUp,
                        passkey.AttestationObject,
                        passkey.ClientDataJson
                    )
                )
            )
        );

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. PasskeyShelf.Of(store, user.Id).Select(Info)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(
            PasskeyShelf.Find(store, credentialId) is { } passkey
                ? Open(AccountShelf.Find(store, passkey.Account))
                : null
        );

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            PasskeyShelf.Find(store, credentialId) is { } passkey && passkey.Account == user.Id
                ? Info(passkey)
                : null
        );

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        PasskeyShelf.Remove(store, user.Id, credentialId);
        return Task.CompletedTask;
    }

    // Accounts are made and changed by AccountShelf alone.
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(
        Account user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public void Dispose() { }

    private static Account? Open(Account? account) => account is { ClosedAt: null } ? account : null;

    private static UserPasskeyInfo Info(Passkey passkey)
    {
        var data = JsonSerializer.Deserialize<Data>(passkey.Data)!;
        return new UserPasskeyInfo(
            passkey.Credential,
            data.PublicKey,
            passkey.AddedAt,
            data.SignCount,
            data.Transports,
            data.IsUserVerified,
            data.IsBackupEligible,
            data.IsBackedUp,
            data.AttestationObject,
            data.ClientDataJson
        )
        {
            Name = passkey.Name,
        };
    }

    private sealed record Data(
        byte[] PublicKey,
        uint SignCount,
        string[]? Transports,
        bool IsUserVerified,
        bool IsBackupEligible,
        bool IsBackedUp,
        byte[] AttestationObject,
        byte[] ClientDataJson
    );
}
