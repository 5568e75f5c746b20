using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Chancery.Commands;

/// <summary>A command with examples, which its help shows.</summary>
#pragma warning disable CA1010, CA1710 // A command is a collection only so that its options can be listed in braces.
public sealed class ExampleCommand(string name, string description, params string[] examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
#pragma warning restore CA1010, CA1710

/// <summary>Adds the examples to the help of each command.</summary>
public static class Examples
{
    public static void Show(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction action)
            {
                help.Action = new WithExamples(action);
            }
        }
    }

    private sealed class WithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is ExampleCommand { Examples: var examples })
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example}");
                }
            }
            return code;
        }
    }
}
