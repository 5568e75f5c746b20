using System.CommandLine;
using Chancery.Record;

namespace Chancery.Commands;

/// <summary>Where the desk lives: <c>--desk</c>, else <c>CHANCERY_DESK</c>, else <c>./desk</c>.</summary>
public static class DeskOption
{
    public static Option<string> Create() =>
        new("--desk")
        {
            Description = "The desk's folder (default: $CHANCERY_DESK, else ./desk).",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CHANCERY_DESK") ?? "desk",
        };

    public static Store Open(ParseResult result, Option<string> option)
    {
        var folder = Path.GetFullPath(result.GetValue(option)!);
        return Store.Open(folder);
    }
}
