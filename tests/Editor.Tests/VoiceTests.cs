using Chancery.Editor.People;
using Chancery.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.EditorTests;

public sealed class VoiceTests(Week week) : IClassFixture<Week>
{
    private Watch Watch => week.Served.App.Services.GetRequiredService<Editor.Watches>().All[0];

    [Theory]
    [InlineData("Milena Drosk", "Kestovia")]
    [InlineData("Nadir Oslan", "Ilvany")]
    [InlineData("Ines Caldera", "Westmere")]
    [InlineData("Basin League", "")]
    [InlineData("Somebody Else", "")]
    public void A_speaker_is_of_his_own_country_and_mediators_of_many_stand_for_nobody_else(
        string name,
        string state
    ) => Assert.Equal(state, Voice.Of(With("Norwell"), name).StateIn(With("Norwell")));

    [Fact]
    public void A_second_mediator_is_not_called_by_the_first_ones_country() =>
        Assert.Equal("Norwell", Voice.Of(With("Norwell"), "Ada Brenner").StateIn(With("Norwell")));

    /// <summary>The demo's watch with one more mediating state and its minister.</summary>
    private Watch With(string state) =>
        Watch with
        {
            Actors =
            [
                .. Watch.Actors,
                new WatchActor(state, ActorKind.State, [], "XNO", "mediator", false, []),
                new WatchActor("Ada Brenner", ActorKind.Person, [], "XNO", "mediator", false, []),
            ],
        };
}
