using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Codings;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>The record for programs: articles, what was found in them, who said what.</summary>
internal static class RecordApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Read(api.MapGet("/watches", (Watches watches) => watches.All), "What the desk follows.");
        Read(
            api.MapGet(
                "/articles/{id}",
                Results<Ok<Article>, NotFound> (string id, Pipeline pipeline) =>
                    pipeline.Article(new ArticleId(id)) is { } article
                        ? TypedResults.Ok(article)
                        : TypedResults.NotFound()
            ),
            "One version of an article."
        );
        Read(
            api.MapGet(
                "/articles/{id}/coding",
                Results<Ok<Coding>, NotFound> (string id, Pipeline pipeline) =>
                    pipeline.Article(new ArticleId(id)) is { } article
                        ? TypedResults.Ok(pipeline.Coding(article))
                        : TypedResults.NotFound()
            ),
            "What was found in it, each finding pointing at its words."
        );
        Read(
            api.MapGet(
                "/statements",
                (
                    Store store,
                    string? by,
                    string? to,
                    string? about,
                    DateTimeOffset? since,
                    DateTimeOffset? until,
                    int? limit
                ) =>
                    StatementLedger
                        .Find(
                            store,
                            new StatementQuery
                            {
                                By = by is null ? [] : [by],
                                To = to is null ? [] : [to],
                                About = about is null ? [] : [about],
                                Since = since,
                                Until = until,
                                Limit = Math.Clamp(limit ?? StatementQuery.Page, 1, 500),
                            }
                        )
                        .Entries
            ),
            "Who said what to whom, the newest first."
        );
    }

    private static void Read(RouteHandlerBuilder endpoint, string summary) =>
        ApiScreen.For(endpoint, Scope.Read).WithSummary(summary).WithTags("Record");
}
