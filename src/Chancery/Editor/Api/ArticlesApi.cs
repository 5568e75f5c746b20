using Chancery.Editor.Access;
using Chancery.Editor.Adding;
using Chancery.Editor.ArticleView;
using Chancery.Editor.Sources;
using Chancery.Reading.Fetching;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Emendations;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>Articles for programs: read with what was found in them, added, corrected.</summary>
internal static class ArticlesApi
{
    private const string Subject = "Articles";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/watches", (Watches watches) => watches.All)
            .For(Scope.Read, "Desk", "What the desk follows.");
        api.MapGet(
                "/articles/{id}",
                Results<Ok<Article>, NotFound> (string id, Pipeline pipeline) =>
                    pipeline.Article(new ArticleId(id)) is { } article
                        ? TypedResults.Ok(article)
                        : TypedResults.NotFound()
            )
            .For(Scope.Read, Subject, "One version of an article; it never changes.");
        api.MapGet(
                "/articles/{id}/coding",
                Results<Ok<Coding>, NotFound> (string id, Pipeline pipeline) =>
                    pipeline.Article(new ArticleId(id)) is { } article
                        ? TypedResults.Ok(pipeline.Coding(article))
                        : TypedResults.NotFound()
            )
            .For(
                Scope.Read,
                Subject,
                "What was found in it, each finding pointing at its words, with people's corrections laid over it."
            );
        api.MapGet(
                "/articles/{id}/versions",
                Results<Ok<IReadOnlyList<Article>>, NotFound> (string id, Store store) =>
                    ArticleShelf.Find(store, new ArticleId(id)) is { } article
                        ? TypedResults.Ok(ArticleShelf.Versions(store, article.Key))
                        : TypedResults.NotFound()
            )
            .For(Scope.Read, Subject, "All versions of an article, the newest first.");
        api.MapGet("/captures/{digest}", Capture)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .For(Scope.Read, Subject, "What was captured, byte for byte.");
        api.MapPost("/articles", Add)
            .For(
                Scope.Edit,
                Subject,
                "Adds an article by its text, or by its address alone, which is then asked for. 422: no article was found in it."
            )
            .RequireRateLimiting(SourcesScreen.Limit);
        api.MapGet(
                "/articles/{id}/corrections",
                Results<Ok<IReadOnlyList<KeptEmendation>>, NotFound> (
                    string id,
                    HttpContext context,
                    Store store
                ) =>
                    ArticleShelf.Find(store, new ArticleId(id)) is { } article
                        ? TypedResults.Ok(context.Tagged(EmendationShelf.Of(store, article.Key)))
                        : TypedResults.NotFound()
            )
            .For(
                Scope.Read,
                Subject,
                "What people corrected in what was found in it, over all its versions, those taken back too."
            );
        api.MapPost("/articles/{id}/corrections", Correct)
            .For(
                Scope.Edit,
                Subject,
                "Corrects what was found, or adds what was missed; it stands above every new coding. If-Match names the list of corrections that was read."
            );
        api.MapDelete("/articles/{id}/corrections/{number}", Withdraw)
            .For(Scope.Edit, Subject, "Takes a correction back.");
    }

    private static Results<FileContentHttpResult, NotFound> Capture(
        string digest,
        HttpContext context,
        Store store
    )
    {
        if (
            digest.Length != 64
            || !digest.All(char.IsAsciiHexDigitLower)
            || CaptureArchive.Find(store, new Digest(digest)) is not { } capture
        )
        {
            return TypedResults.NotFound();
        }
        // Bytes from outside: kept from being a page wherever they are opened.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(capture.Body, "application/octet-stream");
    }

    private static async Task<Results<Created<Article>, ProblemHttpResult>> Add(
        ArticleWish wish,
        HttpContext context,
        Intaking intaking,
        Fetcher fetcher,
        Audit audit
    )
    {
        var who = context.Who();
        Capture capture;
        if (!string.IsNullOrWhiteSpace(wish.Text))
        {
            if (string.IsNullOrWhiteSpace(wish.Headline))
            {
                return Asking.Refused("An article has a headline and a text.");
            }
            capture = AddScreen.Pasted(
                wish.Headline,
                wish.Text,
                wish.Outlet,
                wish.Address,
                wish.Published,
                who.Person,
                intaking.Now
            );
        }
        else
        {
            var answer = await fetcher.Get(
                new FetchRequest(wish.Address?.Trim() ?? ""),
                context.RequestAborted
            );
            if (answer is not Fetched.Arrived came)
            {
                return Asking.Refused(
                    answer is Fetched.Failed failed ? failed.Why.Sentence : "That address gave nothing."
                );
            }
            capture = came.Capture;
        }
        var (articles, why) = await intaking.Keep([capture], context.RequestAborted);
        if (articles.Count == 0)
        {
            return Asking.Refused(why!);
        }
        audit.Note(context, "added an article", $"/article/{articles[0].Id}", who);
        return TypedResults.Created($"/api/articles/{articles[0].Id}", articles[0]);
    }

    private static Results<Ok<IReadOnlyList<KeptEmendation>>, NotFound, ProblemHttpResult> Correct(
        string id,
        CorrectionWish wish,
        HttpContext context,
        Store store,
        Pipeline pipeline,
        Audit audit,
        TimeProvider clock
    )
    {
        if (ArticleShelf.Find(store, new ArticleId(id)) is not { } article)
        {
            return TypedResults.NotFound();
        }
        if (context.Stale(EmendationShelf.Of(store, article.Key)) is { } stale)
        {
            return stale;
        }
        var (emendation, what, why) = Corrections.Read(article, pipeline.Coding(article), wish);
        if (emendation is null)
        {
            return Asking.Refused(why!);
        }
        EmendationShelf.Keep(store, article, emendation, context.Who().Person, clock.GetUtcNow());
        audit.Note(context, $"corrected, {what}", $"/article/{id}", context.Who());
        return TypedResults.Ok(context.Tagged(EmendationShelf.Of(store, article.Key)));
    }

    private static Results<NoContent, NotFound> Withdraw(
        string id,
        long number,
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock
    )
    {
        if (
            ArticleShelf.Find(store, new ArticleId(id)) is not { } article
            || EmendationShelf.Of(store, article.Key).All(kept => kept.Id != number)
            || !EmendationShelf.Withdraw(store, number, context.Who().Person, clock.GetUtcNow())
        )
        {
            return TypedResults.NotFound();
        }
        audit.Note(context, "took a correction back", $"/article/{id}", context.Who());
        return TypedResults.NoContent();
    }
}

/// <summary>An article to be added: its headline and text; or its address alone.</summary>
/// <param name="Outlet">Its page or domain.</param>
/// <param name="Published">As the article writes it.</param>
public sealed record ArticleWish(
    string? Headline = null,
    string? Text = null,
    string? Outlet = null,
    string? Address = null,
    string? Published = null
);
