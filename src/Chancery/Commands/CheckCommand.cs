using System.CommandLine;
using System.Text.Json;
using Chancery.Terms;
using Chancery.Watches;

namespace Chancery.Commands;

/// <summary>Names every mistake of a watch file with its line.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var json = new Option<bool>("--json")
        {
            Description = "Print a JSON array of {line, grave, sentence}.",
        };
        var command = new ExampleCommand(
            "check",
            "Checks a watch file and names every mistake with its line. Exit code 0: none; 2: the watch cannot be used.",
            "chancery check watches/ukraine.yaml",
            "chancery check watches/demo.yaml --json"
        )
        {
            path,
            json,
        };
        command.SetAction(result =>
        {
            var file = result.GetValue(path)!;
            var (watch, mistakes) = Read(file);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(mistakes, JsonSerializerOptions.Web));
            }
            else
            {
                foreach (var mistake in mistakes)
                {
                    output.WriteLine(
                        $"{file}:{mistake.Line}: {(mistake.Grave ? "" : "notice: ")}{mistake.Sentence}"
                    );
                }
                var grave = mistakes.Count(mistake => mistake.Grave);
                output.WriteLine(
                    watch is null
                        ? $"{file} holds no watch."
                        : $"{watch.Name}: {watch.Actors.Count} actors, {watch.Outlets.Count} outlets, "
                            + $"{watch.Outlets.Sum(outlet => outlet.Feeds.Count)} feeds, {grave} mistakes, "
                            + $"{mistakes.Count - grave} notices."
                );
            }
            return watch is null || mistakes.Any(mistake => mistake.Grave) ? Exit.Unreadable : Exit.Done;
        });
        return command;
    }

    /// <summary>The watch for other commands: refused, with its mistakes, where it cannot be used.</summary>
    public static Watch Use(string file)
    {
        var (watch, mistakes) = Read(file);
        var grave = mistakes.Where(mistake => mistake.Grave).ToList();
        if (watch is null || grave.Count > 0)
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"{file}:{grave[0].Line}: {grave[0].Sentence}"
                    + (
                        grave.Count > 1
                            ? $" (and {grave.Count - 1} more; “chancery check {file}” names them)"
                            : ""
                    )
            );
        }
        return watch;
    }

    private static (Watch? Watch, IReadOnlyList<Mistake> Mistakes) Read(string file)
    {
        if (Directory.Exists(file))
        {
            throw new MisuseException(Exit.Unreadable, $"{file} is a folder; name a watch's YAML file.");
        }
        try
        {
            return WatchFile.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException(Exit.Unreadable, $"{file} cannot be read: {e.Message}");
        }
    }
}
