using System.Globalization;
using Chancery.Editor.Access;
using Chancery.Editor.Inbox;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Emendations;
using Chancery.Record.Issues;
using Chancery.Record.Marks;
using Chancery.Terms;

namespace Chancery.Editor.ArticleView;

/// <summary>
/// An article with what was found in it. <c>/article/{id}?at=120-45#passage</c> opens it with a passage marked: where a
/// citation leads.
/// </summary>
internal sealed class ArticleScreen : IScreen
{
    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("/article/{id}", Show);
        addresses.MapGet("/article/{id}/changes/{older}", Changes);
        addresses.MapGet("/capture/{digest}", Source);
        addresses.MapPost("/article/{id}/corrections", Correcting.Keep).For(Role.Editor);
        addresses.MapPost("/article/{id}/corrections/withdraw", Correcting.Withdraw).For(Role.Editor);
        addresses.MapPost("/article/{id}/corrections/again", Correcting.Again).For(Role.Editor);
    }

    private static IResult Show(
        HttpContext context,
        Places places,
        Boards boards,
        Store store,
        Pipeline pipeline,
        TimeProvider clock,
        string id,
        string? at
    )
    {
        if (ArticleShelf.Find(store, new ArticleId(id)) is not { } article)
        {
            return Page.Missing();
        }
        MarkShelf.Set(store, context.Account().Id, MarkShelf.Read, [article.Key], clock.GetUtcNow());
        var place = places.Current;
        return Page.Of<ArticlePage>(
            new
            {
                Article = article,
                Coding = pipeline.Coding(article),
                Place = place,
                Board = boards.Of(place),
                Versions = ArticleShelf.Versions(store, article.Key),
                Corrections = EmendationShelf.Of(store, article.Key),
                Cited = Cited(at, article.Text),
                MayTake = context.May(Role.Editor)
                    && IssueShelf.Find(store, place.Watch.Id, place.Week) is { Approved: null },
            }
        );
    }

    private static IResult Changes(Store store, Places places, string id, string older) =>
        ArticleShelf.Find(store, new ArticleId(id)) is { } newer
        && ArticleShelf.Find(store, new ArticleId(older)) is { } before
        && newer.Key == before.Key
            ? Page.Of<ChangesPage>(
                new
                {
                    Newer = newer,
                    Older = before,
                    Place = places.Current,
                }
            )
            : Page.Missing();

    /// <summary>A capture as the bytes that came, and never as a page: a browser shows its text and runs nothing of it.</summary>
    private static IResult Source(HttpContext context, Store store, string digest)
    {
        if (
            digest.Length != 64
            || !digest.All(char.IsAsciiHexDigitLower)
            || CaptureArchive.Find(store, new Digest(digest)) is not { } capture
        )
        {
            return Page.Missing();
        }
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var isText =
            capture.MediaType.StartsWith("text/", StringComparison.Ordinal)
            || capture.MediaType.Contains("xml", StringComparison.Ordinal)
            || capture.MediaType.Contains("json", StringComparison.Ordinal);
        if (!isText)
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{digest[..16]}.bin\"";
        }
        return Results.Bytes(
            capture.Body,
            isText ? $"text/plain; charset={Charset(capture.MediaType)}" : "application/octet-stream"
        );
    }

    /// <summary>The charset that was declared, where it is a plain name; UTF-8 otherwise.</summary>
    private static string Charset(string mediaType) =>
        mediaType.Split("charset=", 2) is [_, var said]
        && said.Trim('"', ' ', '\'') is { Length: > 0 and < 30 } name
        && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? name
            : "utf-8";

    private static Passage? Cited(string? at, string text) =>
        at?.Split('-') is [var start, var length]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && new Passage(from, count) is var passage
        && count > 0
        && passage.FitsIn(text)
            ? passage
            : null;
}
