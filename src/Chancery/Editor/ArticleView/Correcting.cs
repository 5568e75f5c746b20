using System.Globalization;
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
    /// <param name="kind">"speaker", "no-statement", "office", "date" or "event".</param>
    /// <param name="at">The passage that was misread, as "start-length".</param>
    /// <param name="words">The words that name the speaker or give the office, exactly as they stand in the article; empty: none do.</param>
    /// <param name="value">The day, or the event's type.</param>
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
        [FromForm] string? negated
    )
    {
        if (ArticleShelf.Find(store, new ArticleId(id)) is not { } article)
        {
            return Page.Missing();
        }
        var back = $"/article/{id}";
        if (Passage(at, article.Text) is not { } passage)
        {
            return Results.BadRequest();
        }
        var anchor = Anchor.Of(article.Text, passage);
        var (emendation, said, why) = Read(
            article,
            pipeline.Coding(article),
            anchor,
            kind,
            words?.Trim() ?? "",
            value?.Trim() ?? "",
            modality,
            negated is not null
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
        audit.Note(context, $"corrected, {said}", back);
        return new Notice(
            $"Kept: {said}. It stands above every new reading of the article.",
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
        return new Notice("Taken back: the article reads as the machine found it there.").Then(
            context,
            $"/article/{id}"
        );
    }

    private static (Emendation? Emendation, string Said, string? Why) Read(
        Article article,
        Coding coding,
        Anchor at,
        string? kind,
        string words,
        string value,
        string? modality,
        bool negated
    )
    {
        switch (kind)
        {
            case "speaker":
                var name = words.Length == 0 ? null : Named(article, coding, at.Passage, words);
                return words.Length > 0 && name is null
                    ? (
                        null,
                        "",
                        $"“{words}” does not stand in this article: give the words by which it names the speaker."
                    )
                    : (
                        new Emendation.Speaker(at, name),
                        name is null ? "the article leaves open who says it" : $"the speaker is {words}",
                        null
                    );
            case "no-statement":
                return (new Emendation.NoStatement(at), "this is nobody’s statement", null);
            case "office":
                var office = words.Length == 0 ? null : Nearest(article.Text, at.Passage, words);
                return words.Length > 0 && office is null
                    ? (
                        null,
                        "",
                        $"“{words}” does not stand in this article: give the office in its own words."
                    )
                    : (
                        new Emendation.Office(at, office),
                        office is null ? $"the article gives {at.Words} no office" : $"{at.Words} is {words}",
                        null
                    );
            case "date":
                return
                    value.Length > 0
                    && !DateOnly.TryParseExact(
                        value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out _
                    )
                    ? (null, "", $"“{value}” is no day; write it like 2026-03-09.")
                    : (
                        new Emendation.Date(at, value.Length > 0 ? value : null),
                        value.Length > 0 ? $"“{at.Words}” is {value}" : $"“{at.Words}” is no date",
                        null
                    );
            case "event":
                if (value == "none")
                {
                    return (
                        new Emendation.Happening(at, null, Modality.Happened, false),
                        $"“{at.Words}” is no event",
                        null
                    );
                }
                return
                    Enum.TryParse<EventType>(value, out var type)
                    && Enum.IsDefined(type)
                    && Enum.TryParse<Modality>(modality, out var mode)
                    && Enum.IsDefined(mode)
                    ? (
                        new Emendation.Happening(at, type, mode, negated),
                        $"“{at.Words}” is {type.ToString().ToUpperInvariant()}",
                        null
                    )
                    : (null, "", "That is no type of event.");
            default:
                return (null, "", "That is nothing that can be corrected.");
        }
    }

    /// <summary>The words that name the speaker: as given, near the statement; else the mention of the one so called that is nearest to it.</summary>
    private static Anchor? Named(Article article, Coding coding, Passage at, string words)
    {
        var mention = coding
            .Entities.Where(entity => entity.Name.Equals(words, StringComparison.OrdinalIgnoreCase))
            .SelectMany(entity => entity.Mentions)
            .Where(mention => !mention.Pronoun)
            .OrderBy(mention => Math.Abs(mention.Passage.Start - at.Start))
            .Select(mention => (Passage?)mention.Passage)
            .FirstOrDefault();
        return mention is { } found ? Anchor.Of(article.Text, found) : Nearest(article.Text, at, words);
    }

    /// <summary>The words where they stand nearest to a passage.</summary>
    private static Anchor? Nearest(string text, Passage at, string words)
    {
        Passage? best = null;
        for (
            var found = text.IndexOf(words, StringComparison.Ordinal);
            found >= 0;
            found = text.IndexOf(words, found + 1, StringComparison.Ordinal)
        )
        {
            if (best is null || Math.Abs(found - at.Start) < Math.Abs(best.Value.Start - at.Start))
            {
                best = new Passage(found, words.Length);
            }
        }
        return best is { } passage ? Anchor.Of(text, passage) : null;
    }

    private static Passage? Passage(string? at, string text) =>
        at?.Split('-') is [var start, var length]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count > 0
        && new Passage(from, count).FitsIn(text)
            ? new Passage(from, count)
            : null;
}
