using Chancery.Watches;

namespace Chancery.ProgramTests;

public sealed class WatchFileTests
{
    private const string Head = """
        name: Orsa Watch
        question: What does it do to the talks?
        subject: Orsa war
        edition: { first_day: friday, zone: Etc/UTC }
        actors:
          - { name: Orsa, kind: state, side: orsa }

        """;

    [Theory]
    [InlineData("topics:\n  inn: [talks]\n", 8, "“in” is meant")]
    [InlineData("edition2: 1\n", 7, "no key “edition2”")]
    [InlineData("outlets:\n  - { name: Wire, kind: agency }\n", 8, "needs “domains”")]
    [InlineData(
        "outlets:\n  - { name: Wire, domains: [w.example], kind: newspaper }\n",
        8,
        "not “newspaper”"
    )]
    [InlineData(
        "outlets:\n  - { name: Wire, domains: [w.example], kind: agency, feeds: [ftp://w.example/f] }\n",
        8,
        "no http or https address"
    )]
    [InlineData("tracks:\n  - { name: Talks, parties: [Orsa, Belmar] }\n", 8, "“Belmar” of the track")]
    [InlineData(
        "briefings:\n  - { name: Briefing, outlet: m.example, feed: https://m.example/f, matches: [briefing] }\n",
        8,
        "no domain of an outlet"
    )]
    public void Each_mistake_is_named_with_its_line(string more, int line, string sentence)
    {
        var mistakes = Read(Head + more).Mistakes.Where(mistake => mistake.Grave).ToList();
        Assert.Contains(
            mistakes,
            mistake => mistake.Line == line && mistake.Sentence.Contains(sentence, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_mistake_does_not_hide_the_next_one()
    {
        var (_, mistakes) = Read(
            "name: A\nquestion: Q\nedition: { first_day: fryday, zone: Moon/Base }\nactors:\n  - { kind: person }\n"
        );
        Assert.Equal(
            [1, 3, 3, 5],
            mistakes.Where(mistake => mistake.Grave).Select(mistake => mistake.Line).Order()
        );
    }

    [Fact]
    public void What_is_not_yaml_is_one_mistake_on_its_line()
    {
        var (watch, mistakes) = Read("name: A\n  bad: [\n");
        Assert.Null(watch);
        Assert.Contains("not YAML", Assert.Single(mistakes).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_nobody_has_looked_at_is_a_notice_and_no_mistake()
    {
        var (_, mistakes) = Read(
            Head
                + "outlets:\n  - { name: Wire, domains: [w.example], kind: agency, feeds: [https://w.example/f] }\n"
        );
        Assert.Equal((8, false), (Assert.Single(mistakes).Line, mistakes[0].Grave));
    }

    [Theory]
    [InlineData("demo.yaml")]
    [InlineData("ukraine.yaml")]
    public void The_watches_that_ship_have_no_mistake(string file)
    {
        var (watch, mistakes) = WatchFile.Read(Path.Combine(Run.Root, "watches", file));
        Assert.NotNull(watch);
        Assert.DoesNotContain(mistakes, mistake => mistake.Grave);
    }

    [Fact]
    public void The_real_watch_names_sixty_outlets_or_more_with_feeds()
    {
        var (watch, _) = WatchFile.Read(Path.Combine(Run.Root, "watches", "ukraine.yaml"));
        Assert.True(watch!.Outlets.Count(outlet => outlet.Feeds.Count > 0) >= 60);
    }

    private static (Terms.Watch? Watch, IReadOnlyList<Mistake> Mistakes) Read(string yaml)
    {
        using var scratch = new Scratch();
        return WatchFile.Read(scratch.Write("a.yaml", yaml));
    }
}
