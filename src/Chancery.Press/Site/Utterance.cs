using Chancery.Terms;

namespace Chancery.Press;

/// <summary>Words said once, with every article that carries them.</summary>
/// <param name="Entry">The fullest telling.</param>
/// <param name="Carriers">All that carry the words, one of each outlet, newest first.</param>
internal sealed record Utterance(LedgerEntry Entry, IReadOnlyList<LedgerEntry> Carriers)
{
    /// <summary>From so many letters on, words that stand within longer ones are the same saying cut short.</summary>
    private const int Enough = 40;

    /// <param name="entries">Newest first.</param>
    /// <returns>In the order of the newest telling.</returns>
    public static IReadOnlyList<Utterance> Of(IEnumerable<LedgerEntry> entries)
    {
        var told = new List<(string Letters, List<LedgerEntry> Entries)>();
        foreach (var entry in entries)
        {
            var letters = Letters(entry.Said);
            var same = told.FindIndex(other => Same(other.Letters, letters));
            if (same < 0)
            {
                told.Add((letters, [entry]));
                continue;
            }
            told[same].Entries.Add(entry);
            if (letters.Length > told[same].Letters.Length)
                told[same] = (letters, told[same].Entries);
        }
        return
        [
            .. told.Select(saying => new Utterance(
                saying.Entries.MaxBy(entry => entry.Said.Length)!,
                [.. saying.Entries.DistinctBy(entry => entry.Outlet, StringComparer.OrdinalIgnoreCase)]
            )),
        ];
    }

    private static bool Same(string a, string b) =>
        a == b
        || Math.Min(a.Length, b.Length) >= Enough
            && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    private static string Letters(string words) =>
        string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>How what somebody said of one topic moved.</summary>
/// <param name="Topic">A word that bears on the watch's question.</param>
/// <param name="Turns">Oldest first: each takes another stance than the one before it.</param>
internal sealed record Position(string Topic, IReadOnlyList<LedgerEntry> Turns)
{
    private const int Topics = 6;
    private const int Turned = 8;

    /// <param name="entries">Newest first.</param>
    /// <param name="topics">The watch's stakes.</param>
    /// <returns>Those that moved, the most spoken of first.</returns>
    public static IReadOnlyList<Position> Of(
        IReadOnlyList<LedgerEntry> entries,
        IReadOnlyList<string> topics
    ) =>
        [
            .. topics
                .Select(topic => (Topic: topic, Said: entries.Where(e => Names(e.Said, topic)).ToList()))
                .OrderByDescending(of => of.Said.Count)
                .Select(of => new Position(of.Topic, Moves(of.Said)))
                .Where(position => position.Turns.Count > 1)
                .Take(Topics),
        ];

    private static LedgerEntry[] Moves(List<LedgerEntry> newestFirst)
    {
        var turns = new List<LedgerEntry>();
        foreach (var entry in Enumerable.Reverse(newestFirst))
            if (
                turns is not [.., var before]
                || before.Statement.Stance != entry.Statement.Stance
                || before.Statement.Negated != entry.Statement.Negated
            )
                turns.Add(entry);
        return [.. turns.TakeLast(Turned)];
    }

    private static bool Names(string words, string topic)
    {
        for (
            var at = words.IndexOf(topic, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = words.IndexOf(topic, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (
                (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
                && (at + topic.Length == words.Length || !char.IsLetterOrDigit(words[at + topic.Length]))
            )
                return true;
        return false;
    }
}
