using Chancery.Record;
using Chancery.Record.Access;

namespace Chancery.Editor.Access;

/// <summary>Notes what was done, by whom and from where.</summary>
public sealed class Audit(Store store, TimeProvider clock)
{
    /// <param name="context">Of the request that did it.</param>
    /// <param name="act">In the past tense: "signed in".</param>
    /// <param name="subject">What it was done to; an address of the desk ("/article/3f2a…") where there is one.</param>
    /// <param name="account">Who, where the request itself is not signed in yet.</param>
    public void Note(HttpContext context, string act, string subject, Account? account = null)
    {
        account ??= context.SignedIn()?.Account;
        AuditLog.Write(
            store,
            account,
            new AuditEntry(clock.GetUtcNow(), account?.Person ?? "", act, subject, Address(context))
        );
    }

    /// <summary>The network address that a request came from.</summary>
    public static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
