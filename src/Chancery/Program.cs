using System.CommandLine;
using System.CommandLine.Invocation;
using Chancery;
using Chancery.Commands;
using Chancery.Record;

var root = CommandLine.Root();

try
{
    var parsed = root.Parse(args);
    var code = await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false }
    );
    // The library's own code for a line it does not understand means "nothing there" here.
    return parsed.Action is ParseErrorAction ? Exit.Unreadable : code;
}
catch (MisuseException e)
{
    Console.Error.WriteLine($"chancery: {e.Message}");
    return e.Code;
}
catch (RecordException e)
{
    Console.Error.WriteLine($"chancery: {e.Message}");
    return Exit.Desk;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("chancery: stopped; run it again to go on where it was.");
    return Exit.Stopped;
}
