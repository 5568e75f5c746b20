using System.Text;
using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>What a phrase says of a negotiation.</summary>
internal readonly record struct Turn(TrackStep Step, MeetingStatus? Status);

/// <summary>The phrases that turn a negotiation, from <c>Data/turns.txt</c>.</summary>
internal static class Turns
{
    private static readonly Phrases<Turn> Known = new(Read());

    public static IEnumerable<(Passage Passage, Turn Of)> In(string text) => Known.In(text);

    private static IEnumerable<(string, Turn)> Read()
    {
        using var stream = typeof(Turns).Assembly.GetManifestResourceStream("tracks/turns.txt")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return
        [
            .. Encoding
                .UTF8.GetString(bytes)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(line => line.Split('\t'))
                .Select(parts => (parts[1], Of(parts[0]))),
        ];
    }

    private static Turn Of(string name) =>
        name switch
        {
            "postponed" => new(TrackStep.Status, MeetingStatus.Postponed),
            "cancelled" => new(TrackStep.Status, MeetingStatus.Cancelled),
            "refusal" => new(TrackStep.Refusal, null),
            "not-invited" => new(TrackStep.NotInvited, null),
            "offer" => new(TrackStep.Offer, null),
            "agreement" => new(TrackStep.Agreement, null),
            _ => throw new InvalidDataException($"turns.txt knows no “{name}”."),
        };
}
