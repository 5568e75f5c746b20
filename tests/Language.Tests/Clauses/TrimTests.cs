using Chancery.Language.Clauses;

namespace Chancery.Language.Tests.Clauses;

public sealed class TrimTests
{
    [Theory]
    [InlineData(
        "After a night of talks, the envoys of Orsa left the capital.",
        "the envoys of Orsa left the capital."
    )]
    [InlineData(
        "Ilse Karn, a former judge, leads the delegation of Orsa.",
        "Ilse Karn leads the delegation of Orsa."
    )]
    [InlineData(
        "Karn stressed that Orsa and Belmar should meet, a nod to the mediator.",
        "Karn stressed that Orsa and Belmar should meet."
    )]
    public void What_commas_set_off_can_go_and_a_sentence_stays(string sentence, string shorter) =>
        Assert.Equal(shorter, Shortest(sentence));

    [Theory]
    [InlineData("If the guns fall silent, Orsa will send its envoys to the talks.")]
    [InlineData("Orsa has agreed to the talks, the minister said.")]
    [InlineData("Relations with Belmar will be normal once a truce stands, said Foreign Minister Ilse Karn.")]
    [InlineData("Eleven drones fell on the port, according to the governor.")]
    [InlineData("The talks will go on, reportedly in a third country.")]
    [InlineData("To many in Orsa, the offer of the mediator was a disappointment.")]
    [InlineData("From where the envoy stands, the talks have failed.")]
    [InlineData("Under the plan of the mediator, Orsa will hand over the port.")]
    [InlineData("Without a truce, Orsa will send no envoys to the talks.")]
    public void A_condition_a_hedge_and_whose_claim_it_is_stay(string sentence) =>
        Assert.Equal(sentence, Shortest(sentence));

    private static string Shortest(string sentence)
    {
        var words = sentence;
        foreach (var trim in TrimFinder.Of("en").Find(Weights.English.Parse(sentence)).Reverse())
        {
            words = words.Remove(trim.Passage.Start, trim.Passage.Length);
        }
        return words;
    }
}
