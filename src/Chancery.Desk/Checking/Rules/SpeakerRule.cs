using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Whom a line gives words to is who says them in the cited passage. A quotation is held to the speaker of its own
/// place; other words to the speaker in the passage who says most of them.
/// </summary>
internal static class SpeakerRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var all = Attributions.In(ground.Tokens);
        var told = new HashSet<string>();
        foreach (var attribution in all)
        {
            if (Speaker(attribution, ground) is not { } speaker)
                continue;
            var quoted = ground.Quotations.Where(q => Nearest(q, all, ground.Tokens) == attribution).ToList();
            // An outlet reports what stands in its article; it tells nobody and is not quoted where somebody else speaks.
            if (
                Outlet(speaker, ground)
                // It denies and promises nothing.
                && attribution.Class is "report" or "source" or "say" or "fact" or "claim"
                && (quoted.Count == 0 || attribution.Class is "report" or "source")
            )
                continue;
            var voices = quoted.Count > 0 ? Quoted(quoted, ground) : Telling(attribution, all, ground);
            foreach (var candidates in voices)
                if (
                    !candidates.Exists(v =>
                        Same(speaker, attribution, v, ground.Known, quoted.Exists(FirstPerson))
                    ) && told.Add(speaker)
                )
                    yield return candidates.Count > 0
                        ? new Reason(
                            "speaker-changed",
                            $"The line gives these words to {speaker}; in the cited words {candidates[0].Shown} says them."
                        )
                        : new Reason(
                            "speaker-not-found",
                            $"The line gives these words to {speaker}; no cited words show {speaker} saying anything."
                        );
        }
    }

    /// <summary>The speaker of the line's last attribution, for "he said" in the line after it.</summary>
    public static string? Last(Ground ground) =>
        Attributions
            .In(ground.Tokens)
            .Where(a => !a.Pronoun && !a.Described)
            .Select(a => a.Speaker)
            .LastOrDefault(s => !Outlet(s, ground))
        ?? ground.LastSpeaker;

    private static string? Speaker(Attribution attribution, Ground ground) =>
        !attribution.Pronoun ? attribution.Speaker
        // "Novák said that he was told": the pronoun is somebody of the same line.
        : Attributions.In(ground.Tokens).Exists(a => !a.Pronoun && a.From < attribution.From) ? null
        : ground.LastSpeaker;

    // "The Courier reported": the outlet speaks by its article.
    private static bool Outlet(string speaker, Ground ground)
    {
        var tokens = Tokens.Of(speaker);
        return ground.Sources.Any(s =>
            s.Outlet is { } outlet && OutletNames.NamedIn(outlet, tokens)
            || Carried.Outlets(s).Any(name => Names.Stands(name, tokens))
        );
    }

    // "I", "my": one person speaks, and no country does for them.
    private static bool FirstPerson(Quotation quotation) =>
        Tokens.Of(quotation.Words).Exists(t => WordLists.FirstPerson.Contains(t.Folded));

    private static Attribution? Nearest(Quotation quotation, List<Attribution> all, List<Token> tokens) =>
        all.MinBy(a =>
            tokens[a.From].Start >= quotation.End
                ? tokens[a.From].Start - quotation.End
                : Math.Max(0, quotation.Start - tokens[a.To - 1].End)
        );

    /// <summary>For each quotation, those who may have said it.</summary>
    private static IEnumerable<List<Voice>> Quoted(List<Quotation> quoted, Ground ground)
    {
        foreach (var quotation in quoted)
        {
            var places = ground
                .Sources.Select(s => (Source: s, Place: QuotationRule.Find(quotation.Words, s.Words)))
                .Where(p => p.Place is not null)
                .Select(p =>
                    (
                        p.Source,
                        Place: new Passage(
                            p.Source.Citation.Passage.Start + p.Place!.Value.Start,
                            p.Place.Value.Length
                        )
                    )
                )
                .ToList();
            if (places.Count > 0)
                yield return
                [
                    .. places.SelectMany(p => Voices.OfQuotation(p.Source, p.Place)),
                    .. Present(ground, places.Select(p => p.Source).Where(s => Voices.Of(s).Count == 0)),
                ];
        }
    }

    // Where nobody is seen to speak, one who is named in the passage may.
    private static IEnumerable<Voice> Present(Ground ground, IEnumerable<Source> sources) =>
        from source in sources
        select new Voice(
            [.. NameRuns.Of(source.AroundTokens, _ => false).Select(r => r.Text(0, r.Tokens.Length))],
            null,
            [],
            ground.Sources[0].Outlet?.Name ?? "the outlet"
        );

    /// <summary>"by Ostmark's count", "Ostmark's figures": a source that does not speak.</summary>
    private static IEnumerable<Voice> Owners(Ground ground, IEnumerable<Source> sources) =>
        from source in sources
        let tokens = source.AroundTokens
        select new Voice(
            [
                .. NameRuns
                    .Of(tokens, _ => false)
                    .Where(run =>
                        run.At + run.Tokens.Length < tokens.Count
                        && WordLists.Hearers.Of(tokens[run.At + run.Tokens.Length].Folded) == "count"
                    )
                    .Select(run => run.Text(0, run.Tokens.Length)),
            ],
            null,
            [],
            ground.Sources[0].Outlet?.Name ?? "the outlet"
        );

    /// <summary>Those who say most of what the line's clause says.</summary>
    private static IEnumerable<List<Voice>> Telling(
        Attribution attribution,
        List<Attribution> all,
        Ground ground
    )
    {
        // A passage in which nobody is seen to speak leaves it to those whom it names; "according to" wants one whose
        // count or account it is.
        var silent = ground.Sources.Where(s => Voices.Own(s).Count == 0).ToList();
        var named = (
            attribution.Class == "source" ? Owners(ground, silent) : Present(ground, silent)
        ).ToList();
        var voices = ground
            .Sources.SelectMany(s => attribution.Class == "source" ? Voices.Own(s) : Voices.Of(s))
            .ToList();
        if (voices.Count == 0)
        {
            yield return named;
            yield break;
        }
        var at = all.IndexOf(attribution);
        var from = at > 0 ? all[at - 1].To : 0;
        var to = at + 1 < all.Count ? all[at + 1].From : ground.Tokens.Count;
        // "A, X said, and B, Y said": what follows the cue belongs to the next speaker where that one's cue ends the clause.
        var after = Governed.Stems(ground.Tokens.Skip(attribution.To).Take(to - attribution.To)).ToHashSet();
        var clause =
            after.Count >= 2 && attribution.Class != "source"
                ? after
                : Governed
                    .Stems(ground.Tokens.Skip(from).Take(attribution.From - from))
                    .Concat(after)
                    .ToHashSet();
        var shared = voices.Select(v => (Voice: v, Words: v.Said.Count(clause.Contains))).ToList();
        var most = shared.Max(s => s.Words);
        yield return
        [
            .. shared
                .Where(s => most < 2 || s.Words >= 0.75 * most)
                .OrderByDescending(s => s.Words)
                .Select(s => s.Voice),
            .. named,
        ];
    }

    private static bool Same(
        string speaker,
        Attribution attribution,
        Voice voice,
        WatchNames known,
        bool quoted
    )
    {
        if (attribution.Described)
        {
            var noun = WordLists.People.Of(Fold.Word(speaker));
            // "the ministry said" of a ministry's spokesperson; else the same noun.
            return noun == voice.Described || voice.Described is null && voice.Names.Count == 0;
        }
        return voice.Names.Any(name =>
                known.Same(speaker, name)
                || !quoted && known.SpeaksFor(speaker, name)
                // "Vell" is no Vellian: a person's name is no adjective of a place.
                || !known.IsPerson(speaker)
                    && Names.Words(speaker) is [.., var last]
                    && Names.Words(name).Any(w => Names.Demonym(last, w) && w != last)
            )
            || WordLists.Countries.Of(Fold.Word(speaker)) is { } country
                && voice.Names.Any(n => WordLists.Countries.In(Tokens.Of(n)).Exists(c => c.Means == country));
    }
}
