using Chancery.Terms;

namespace Chancery.Watches;

/// <summary>What only the whole watch shows: a name used twice, a party nobody named, a feed nobody looked at.</summary>
internal static class Consistency
{
    public static void Check(Watch watch, WatchLines lines, List<Mistake> mistakes)
    {
        Twice(
            watch.Actors.Select((actor, i) => (actor.Name, lines.Actors[i])),
            name => $"the actor “{name}” stands twice",
            mistakes
        );
        Twice(
            watch.Outlets.SelectMany(
                (outlet, i) => outlet.Domains.Select(domain => (domain, lines.Outlets[i]))
            ),
            domain => $"the domain “{domain}” belongs to two outlets",
            mistakes
        );
        Aliases(watch, lines, mistakes);
        Feeds(watch, lines, mistakes);
        Briefings(watch, lines, mistakes);
        Tracks(watch, lines, mistakes);
        if (watch.Actors.Count == 0)
        {
            mistakes.Add(new Mistake(1, "the watch names no actors: nothing would be relevant to it"));
        }
    }

    private static void Twice(
        IEnumerable<(string Name, int Line)> names,
        Func<string, string> sentence,
        List<Mistake> mistakes
    )
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, line) in names.Where(pair => pair.Name.Length > 0))
        {
            if (!seen.TryAdd(name, line))
            {
                mistakes.Add(new Mistake(line, $"{sentence(name)} (first on line {seen[name]})"));
            }
        }
    }

    private static void Aliases(Watch watch, WatchLines lines, List<Mistake> mistakes)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < watch.Actors.Count; i++)
        {
            foreach (var alias in watch.Actors[i].Aliases.Prepend(watch.Actors[i].Name).Distinct())
            {
                if (!owners.TryAdd(alias, watch.Actors[i].Name))
                {
                    mistakes.Add(
                        new Mistake(
                            lines.Actors[i],
                            $"“{alias}” is a name of both {owners[alias]} and {watch.Actors[i].Name}"
                        )
                    );
                }
            }
        }
    }

    private static void Feeds(Watch watch, WatchLines lines, List<Mistake> mistakes)
    {
        var feeds = watch.Outlets.SelectMany(outlet => outlet.Feeds).Zip(lines.Feeds).ToList();
        foreach (var (feed, line) in feeds)
        {
            if (!IsAddress(feed.Address))
            {
                mistakes.Add(new Mistake(line, $"“{feed.Address}” is no http or https address"));
            }
        }
        Twice(
            feeds.Select(pair => (pair.First.Address, pair.Second)),
            feed => $"the feed {feed} stands twice",
            mistakes
        );
        foreach (var (feed, line) in feeds.Where(pair => pair.First.Verified is null))
        {
            mistakes.Add(new Mistake(line, $"not yet verified: {feed.Address}", Grave: false));
        }
    }

    private static void Briefings(Watch watch, WatchLines lines, List<Mistake> mistakes)
    {
        for (var i = 0; i < watch.Briefings.Count; i++)
        {
            var briefing = watch.Briefings[i];
            if (
                !watch.Outlets.Any(outlet =>
                    outlet.Domains.Contains(briefing.Outlet, StringComparer.OrdinalIgnoreCase)
                )
            )
            {
                mistakes.Add(
                    new Mistake(
                        lines.Briefings[i],
                        $"“{briefing.Outlet}” is no domain of an outlet of this watch"
                    )
                );
            }
            if (briefing.Of is { } of && !watch.Actors.Any(actor => actor.Name == of))
            {
                mistakes.Add(new Mistake(lines.Briefings[i], $"“{of}” is no actor of this watch"));
            }
            if (briefing.Feed.Length > 0 && !IsAddress(briefing.Feed))
            {
                mistakes.Add(
                    new Mistake(lines.Briefings[i], $"“{briefing.Feed}” is no http or https address")
                );
            }
        }
    }

    private static void Tracks(Watch watch, WatchLines lines, List<Mistake> mistakes)
    {
        for (var i = 0; i < watch.Tracks.Count; i++)
        {
            var track = watch.Tracks[i];
            if (track.Parties.Count < 2)
            {
                mistakes.Add(
                    new Mistake(lines.Tracks[i], $"the track “{track.Name}” needs two parties or more")
                );
            }
            foreach (var name in track.Parties.Append(track.Mediator).OfType<string>())
            {
                if (!watch.Actors.Any(actor => actor.Name == name))
                {
                    mistakes.Add(
                        new Mistake(
                            lines.Tracks[i],
                            $"“{name}” of the track “{track.Name}” is no actor of this watch"
                        )
                    );
                }
            }
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
