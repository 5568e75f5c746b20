using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// An office that a line gives to a person is one that the watch says they held on the day of the article, or one that
/// the article gives them beside the passage.
/// </summary>
internal static class OfficeRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        foreach (var mention in OfficeMentions.In(ground.Tokens))
        {
            if (mention.Office.Length == 0 || mention.Surname.Length == 0)
                continue;
            var named = ground
                .Known.Of(Names.Words(mention.Name))
                .FirstOrDefault(n => n.Actor.Kind == ActorKind.Person);
            var actor = named?.Actor;
            var days = ground.Sources.SelectMany(s => s.Days).ToList();
            var titled =
                actor?.Offices.Where(o => Fits(mention, Names.Words(o.Title), ground.Known)).ToList() ?? [];
            if (
                titled.Exists(o =>
                    days.Count == 0 || days.Exists(o.HeldOn) || mention.Past && days.Exists(d => o.From < d)
                )
            )
                continue;
            if (Over(mention, actor, days, ground.Known))
                continue;
            // The watch knows the office and its days: an article that still gives it is of another day or is wrong.
            if (titled.Count > 0)
                yield return new Reason(
                    "office-not-held",
                    $"{mention.Name} was not {mention.Text} on {days[0]:yyyy-MM-dd}: the watch has {string.Join("; ", titled.Select(o => $"{o.Title} {o.From:yyyy-MM-dd} to {o.To:yyyy-MM-dd}"))}."
                );
            else if (!ground.Sources.Any(s => GivenBy(s, mention)))
                yield return new Reason(
                    "office-not-carried",
                    $"No cited words make {mention.Name} “{mention.Text}”{Known(actor, days)}."
                );
        }
    }

    // "President" of "Ostmark President"; "former" and "acting" must be there where they are said. The country, where told, is the title's.
    private static bool Fits(OfficeMention mention, string[] title, WatchNames known)
    {
        var of = mention.Of.SelectMany(Names.Words).ToList();
        var words = title.Select(Same).ToHashSet();
        return mention.Office.All(w => words.Contains(Same(w)))
            && title.Where(w => WordLists.Qualifiers.Contains(w)).All(w => mention.Office.Contains(w))
            && Kernel(mention.Office).SequenceEqual(Kernel(title))
            && of.TrueForAll(w =>
                words.Contains(w)
                || title.Any(t => Names.Demonym(t, w) || Country(t, w))
                || !Placed(title, known)
            );
    }

    // "former President": the watch has the office, and its last day is past.
    private static bool Over(OfficeMention mention, WatchActor? actor, List<DateOnly> days, WatchNames known)
    {
        var plain = mention with { Office = [.. mention.Office.Where(w => !WordLists.Past.Contains(w))] };
        return plain.Office.Length < mention.Office.Length
            && actor?.Offices.Any(o =>
                o.To is { } last && days.Exists(d => last < d) && Fits(plain, Names.Words(o.Title), known)
            ) == true;
    }

    // What remains of a title without its place: "foreign minister". "Minister" alone fits any minister.
    private static List<string> Kernel(IEnumerable<string> words)
    {
        var kernel = words.Where(w => WordLists.OfficeWords.ContainsKey(w)).Select(Same).ToList();
        return kernel.Count == 0 ? kernel : [kernel[^1]];
    }

    private static bool Placed(string[] title, WatchNames known) =>
        title.Any(t =>
            WordLists.Countries.Of(t) is not null || known.Places.Any(place => Names.Demonym(place, t))
        );

    private static bool Country(string a, string b) =>
        WordLists.Countries.Of(a) is { } country && country == WordLists.Countries.Of(b);

    private static string Same(string word) => WordLists.OfficeGroups.GetValueOrDefault(word, word);

    /// <summary>The article gives the person this office, in the passage's sentences or in any other that names both together.</summary>
    private static bool GivenBy(Source source, OfficeMention mention)
    {
        var given = OfficeMentions.In(source.ArticleTokens).ToList();
        var theirs = given.Where(g => Names.Words(g.Name).Contains(mention.Surname)).ToList();
        if (theirs.Exists(g => mention.Office.All(w => g.Office.Select(Same).Contains(Same(w)))))
            return true;
        if (Coded(source, mention))
            return true;
        // The article gives them the office under other qualifiers ("former judge"): the line's are its own.
        if (theirs.Exists(g => g.Office.Length > 0 && Same(g.Office[^1]) == Same(mention.Office[^1])))
            return false;
        // "Novák, who became foreign minister in May": both stand in one sentence, and the office is given to nobody else there.
        return source.ArticleSentences.Any(sentence =>
        {
            var tokens = Tokens.Of(source.Text(sentence));
            return (sentence.Overlaps(source.Around) || theirs.Count == 0)
                && tokens.Exists(t => t.Capital && t.Folded == mention.Surname)
                && mention.Office.All(w => tokens.Exists(t => Same(t.Folded) == Same(w)))
                && !OfficeMentions
                    .In(tokens)
                    .Any(m =>
                        m.Office.Select(Same).Contains(Same(mention.Office[^1]))
                        && !Names.Words(m.Name).Contains(mention.Surname)
                    );
        });
    }

    private static bool Coded(Source source, OfficeMention mention) =>
        source.Coding?.Entities.Any(e =>
            e.Office is { } office
            && Names.Words(e.Name).Contains(mention.Surname)
            && mention.Office.All(w => Names.Words(source.Text(office)).Select(Same).Contains(Same(w)))
        ) == true;

    private static string Known(WatchActor? actor, List<DateOnly> days)
    {
        var held = actor?.Offices.Where(o => days.Exists(o.HeldOn)).Select(o => o.Title).ToList() ?? [];
        return held.Count == 0 ? "" : $"; the watch has {string.Join(", ", held)}";
    }
}
