using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>How well events are coded. Where the gold gives the sides only <see cref="Types"/> counts.</summary>
/// <param name="Items">Sentences.</param>
/// <param name="Seconds">Spent coding.</param>
/// <param name="Types">By gold type, where the sides are given: right, answered so, wanted.</param>
/// <param name="Event">The type alone.</param>
/// <param name="EventActor">Type, every actor and every recipient.</param>
/// <param name="Eventless">Sentences without an event.</param>
/// <param name="FalseAlarms">Events found in those.</param>
public sealed record EventsFigures(
    int Items,
    double Seconds,
    IReadOnlyDictionary<string, Share> Types,
    Share Event,
    Share EventActor,
    int Eventless,
    int FalseAlarms
)
{
    /// <summary>Sentences whose type is right, where the sides are given.</summary>
    public double Accuracy =>
        Types.Count == 0 ? 0 : (double)Types.Values.Sum(t => t.Right) / Types.Values.Sum(t => t.Wanted);

    public double MacroF1 => Types.Count == 0 ? 0 : Types.Values.Where(t => t.Wanted > 0).Average(t => t.F1);
}

/// <summary>Measures events sentence by sentence; types are compared as the manual folds them.</summary>
public static class EventsGauge
{
    /// <summary>Older names and coarser classes of the gold, by the manual.</summary>
    private static readonly Dictionary<string, string> Today = new(StringComparer.Ordinal)
    {
        ["DEMAND"] = "REQUEST",
        ["DISAPPROVE"] = "ACCUSE",
        ["INVESTIGATE"] = "ACCUSE",
        ["FIGHT"] = "ASSAULT",
    };

    /// <param name="path">A file of <see cref="EventsGold"/>.</param>
    /// <param name="code">Codes one sentence; its events and entities are read.</param>
    /// <param name="fold">The manual's one type for an event with its modality.</param>
    public static EventsFigures Measure(
        string path,
        Func<EventsGold, Coding> code,
        Func<Event, EventType> fold
    )
    {
        var (items, eventless, alarms, spent) = (0, 0, 0, TimeSpan.Zero);
        var types = new SortedDictionary<string, Share>(StringComparer.Ordinal);
        var (type, whole) = (default(Share), default(Share));
        foreach (var gold in EventsGold.Read(path))
        {
            items++;
            var before = Stopwatch.GetTimestamp();
            var coding = code(gold);
            spent += Stopwatch.GetElapsedTime(before);
            var wanted = Today.GetValueOrDefault(gold.Type, gold.Type);
            if (gold.Given)
            {
                Given(gold, coding, fold, types);
            }
            else if (wanted.Length == 0)
            {
                eventless++;
                alarms += coding.Events.Count;
            }
            else
            {
                var best = coding.Events.Where(e => Name(fold(e)) == wanted).ToList();
                var found = coding.Events.Count > 0 ? 1 : 0;
                type += new Share(best.Count > 0 ? 1 : 0, found, 1);
                whole += new Share(best.Exists(e => Sides(e, gold, coding)) ? 1 : 0, found, 1);
            }
        }
        return new EventsFigures(items, spent.TotalSeconds, types, type, whole, eventless, alarms);
    }

    /// <summary>The event whose sides are the given ones answers; where none is found, nothing does.</summary>
    public static string Answer(EventsGold gold, Coding coding, Func<Event, EventType> fold)
    {
        var best = coding
            .Events.OrderByDescending(e =>
                2 * Meets(e.Actors, gold.Actors)
                + Meets(e.Recipients, gold.Recipients)
                + Meets(e.Actors, gold.Recipients)
                + (e.Evidence.Overlaps(gold.Recipients[0].Passage) ? 1 : 0)
            )
            .FirstOrDefault();
        return best is null ? "" : Name(fold(best));
    }

    private static void Given(
        EventsGold gold,
        Coding coding,
        Func<Event, EventType> fold,
        SortedDictionary<string, Share> types
    )
    {
        var answer = Answer(gold, coding, fold);
        answer = answer is "CONCEDE" or "RETREAT" ? "YIELD" : answer;
        Add(types, gold.Type, new Share(answer == gold.Type ? 1 : 0, 0, 1));
        if (answer.Length > 0)
        {
            Add(types, answer, new Share(0, 1, 0));
        }
    }

    private static void Add(SortedDictionary<string, Share> types, string type, Share share) =>
        types[type] = types.GetValueOrDefault(type) + share;

    private static int Meets(IReadOnlyList<Participant> ours, IReadOnlyList<GoldSide> theirs) =>
        ours.Any(o => theirs.Any(t => o.Passage.Overlaps(t.Passage))) ? 1 : 0;

    private static string Name(EventType type) => type.ToString().ToUpperInvariant();

    // Who agrees with or meets whom is one list in PLOVER; the annotators often kept two.
    private static bool Sides(Event told, EventsGold gold, Coding coding)
    {
        var both = told.Actors.Concat(told.Recipients).ToList();
        var mutual = told.Type is EventType.Consult or EventType.Agree or EventType.Support;
        return gold.Actors.All(g => (mutual ? both : told.Actors).Any(o => Same(o, g, coding, gold.Text)))
            && gold.Recipients.All(g =>
                (mutual ? both : told.Recipients).Any(o => Same(o, g, coding, gold.Text))
            );
    }

    /// <summary>By country code, or by the head word: the last word of the gold's phrase before any preposition.</summary>
    private static bool Same(Participant ours, GoldSide theirs, Coding coding, string text)
    {
        if (ours.Country is { } country && country == theirs.Country)
        {
            return true;
        }
        var words = ours.Passage.In(text).ToString().Split(' ', ',', '\'', '’');
        var head = theirs
            .Text.Split(' ')
            .TakeWhile(w => w is not ("of" or "in" or "for" or "from" or "at" or "on" or "near"))
            .LastOrDefault("");
        return words.Contains(head, StringComparer.OrdinalIgnoreCase);
    }
}
