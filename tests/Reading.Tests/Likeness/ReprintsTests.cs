using Chancery.Reading.Likeness;

namespace Chancery.Reading.Tests.Likeness;

public class ReprintsTests
{
    private const string Agency =
        "PORT VELIN - Delegations from Norrland and Ostmark met on Tuesday for a second round of talks about the closed strait, "
        + "officials of both sides said. The strait has been closed to freighters since January, and forty ships wait outside the harbour.";

    private static readonly DateTimeOffset Noon = new(2031, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reprint_is_found_and_the_earlier_text_is_the_first()
    {
        var pair = Assert.Single(
            Reprints.Find([
                new LikeText(
                    "b",
                    "ostmarkpost.example",
                    Noon.AddHours(2),
                    Agency + " Staff of the Ostmark Post added this."
                ),
                new LikeText(
                    "c",
                    "harbour.example",
                    Noon,
                    "The harvest of sugar beets will be the smallest in twenty years, farmers in the valleys said on Monday."
                ),
                new LikeText("a", "velincourier.example", Noon, Agency),
            ])
        );

        Assert.Equal((2, 0, LikeKind.Reprint), (pair.First, pair.Other, pair.Kind));
        Assert.Equal(1.0, pair.Containment, 3);
    }

    [Fact]
    public void An_edited_version_is_a_version_and_not_a_second_article() =>
        Assert.Equal(
            LikeKind.Version,
            Reprints
                .Compare(
                    new LikeText("a", "x.example", Noon, Agency),
                    new LikeText(
                        "a",
                        "x.example",
                        Noon,
                        Agency.Replace("forty", "fifty", StringComparison.Ordinal)
                    )
                )!
                .Kind
        );

    [Fact]
    public void Instalments_of_a_series_are_not_copies() =>
        Assert.Null(
            Reprints.Compare(
                new LikeText(
                    "a",
                    "x.example",
                    Noon,
                    "War of the strait, day 197. Live blog. All news of the closed strait in one place, follow us here."
                ),
                new LikeText(
                    "b",
                    "x.example",
                    Noon,
                    "War of the strait, day 201. Live blog. All news of the closed strait in one place, follow us here."
                )
            )
        );

    [Fact]
    public void Two_reports_on_one_event_are_not_copies() =>
        Assert.Null(
            Reprints.Compare(
                new LikeText("a", "x.example", Noon, Agency),
                new LikeText(
                    "b",
                    "y.example",
                    Noon,
                    "Norrland and Ostmark have begun a second round of talks on the strait in Port Velin. Nobody would name a date for its opening to the ships that wait."
                )
            )
        );

    [Fact]
    public void Shared_paragraphs_are_named_by_their_passages()
    {
        string own = "Our reporter stood on the quay and saw the two delegations leave by different doors.";
        string text = $"{Agency}\n\n{own}";

        var shared = Assert.Single(SharedParagraphs.Of(text, Agency));

        Assert.Equal(Agency, shared.In(text).ToString());
    }
}
