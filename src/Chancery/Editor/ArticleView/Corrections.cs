using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor.ArticleView;

/// <summary>What somebody wants corrected in what was found in an article.</summary>
/// <param name="Kind">"speaker", "no-statement", "office", "date", "event", "name", "missed-statement" or "missed-event".</param>
/// <param name="At">The passage that was misread, as "start-length"; for what was missed, where it was marked, if it was.</param>
/// <param name="Words">The words that name the speaker, give the office or the name, exactly as they stand in the article; empty: none do.</param>
/// <param name="Value">The day ("2026-03-09"), the event's type, or the kind of name.</param>
/// <param name="Modality">Of an event: "happened", "future" or "conditional".</param>
/// <param name="Negated">Of an event: the text says that it is not so.</param>
/// <param name="Said">What was missed: the words of the article that say it.</param>
/// <param name="Actor">The words that name who acts, in an event that was missed.</param>
/// <param name="Recipient">The words that name towards whom.</param>
public sealed record CorrectionWish(
    string Kind,
    string? At = null,
    string? Words = null,
    string? Value = null,
    string? Modality = null,
    bool Negated = false,
    string? Said = null,
    string? Actor = null,
    string? Recipient = null
);

/// <summary>What somebody wants corrected, held against the article: words that it does not have are refused with a sentence.</summary>
internal static class Corrections
{
    public static (Emendation? Emendation, string Said, string? Why) Read(
        Article article,
        Coding coding,
        CorrectionWish wish
    )
    {
        var (words, value) = (wish.Words?.Trim() ?? "", wish.Value?.Trim() ?? "");
        if (wish.Kind is "missed-statement" or "missed-event")
        {
            return Missed(article, coding, wish, words, value);
        }
        if (Passage(wish.At, article.Text) is not { } passage)
        {
            return No("Say where in the article it stands, as “start-length”.");
        }
        var at = Anchor.Of(article.Text, passage);
        switch (wish.Kind)
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
                    Enum.TryParse<EventType>(value, ignoreCase: true, out var type)
                    && Enum.IsDefined(type)
                    && Enum.TryParse<Modality>(wish.Modality, ignoreCase: true, out var mode)
                    && Enum.IsDefined(mode)
                    ? (
                        new Emendation.Happening(at, type, mode, wish.Negated),
                        $"“{at.Words}” is {type.ToString().ToUpperInvariant()}",
                        null
                    )
                    : (null, "", "That is no type of event.");
            case "name":
                var called = words.Length == 0 ? null : Nearest(article.Text, at.Passage, words);
                return !Enum.TryParse<EntityKind>(value, ignoreCase: true, out var sort)
                    || !Enum.IsDefined(sort)
                        ? No("That is no kind of name.")
                    : words.Length > 0 && called is null
                        ? No($"“{words}” does not stand in this article: give the name in its own words.")
                    : (new Emendation.Naming(at, sort, called), $"{(called ?? at).Words} is {A(sort)}", null);
            default:
                return No("That is nothing that can be corrected.");
        }
    }

    private static (Emendation? Emendation, string Said, string? Why) Missed(
        Article article,
        Coding coding,
        CorrectionWish wish,
        string words,
        string value
    )
    {
        if (string.IsNullOrWhiteSpace(wish.Said))
        {
            return No("Mark or paste the words of the article that say it.");
        }
        var (at, why) = Sought.One(article.Text, wish.Said, Passage(wish.At, article.Text));
        if (at is null)
        {
            return No(why!);
        }
        var (actor, whose) = (wish.Actor?.Trim() ?? "", wish.Recipient?.Trim() ?? "");
        foreach (var name in (string[])[words, actor, whose])
        {
            if (name.Length > 0 && Named(article, coding, at.Passage, name) is null)
            {
                return No($"“{name}” does not stand in this article: give the words by which it names them.");
            }
        }
        if (wish.Kind == "missed-statement")
        {
            var by = words.Length == 0 ? null : Named(article, coding, at.Passage, words);
            return (
                new Emendation.MissedStatement(at, by),
                by is null
                    ? $"a statement that the article leaves open who makes"
                    : $"a statement by {words}",
                null
            );
        }
        return
            Enum.TryParse<EventType>(value, ignoreCase: true, out var type)
            && Enum.IsDefined(type)
            && Enum.TryParse<Modality>(wish.Modality ?? "happened", ignoreCase: true, out var modality)
            && Enum.IsDefined(modality)
            ? (
                new Emendation.MissedEvent(
                    at,
                    type,
                    modality,
                    wish.Negated,
                    actor.Length == 0 ? null : Named(article, coding, at.Passage, actor),
                    whose.Length == 0 ? null : Named(article, coding, at.Passage, whose)
                ),
                $"an event, {type.ToString().ToUpperInvariant()}",
                null
            )
            : No("That is no type of event.");
    }

    private static (Emendation?, string, string?) No(string why) => (null, "", why);

    public static string A(EntityKind kind) =>
        kind switch
        {
            EntityKind.Person => "a person",
            EntityKind.Place => "a place",
            EntityKind.Organisation => "an organisation",
            _ => "a people",
        };

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
