using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>One spelling a name in one issue: the house's, where the watch has one, else the first that the issue uses.</summary>
internal static class SpellingRule
{
    /// <summary>Forms that the house spells otherwise, outside quotations.</summary>
    public static IEnumerable<Reason> Check(string text, WatchNames known)
    {
        var tokens = Bare(text);
        foreach (var (from, to, fromWords, toWords) in known.Spelling)
            if (
                Names.IndexOf(fromWords, tokens) >= 0
                && !Names.PartOf(fromWords, toWords)
                && !InOutlet(from, tokens, known.Watch!)
            )
                yield return new Reason("house-spelling", $"The house prints “{to}”, not “{from}”.");
    }

    /// <summary>Two spellings of one name over the lines of an issue: they differ in accents, or in one doubled or changed letter of an actor's name.</summary>
    /// <returns>The line's number from 0, and why.</returns>
    public static IEnumerable<(int Line, Reason Why)> Check(IReadOnlyList<Line> lines, Watch? watch)
    {
        var first = new Dictionary<string, string>();
        for (var number = 0; number < lines.Count; number++)
        {
            var tokens = Bare(lines[number].Text);
            for (var at = 0; at < tokens.Count; at++)
            {
                var token = tokens[at];
                if (
                    !token.Capital
                    || token.Text.Length < 4
                    || NameRuns.Head(tokens, at) && WordLists.Common.Contains(token.Folded)
                )
                    continue;
                if (token.Text.Skip(1).All(char.IsUpper))
                    continue;
                if (first.TryAdd(token.Folded, token.Text))
                    continue;
                if (
                    first[token.Folded] is var before
                    && before != token.Text
                    && !before.Skip(1).All(char.IsUpper)
                    && before.Equals(token.Text, StringComparison.OrdinalIgnoreCase) is false
                )
                    yield return (
                        number,
                        new Reason(
                            "two-spellings",
                            $"“{token.Text}” is spelled “{before}” earlier in this issue."
                        )
                    );
            }
        }
        foreach (var (actor, name) in People(watch))
        {
            var variants = first
                .Keys.Where(folded =>
                    folded != name
                    && Variant(folded, name)
                    && !first.ContainsKey(name) is false
                    && !Known(folded, watch)
                )
                .ToList();
            foreach (var variant in variants)
                yield return (
                    Line(lines, first[variant]),
                    new Reason(
                        "two-spellings",
                        $"“{first[variant]}” looks like “{first[name]}” ({actor.Name}) spelled otherwise."
                    )
                );
        }
    }

    private static IEnumerable<(WatchActor, string)> People(Watch? watch) =>
        watch
            ?.Actors.Where(a => a.Kind == ActorKind.Person)
            .Select(a => (a, Names.Words(a.Name)[^1]))
            .Where(p => p.Item2.Length >= 6)
        ?? [];

    private static bool Known(string folded, Watch? watch) =>
        watch!.Actors.Any(a => Names.Words(a.Name).Contains(folded));

    private static int Line(IReadOnlyList<Line> lines, string word) =>
        Math.Max(0, lines.ToList().FindIndex(l => l.Text.Contains(word, StringComparison.Ordinal)));

    // "Zelenskyy" and "Zelensky": one letter doubled, dropped or changed; a plural or a people is another word.
    private static bool Variant(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || Names.Demonym(a, b) && a[^1] is 's' or 'n')
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return Math.Max(a.Length, b.Length) - start - end == 1 && start > 1;
    }

    private static bool InOutlet(string from, List<Token> tokens, Watch watch) =>
        watch.Outlets.Any(o =>
            Names.PartOf(Names.Words(from), Names.Words(o.Name)) && Names.Stands(o.Name, tokens)
        );

    private static List<Token> Bare(string text)
    {
        var bare = text.ToCharArray();
        foreach (var quotation in QuotationMarks.Of(text, out _))
            bare.AsSpan(quotation.Start, quotation.End - quotation.Start).Fill(' ');
        return Tokens.Of(bare);
    }
}
