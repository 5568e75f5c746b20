using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Chancery.Reading;

namespace Chancery.Commands;

/// <summary>The versions that a record depends on.</summary>
public static class VersionCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new ExampleCommand(
            "version",
            "Prints the versions of the program, the reader and the coder.",
            "chancery version",
            "chancery version --json"
        )
        {
            json,
        };
        command.SetAction(result =>
        {
            var program = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(
                    JsonSerializer.Serialize(
                        new
                        {
                            program,
                            reader = Reader.Version,
                            coder = Weights.Coder().Version,
                        }
                    )
                );
            }
            else
            {
                output.WriteLine($"chancery {program}");
                output.WriteLine($"reader   {Reader.Version}");
                output.WriteLine($"coder    {Weights.Coder().Version}");
            }
            return Exit.Done;
        });
        return command;
    }
}
