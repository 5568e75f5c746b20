using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Chancery.Editor.Api;

/// <summary>What all addresses under /api have in common: whom they answer, lists in pages, and changes that name what they change.</summary>
internal static class Asking
{
    /// <summary>Entries of a list, where nothing is said.</summary>
    private const int Usual = 50;

    private const int Most = 500;

    /// <summary>For tokens of this scope and those above it.</summary>
    public static RouteHandlerBuilder For(
        this RouteHandlerBuilder address,
        Scope scope,
        string subject,
        string summary
    ) =>
        address
            .RequireAuthorization(TokenHandler.Policy(scope))
            .WithSummary(summary)
            .WithTags(subject)
            .WithMetadata(new Asked(scope));

    public static Account Who(this HttpContext context) => context.Features.Get<Caller>()!.Account;

    /// <summary>
    /// One page of a list. Where there is more, a <c>Link</c> with <c>rel="next"</c> (RFC 8288) leads to it: whoever follows
    /// these until there is none has read the whole list.
    /// </summary>
    /// <param name="limit">How many; 50 unless said, 500 at most.</param>
    /// <param name="after">From the link; nothing to be made by hand.</param>
    /// <param name="find">Passes over some and gives so many.</param>
    public static IReadOnlyList<T> Page<T>(
        this HttpContext context,
        int? limit,
        string? after,
        Func<int, int, IReadOnlyList<T>> find
    )
    {
        var count = Count(limit);
        var skip =
            int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && from < 10_000_000
                ? from
                : 0;
        var found = find(skip, count + 1);
        if (found.Count <= count)
        {
            return found;
        }
        context.Next((skip + count).ToString(CultureInfo.InvariantCulture));
        return [.. found.Take(count)];
    }

    /// <summary>One page of a list that is there already.</summary>
    public static IReadOnlyList<T> Page<T>(
        this HttpContext context,
        int? limit,
        string? after,
        IEnumerable<T> all
    ) => context.Page<T>(limit, after, (skip, take) => [.. all.Skip(skip).Take(take)]);

    public static int Count(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);

    public static void Next(this HttpContext context, string after)
    {
        var query = context.Request.Query.Where(pair => pair.Key != "after").ToDictionary();
        query["after"] = after;
        context.Response.Headers.Append(
            HeaderNames.Link,
            $"<{context.Request.PathBase}{context.Request.Path}{QueryString.Create(query)}>; rel=\"next\""
        );
    }

    /// <summary>Says which state the answer tells of (RFC 9110, 8.8.3), so that a change can name it.</summary>
    public static T Tagged<T>(this HttpContext context, T state)
    {
        context.Response.Headers.ETag = Tag(context, state);
        return state;
    }

    /// <summary>
    /// The problem where a change names a state (<c>If-Match</c>) that is past: somebody was faster, and nothing is
    /// written. Null where it may go on.
    /// </summary>
    public static ProblemHttpResult? Stale<T>(this HttpContext context, T state)
    {
        var named = context.Request.GetTypedHeaders().IfMatch;
        return
            named.Count == 0
            || named.Any(tag =>
                tag == EntityTagHeaderValue.Any || !tag.IsWeak && tag.Tag == Tag(context, state)
            )
            ? null
            : Problem(
                StatusCodes.Status412PreconditionFailed,
                "It was changed since you read it, so nothing was written; read it again."
            );
    }

    /// <summary>What is asked cannot be done as things are; nothing was changed.</summary>
    public static ProblemHttpResult Refused(string sentence) =>
        Problem(StatusCodes.Status422UnprocessableEntity, sentence);

    public static ProblemHttpResult Problem(int status, string sentence) =>
        TypedResults.Problem(sentence, statusCode: status, title: Faults.Title(status));

    private static string Tag<T>(HttpContext context, T state)
    {
        var json = context
            .RequestServices.GetRequiredService<IOptions<JsonOptions>>()
            .Value.SerializerOptions;
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(state, json));
        return $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
    }
}

/// <summary>What a token must be allowed to do, for the description.</summary>
internal sealed record Asked(Scope Scope);
