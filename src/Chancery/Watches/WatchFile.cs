using Chancery.Terms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Chancery.Watches;

/// <summary>Reads a watch from its YAML file; <c>watches/README.md</c> lists the keys.</summary>
public static class WatchFile
{
    /// <summary>A watch is written by hand; a larger file is not one.</summary>
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>The watch with everything that is wrong in it, in the order of lines; null where the file holds no watch at all.</summary>
    public static (Watch? Watch, IReadOnlyList<Mistake> Mistakes) Read(string path)
    {
        var mistakes = new List<Mistake>();
        YamlNode root;
        try
        {
            if (new FileInfo(path).Length > Largest)
            {
                return (
                    null,
                    [new Mistake(1, $"the file is larger than {Largest >> 20} MB: it is no watch")]
                );
            }
            var stream = new YamlStream();
            using var reader = new StreamReader(path);
            stream.Load(new Parser(reader));
            if (stream.Documents.Count == 0)
            {
                return (null, [new Mistake(1, "the file is empty")]);
            }
            root = stream.Documents[0].RootNode;
        }
        catch (YamlException e)
        {
            return (null, [new Mistake((int)e.Start.Line, $"this is not YAML: {e.Message}")]);
        }
        var watch = Watch(Path.GetFileNameWithoutExtension(path), new Section(root, "a watch", mistakes));
        Consistency.Check(watch.Watch, watch.Lines, mistakes);
        return (watch.Watch, [.. mistakes.OrderBy(mistake => mistake.Line)]);
    }

    private static (Watch Watch, WatchLines Lines) Watch(string id, Section top)
    {
        var lines = new WatchLines();
        var topics = top.Inner("topics");
        var watch = new Watch
        {
            Id = id,
            Name = top.Required("name"),
            Question = top.Required("question"),
            Subject = top.Required("subject"),
            Section = top.Optional("section") ?? "",
            Edition = Edition(top),
            TopicsIn = topics?.Texts("in") ?? [],
            Stakes = topics?.Texts("stakes") ?? [],
            TopicsOut = topics?.Texts("out") ?? [],
            Actors = [.. top.Sections("actors", "an actor").Select(section => Actor(section, lines))],
            Outlets = [.. top.Sections("outlets", "an outlet").Select(section => Outlet(section, lines))],
            Briefings =
            [
                .. top.Sections("briefings", "a briefing").Select(section => Briefing(section, lines)),
            ],
            Tracks = [.. top.Sections("tracks", "a track").Select(section => Track(section, lines))],
            Spelling = Spelling(top),
            Experts = top.Texts("experts"),
            Press = PressSection.Read(top),
        };
        topics?.Close();
        top.Close();
        return (watch, lines);
    }

    private static Edition Edition(Section top)
    {
        if (top.Inner("edition") is not { } section)
        {
            top.Note("edition", "a watch needs “edition” (first_day and zone)");
            return new Edition(DayOfWeek.Monday, 7, 0, "Etc/UTC");
        }
        section.Required("first_day");
        var zone = section.Required("zone");
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            section.Note("zone", $"“{zone}” is no time zone; write an IANA name like America/New_York");
            zone = "Etc/UTC";
        }
        var edition = new Edition(
            section.Choice("first_day", DayOfWeek.Monday),
            section.Number("days", 7, 1, 31),
            section.Number("end_hour", 0, 0, 23),
            zone.Length == 0 ? "Etc/UTC" : zone
        );
        section.Close();
        return edition;
    }

    private static WatchActor Actor(Section section, WatchLines lines)
    {
        var actor = new WatchActor(
            section.Required("name"),
            section.Choice("kind", ActorKind.Person),
            section.Texts("aliases"),
            section.Optional("country"),
            section.Optional("side") ?? "other",
            section.Flag("principal"),
            [.. section.Sections("offices", "an office").Select(Office)]
        );
        section.Required("kind");
        section.Close();
        lines.Actors.Add(section.Line);
        return actor;
    }

    private static Office Office(Section section)
    {
        var office = new Office(section.Required("title"), section.Day("from"), section.Day("to"));
        if (office.From > office.To)
        {
            section.Note("to", "an office ends before it begins");
        }
        section.Close();
        return office;
    }

    private static Outlet Outlet(Section section, WatchLines lines)
    {
        var name = section.Required("name");
        var domains = section.Texts("domains");
        if (domains.Count == 0)
        {
            section.Note("domains", $"the outlet “{name}” needs “domains”");
        }
        section.Required("kind");
        var outlet = new Outlet(
            name,
            domains,
            section.Optional("family") ?? name,
            section.Optional("country"),
            section.Optional("language") ?? "en",
            section.Choice("kind", OutletKind.Site),
            [.. section.Nodes("feeds").Select(node => Feed(node, section, lines))]
        );
        section.Close();
        lines.Outlets.Add(section.Line);
        return outlet;
    }

    private static OutletFeed Feed(YamlNode node, Section section, WatchLines lines)
    {
        lines.Feeds.Add(Section.LineOf(node));
        if (node is YamlScalarNode { Value: { } address })
        {
            return new OutletFeed(address.Trim(), null);
        }
        var feed = section.Mapped(node, "a feed");
        var result = new OutletFeed(feed.Required("address"), feed.Day("verified"));
        feed.Close();
        return result;
    }

    private static ExpectedBriefing Briefing(Section section, WatchLines lines)
    {
        var briefing = new ExpectedBriefing(
            section.Required("name"),
            section.Required("outlet"),
            section.Required("feed"),
            section.Texts("matches"),
            section.Number("per_week", 1, 1, 50),
            section.Choice("kind", PublicationKind.Briefing),
            section.Optional("of")
        );
        if (briefing.Matches.Count == 0)
        {
            section.Note("matches", $"the briefing “{briefing.Name}” needs “matches”");
        }
        if ((briefing.Kind == PublicationKind.Readout) != (briefing.Of is not null))
        {
            section.Note(
                "of",
                $"“{briefing.Name}”: “of” names the actor whose contacts a readout tells of, and stands with readouts only"
            );
        }
        section.Close();
        lines.Briefings.Add(section.Line);
        return briefing;
    }

    private static WatchTrack Track(Section section, WatchLines lines)
    {
        var track = new WatchTrack(
            section.Required("name"),
            section.Texts("parties"),
            section.Optional("mediator"),
            section.Texts("venues"),
            section.Texts("words")
        );
        section.Close();
        lines.Tracks.Add(section.Line);
        return track;
    }

    private static Dictionary<string, string> Spelling(Section top)
    {
        var spelling = new Dictionary<string, string>(StringComparer.Ordinal);
        if (top.Inner("spelling") is not { } section)
        {
            return spelling;
        }
        foreach (var printed in section.Keys().ToList())
        {
            foreach (var form in section.Texts(printed))
            {
                if (!spelling.TryAdd(form, printed))
                {
                    section.Note(printed, $"“{form}” is spelt in two ways");
                }
            }
        }
        return spelling;
    }
}

/// <summary>Where things stand in the file, for mistakes that only the whole shows.</summary>
internal sealed class WatchLines
{
    public List<int> Actors { get; } = [];
    public List<int> Outlets { get; } = [];
    public List<int> Feeds { get; } = [];
    public List<int> Briefings { get; } = [];
    public List<int> Tracks { get; } = [];
}
