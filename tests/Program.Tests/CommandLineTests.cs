using System.CommandLine;
using Chancery.Commands;

namespace Chancery.ProgramTests;

/// <summary>What is typed: the examples of the help do what they say, and a slip is a slip everywhere.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void The_examples_of_every_help_are_understood()
    {
        var root = CommandLine.Root();
        var commands = root.Subcommands.SelectMany(command => command.Subcommands.Prepend(command));
        var examples = commands.OfType<ExampleCommand>().SelectMany(command => command.Examples).ToArray();
        Assert.NotEmpty(examples);
        Assert.All(
            examples,
            example =>
            {
                var typed = example[(example.IndexOf("chancery ", StringComparison.Ordinal) + 9)..]
                    .Split(" > ")[0]
                    .Split(" | ")[0];
                Assert.Empty(root.Parse(typed).Errors.Select(error => error.Message));
            }
        );
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("draft")]
    [InlineData("events", "--type", "quarrel")]
    [InlineData("serve", "--urls", "http://127.0.0.1:port")]
    [InlineData("serve", "--urls", "https://127.0.0.1:8443")]
    [InlineData("serve", "--urls", "127.0.0.1")]
    public void A_line_that_is_not_understood_has_the_code_of_what_is_unreadable(params string[] typed)
    {
        using var scratch = new Scratch();
        Assert.Equal(2, Run.Chancery(scratch.Folder, typed).Code);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("figures")]
    [InlineData("meetings")]
    public void An_empty_desk_says_that_it_is_empty(string name)
    {
        using var scratch = new Scratch();
        var result = Run.Chancery(scratch.Folder, name);
        Assert.Equal(1, result.Code);
        Assert.Contains("The desk is empty", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_an_outlet_is_called_by_its_headline_and_one_report_is_one()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "talks.txt",
            """
            Lurania and Ostmark meet in Harl

            3 March 2031

            Luranian Foreign Minister Jan Novák met Ostmark's Foreign Minister Ada Orlo in Harl on Monday afternoon.
            """
        );
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", "talks.txt").Code);
        var meetings = Run.Chancery(scratch.Folder, "meetings").Output;
        Assert.Contains(" 1 report, 1 source", meetings, StringComparison.Ordinal);
        Assert.Contains("Lurania and Ostmark meet in Harl: ", meetings, StringComparison.Ordinal);
        var events = Run.Chancery(scratch.Folder, "events").Output;
        Assert.Contains("Lurania and Ostmark meet in Harl: ", events, StringComparison.Ordinal);
        Assert.DoesNotContain("TAF", events, StringComparison.Ordinal);
    }
}
