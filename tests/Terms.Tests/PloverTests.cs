using Chancery.Terms;
using Xunit;

namespace Chancery.Terms.Tests;

public class PloverTests
{
    [Theory]
    [InlineData(EventType.Consult, null, QuadClass.VerbalCooperation, 2.5)]
    [InlineData(EventType.Consult, "phone", QuadClass.VerbalCooperation, 1.5)]
    [InlineData(EventType.Retreat, "ceasefire", QuadClass.MaterialCooperation, 7.5)]
    [InlineData(EventType.Accuse, "allege", QuadClass.VerbalConflict, -3.5)]
    [InlineData(EventType.Sanction, "expel", QuadClass.MaterialConflict, -5.5)]
    [InlineData(EventType.Assault, "unconventional", QuadClass.MaterialConflict, -10)]
    public void A_type_has_the_class_and_the_score_of_the_manual(
        EventType type,
        string? mode,
        QuadClass quad,
        double intensity
    ) => Assert.Equal((quad, (decimal)intensity), (Plover.Quad(type), Plover.Intensity(type, mode)));

    [Fact]
    public void Cooperation_scores_above_nought_and_conflict_not_above_a_half() =>
        Assert.All(
            Enum.GetValues<EventType>(),
            type =>
                Assert.Equal(
                    Plover.Quad(type) is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation,
                    Plover.Intensity(type, null) > 0
                )
        );
}
