using System.Globalization;

namespace Chancery.Editor.Inbox;

/// <summary>Something that was done to stories of a week.</summary>
/// <param name="Act">In the past tense, for the log; null where it is one's own business ("read").</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Sentence">For people.</param>
/// <param name="Undo">What takes it back; null where the opposite act does, or it was itself taking back.</param>
/// <param name="Refused">True where nothing was done, and the sentence says why.</param>
public sealed record Deed(
    string? Act,
    string Subject,
    string Sentence,
    Takeback? Undo = null,
    bool Refused = false
)
{
    public static Deed No(string why) => new(null, "", why, Refused: true);
}

/// <summary>What takes a deed back, as one line of text: it goes through forms and programs as it is.</summary>
/// <param name="Kind">"regroup", "dismissed", "read", "stories" or "track".</param>
/// <param name="Values">Ids of decisions; the moment of marks; ids of stories; an article's key and its track before.</param>
public sealed record Takeback(string Kind, IReadOnlyList<string> Values)
{
    public override string ToString() => string.Join(' ', Values.Prepend(Kind));

    /// <summary>Null where it is nothing of ours.</summary>
    public static Takeback? Read(string? text) =>
        text?.Split(' ')
            is [("regroup" or "dismissed" or "read" or "stories" or "track") and var kind, .. var values]
        && values.Length is > 0 and <= 1000
            ? new(kind, values)
            : null;

    internal static Takeback At(string kind, DateTimeOffset moment) =>
        new(kind, [moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)]);

    internal DateTimeOffset? Moment =>
        long.TryParse(Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    internal IReadOnlyList<long> Numbers =>
        [
            .. Values
                .Select(value =>
                    long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : 0
                )
                .Where(number => number > 0),
        ];
}
