using Chancery.Language.Statements;

namespace Chancery.Language.Tests.Statements;

public class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “yes” and left.", "yes")]
    [InlineData("He said \"yes\" and left.", "yes")]
    [InlineData("He said ''yes'' and left.", "yes")]
    [InlineData("He said ``yes'' and left.", "yes")]
    [InlineData("He said ‘yes’ and left.", "yes")]
    [InlineData("He said «yes» and left.", "yes")]
    [InlineData("He said „yes“ and left.", "yes")]
    public void Every_pair_of_marks_encloses(string text, string words)
    {
        Assert.Equal([words], Inner(text));
    }

    [Fact]
    public void Marks_inside_marks_belong_to_the_outer_pair()
    {
        Assert.Equal(["He told me ‘never’ twice."], Inner("“He told me ‘never’ twice.” She left."));
    }

    [Fact]
    public void A_paragraph_that_opens_anew_continues_the_quotation()
    {
        IReadOnlyList<Quotation> found = QuotationFinder.Find("“We waited.\n\n“Then we left.”");

        Assert.Equal([false, true], found.Select(q => q.Continues));
        Assert.Equal(["We waited.", "Then we left."], Inner("“We waited.\n\n“Then we left.”"));
    }

    [Fact]
    public void A_lost_paragraph_break_does_not_lose_the_quotation()
    {
        Assert.Equal(["We waited.", "Then we left."], Inner("“We waited. “Then we left.”"));
    }

    [Theory]
    [InlineData("The barrel is 12\" long and 6\" wide.")]
    [InlineData("The envoys' hotel and the guards' gate.")]
    [InlineData("The '90s were rock 'n' roll.")]
    [InlineData("A lone mark.” And on it went.")]
    [InlineData("A lone “mark. And on it went.\n\nAnother paragraph.")]
    public void A_mark_without_a_partner_encloses_nothing(string text)
    {
        Assert.Empty(QuotationFinder.Find(text));
    }

    [Fact]
    public void An_apostrophe_does_not_close_a_single_quotation()
    {
        Assert.Equal(["The envoys’ hotel won’t do,"], Inner("‘The envoys’ hotel won’t do,’ she said."));
    }

    [Fact]
    public void Any_text_at_all_is_read_without_an_error()
    {
        foreach (
            string text in (string[])
                ["", "\"", "''", "“", "”", "‘’", "\n\n“\n\n“\n\n", "“”", "\" \" \"", "'''", "“a\n\n“"]
        )
        foreach (Quotation q in QuotationFinder.Find(text))
            Assert.True(q.Inner.FitsIn(text) && q.Outer.Contains(q.Inner));
    }

    private static IEnumerable<string> Inner(string text) =>
        QuotationFinder.Find(text).Select(q => q.Inner.In(text).ToString());
}
