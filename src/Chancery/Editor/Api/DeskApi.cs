using Chancery.Editor.Access;
using Chancery.Editor.Search;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Articles;
using Chancery.Record.Search;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>Search, and the desk itself: who works on it, what was done.</summary>
internal static class DeskApi
{
    private const string Subject = "Desk";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/search", Search)
            .For(
                Scope.Read,
                "Search",
                "Full text over articles, or with in=issues over issues; statements are found under /api/statements?about=. All words must occur, “quoted words” in a row."
            );
        api.MapGet(
                "/me",
                (HttpContext context) =>
                    new MeAnswer(
                        context.Who().Person,
                        context.Who().Role,
                        context.Features.Get<Caller>()!.Scope
                    )
            )
            .For(Scope.Read, Subject, "Whose token this is, and what it may do.");
        api.MapGet(
                "/sessions",
                (HttpContext context, Store store, TimeProvider clock) =>
                    SessionShelf
                        .Of(store, context.Who().Id, clock.GetUtcNow())
                        .Select(session => new SessionAnswer(
                            session.Id,
                            session.StartedAt,
                            session.SeenAt,
                            session.EndsAt,
                            session.Agent,
                            session.Address
                        ))
            )
            .For(Scope.Read, Subject, "The browsers in which the token's person is signed in.");
        api.MapDelete(
                "/sessions/{id}",
                Results<NoContent, NotFound> (
                    string id,
                    HttpContext context,
                    Store store,
                    Audit audit,
                    TimeProvider clock
                ) =>
                {
                    var who = context.Who();
                    if (SessionShelf.Of(store, who.Id, clock.GetUtcNow()).All(session => session.Id != id))
                    {
                        return TypedResults.NotFound();
                    }
                    SessionShelf.End(store, who.Id, id);
                    audit.Note(context, "ended a session", id, who);
                    return TypedResults.NoContent();
                }
            )
            .For(Scope.Edit, Subject, "Signs one of those browsers out.");
        api.MapGet(
                "/accounts",
                (int? limit, string? after, HttpContext context, Store store) =>
                    context.Page(
                        limit,
                        after,
                        AccountShelf
                            .All(store)
                            .Select(account => new AccountAnswer(
                                account.Id,
                                account.Name,
                                account.Person,
                                account.Role,
                                account.AddedAt,
                                account.ClosedAt
                            ))
                    )
            )
            .For(Scope.Approve, Subject, "Who may work on the desk.");
        api.MapGet(
                "/audit",
                (int? limit, string? after, HttpContext context, Store store) =>
                    context.Page(limit, after, (skip, take) => AuditLog.Newest(store, skip, take))
            )
            .For(Scope.Approve, Subject, "What was done, by whom and from where, the newest first.");
    }

    private static Results<Ok<IReadOnlyList<HitAnswer>>, ProblemHttpResult> Search(
        string q,
        string? @in,
        string? outlet,
        DateTimeOffset? since,
        DateTimeOffset? until,
        string? order,
        int? limit,
        string? after,
        HttpContext context,
        Store store
    )
    {
        if (@in is not (null or "articles" or "issues") || order is not (null or "best" or "newest"))
        {
            return Asking.Refused("“in” is articles or issues; “order” is best or newest.");
        }
        var words = q.Length > 200 ? q[..200] : q;
        var phrases = FullText.Phrases(words);
        return TypedResults.Ok<IReadOnlyList<HitAnswer>>([
            .. context
                .Page(
                    limit,
                    after,
                    (skip, take) =>
                        FullText.Find(
                            store,
                            new SearchQuery(words)
                            {
                                Kind = @in == "issues" ? SearchKind.Issue : SearchKind.Article,
                                Outlets =
                                    outlet is { Length: > 0 } && @in != "issues"
                                        ? [outlet.ToLowerInvariant()]
                                        : [],
                                Since = since,
                                Until = until,
                                Newest = order == "newest",
                                Limit = take,
                                Skip = skip,
                            }
                        )
                )
                .Select(hit =>
                    @in != "issues" && ArticleShelf.Find(store, new ArticleId(hit.Shown)) is { } article
                        ? new HitAnswer(
                            $"/api/articles/{hit.Shown}",
                            article.Headline,
                            hit.Outlet,
                            hit.Dated,
                            string.Concat(Excerpt.Of(article.Text, phrases).Select(part => part.Text))
                        )
                        : new HitAnswer($"/api/issues/{hit.Shown}", null, hit.Outlet, hit.Dated, null)
                ),
        ]);
    }
}

/// <summary>Something that was found.</summary>
/// <param name="Address">Where it is, under /api.</param>
/// <param name="From">The article's outlet, or the issue's watch.</param>
/// <param name="Excerpt">The words around what was looked for.</param>
public sealed record HitAnswer(
    string Address,
    string? Headline,
    string From,
    DateTimeOffset Dated,
    string? Excerpt
);

/// <summary>Whose token it is.</summary>
public sealed record MeAnswer(string Person, Role Role, Scope Scope);

/// <summary>A browser that is signed in.</summary>
/// <param name="Agent">What it calls itself.</param>
/// <param name="Address">The network address it was last seen at.</param>
public sealed record SessionAnswer(
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset EndsAt,
    string Agent,
    string Address
);

/// <summary>Somebody who may work on the desk.</summary>
/// <param name="Name">Signs in with it.</param>
/// <param name="Person">As colleagues see it.</param>
/// <param name="ClosedAt">Nothing while it is open.</param>
public sealed record AccountAnswer(
    string Id,
    string Name,
    string Person,
    Role Role,
    DateTimeOffset AddedAt,
    DateTimeOffset? ClosedAt
);
