using Chancery.Record.Access;
using Microsoft.AspNetCore.Authorization;

namespace Chancery.Editor.Access;

/// <summary>Who may use an address.</summary>
public static class Roles
{
    /// <summary>The address is for this role and those above it.</summary>
    public static T For<T>(this T endpoint, Role role)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(role.ToString());

    public static void Policies(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = Policy(Role.Reader);
        foreach (var role in Enum.GetValues<Role>())
        {
            options.AddPolicy(role.ToString(), Policy(role));
        }
    }

    /// <summary>True where the signed-in person may do what this role may.</summary>
    public static bool May(this HttpContext context, Role role) =>
        context.SignedIn() is { } session && session.Account.Role >= role;

    /// <summary>Who asks; null where nobody is signed in.</summary>
    public static Session? SignedIn(this HttpContext context) => context.Features.Get<Session>();

    /// <summary>Who asks, behind an address that asks for a signed-in person.</summary>
    public static Account Account(this HttpContext context) =>
        context.SignedIn()?.Account
        ?? throw new InvalidOperationException("This address must not be open to the public.");

    private static AuthorizationPolicy Policy(Role role) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && http.May(role))
            .Build();
}
