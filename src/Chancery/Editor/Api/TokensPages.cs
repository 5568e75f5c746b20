using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Api;

/// <summary>Where a person makes and ends tokens for programs.</summary>
internal static class TokensPages
{
    public static void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet(
            "/tokens",
            (HttpContext context, Store store) =>
                Page.Of<TokensPage>(new { Tokens = TokenShelf.Of(store, context.Account().Id) })
        );
        addresses
            .MapPost(
                "/tokens",
                (
                    HttpContext context,
                    Store store,
                    Audit audit,
                    TimeProvider clock,
                    [FromForm] string? name,
                    [FromForm] Scope scope
                ) =>
                {
                    var account = context.Account();
                    if (name?.Trim() is not { Length: > 0 and <= 100 } said)
                    {
                        return new Notice("Say what the token is for.", Failed: true).Then(
                            context,
                            "/tokens"
                        );
                    }
                    var token = TokenShelf.Make(store, account.Id, said, scope, clock.GetUtcNow());
                    audit.Note(context, "made a token", said);
                    // In the answer itself, once: it is never in an address, a cookie or the record.
                    return Page.Of<TokensPage>(
                        new { Tokens = TokenShelf.Of(store, account.Id), Made = token }
                    );
                }
            )
            .For(Role.Reader);
        addresses
            .MapPost(
                "/tokens/end",
                (HttpContext context, Store store, Audit audit, [FromForm] string id) =>
                {
                    TokenShelf.End(store, context.Account().Id, id);
                    audit.Note(context, "ended a token", id);
                    return new Notice("The token is ended; what uses it is refused from now on.").Then(
                        context,
                        "/tokens"
                    );
                }
            )
            .For(Role.Reader);
    }
}
