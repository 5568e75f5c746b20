using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Emendations;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.ArticleView;

/// <summary>Corrections of what was found in an article, as forms bring them.</summary>
internal static class Correcting
{
    /// <param name="id">The version of the article that was open.</param>
    /// <remarks>The others are those of <see cref="CorrectionWish"/>.</remarks>
    public static IResult Keep(
        HttpContext context,
        Store store,
        Pipeline pipeline,
        Audit audit,
        TimeProvider clock,
        string id,
        [FromForm] string? kind,
        [FromForm] string? at,
        [FromForm] string? words,
        [FromForm] string? value,
        [FromForm] string? modality,
        [FromForm] string? negated,
        [FromForm] string? said,
        [FromForm] string? actor,
        [FromForm] string? recipient
    )
    {
        if (ArticleShelf.Find(store, new ArticleId(id)) is not { } article)
        {
            return Page.Missing();
        }
        var back = $"/article/{id}";
        var (emendation, what, why) = Corrections.Read(
            article,
            pipeline.Coding(article),
            new CorrectionWish(
                kind ?? "",
                at,
                words,
                value,
                modality,
                negated is not null,
                said,
                actor,
                recipient
            )
        );
        if (emendation is null)
        {
            return new Notice(why!, Failed: true).Then(context, back);
        }
        var number = EmendationShelf.Keep(
            store,
            article,
            emendation,
            context.Account().Person,
            clock.GetUtcNow()
        );
        audit.Note(context, $"corrected, {what}", back);
        return new Notice(
            $"Kept: {what}. It stands above every new reading of the article.",
            $"{back}/corrections/withdraw",
            new Dictionary<string, string> { ["number"] = $"{number}" }
        ).Then(context, back);
    }

    public static IResult Withdraw(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        string id,
        [FromForm] long number
    )
    {
        if (!EmendationShelf.Withdraw(store, number, context.Account().Person, clock.GetUtcNow()))
        {
            return new Notice("That correction was taken back already.", Failed: true).Then(
                context,
                $"/article/{id}"
            );
        }
        audit.Note(context, "took a correction back", $"/article/{id}");
        return new Notice(
            "Taken back: the article reads as the machine found it there.",
            $"/article/{id}/corrections/again",
            new Dictionary<string, string> { ["number"] = $"{number}" }
        ).Then(context, $"/article/{id}");
    }

    /// <summary>Makes a correction that was taken back once more.</summary>
    public static IResult Again(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        string id,
        [FromForm] long number
    )
    {
        if (
            ArticleShelf.Find(store, new ArticleId(id)) is not { } article
            || EmendationShelf.Of(store, article.Key).FirstOrDefault(kept => kept.Id == number)
                is not { WithdrawnBy: not null } kept
        )
        {
            return Page.Missing();
        }
        EmendationShelf.Keep(store, article, kept.Emendation, context.Account().Person, clock.GetUtcNow());
        audit.Note(context, "corrected again", $"/article/{id}");
        return new Notice("The correction stands again.").Then(context, $"/article/{id}");
    }
}
