using System.Collections.Frozen;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>The words of one language that tell of meetings: <c>meeting-words</c>, a lemma and what it tells; a lemma may tell several things.</summary>
internal sealed class MeetingLexicon
{
    private readonly FrozenDictionary<string, string[]> words;
    private readonly FrozenDictionary<string, MeetingLevel> levels;

    private MeetingLexicon(string language)
    {
        words = Lexicon
            .Lines(language, "meeting-words")
            .Select(line => line.Split('\t'))
            .GroupBy(fields => fields[0], fields => fields[1], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Key, word => word.ToArray(), StringComparer.OrdinalIgnoreCase);
        levels = words
            .SelectMany(word => word.Value, (word, tells) => (word.Key, tells))
            .Where(word => Enum.TryParse<MeetingLevel>(word.tells, ignoreCase: true, out _))
            .GroupBy(word => word.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                word => word.Key,
                word => word.Max(one => Enum.Parse<MeetingLevel>(one.tells, ignoreCase: true)),
                StringComparer.OrdinalIgnoreCase
            );
    }

    public static MeetingLexicon Of(string language) => new(language);

    /// <summary>True where a word tells this ("postpone" tells "postponed").</summary>
    public bool Tells(string lemma, string what) =>
        words.TryGetValue(lemma, out var tells) && tells.Contains(what);

    /// <summary>What a governing word makes of a meeting; null where it says nothing of it.</summary>
    public MeetingStatus? StatusOf(string lemma)
    {
        foreach (var tells in words.GetValueOrDefault(lemma) ?? [])
        {
            if (Enum.TryParse<MeetingStatus>(tells, ignoreCase: true, out var status))
            {
                return status;
            }
        }
        return null;
    }

    public MeetingLevel LevelOf(string lemma) => levels.GetValueOrDefault(lemma);
}
