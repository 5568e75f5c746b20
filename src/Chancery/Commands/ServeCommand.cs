using System.CommandLine;
using Chancery.Editor;
using Chancery.Editor.Access;
using Chancery.Editor.Inbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chancery.Commands;

/// <summary>Serves the editor's desk in the browser.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var watches = new Argument<string[]>("watch")
        {
            Description = "Watch files (default: watches/*.yaml in the desk's folder, else in this one).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var urls = new Option<string>("--urls")
        {
            Description =
                "Where to listen, separated by “;”. Put a proxy with TLS in front of anything but this machine.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var site = new Option<string?>("--site")
        {
            Description =
                "The folder that an approved issue is published into, as a site (default: nowhere).",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "serve",
            "Serves the desk in the browser: inbox, articles, draft, sources. The first start prints a one-time address for the first account.",
            "chancery serve watches/ukraine.yaml",
            "chancery serve --desk demo/desk --urls http://127.0.0.1:8080"
        )
        {
            watches,
            urls,
            site,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var folder = Path.GetFullPath(result.GetValue(desk)!);
                Understand(result.GetValue(urls)!);
                using var store = DeskOption.Open(result, desk);
                await using var app = EditorHost.Build(
                    new EditorOptions
                    {
                        Desk = folder,
                        Watches = result.GetValue(watches) is { Length: > 0 } named ? named : Found(folder),
                        Urls = result.GetValue(urls)!,
                        Site = result.GetValue(site),
                    },
                    store
                );
                try
                {
                    await app.StartAsync(stop).ConfigureAwait(false);
                }
                catch (IOException e)
                {
                    throw new MisuseException(
                        Exit.Unreadable,
                        $"serve cannot listen on {result.GetValue(urls)}: {e.Message.TrimEnd('.')}; give other --urls."
                    );
                }
                Greet(app, result.InvocationConfiguration.Output);
                _ = Task.Run(() => Enter(app), stop);
                _ = Task.Run(() => Prepare(app), stop);
                await app.WaitForShutdownAsync(stop).ConfigureAwait(false);
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>
    /// Kestrel takes a port that is no number for a part of a name, and listens for a name on every network: a slip of the
    /// pen would open the desk to all of them.
    /// </summary>
    /// <exception cref="MisuseException">An address is none.</exception>
    private static void Understand(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.Scheme == Uri.UriSchemeHttps)
                {
                    throw new MisuseException(
                        Exit.Unreadable,
                        $"serve speaks HTTP alone; put a proxy with TLS in front of it instead of “{url}”."
                    );
                }
                if (
                    address.Scheme == Uri.UriSchemeHttp
                    && (
                        address.IsUnixPipe
                        || address.Host.StartsWith('[')
                        || !address.Host.Contains(':', StringComparison.Ordinal)
                    )
                )
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Said below.
            }
            throw new MisuseException(
                Exit.Unreadable,
                $"--urls must be addresses like http://127.0.0.1:8080, not “{url}”."
            );
        }
    }

    private static string[] Found(string desk) =>
        new[] { Path.Combine(desk, "watches"), "watches" }
            .Where(Directory.Exists)
            .Select(folder => Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToArray())
            .FirstOrDefault(files => files.Length > 0)
        ?? [];

    /// <summary>Weighs each watch's newest week before anybody asks for it: on a large desk that takes seconds.</summary>
    private static void Prepare(WebApplication app)
    {
        try
        {
            foreach (var watch in app.Services.GetRequiredService<Editor.Watches>().All)
            {
                var place = Places.Newest(
                    watch,
                    app.Services.GetRequiredService<Record.Store>(),
                    TimeProvider.System
                );
                app.Services.GetRequiredService<Boards>().Now(place);
            }
        }
        catch (Exception e) when (e is Record.RecordException or ObjectDisposedException)
        {
            // The first person who asks waits, and is told what is wrong.
        }
    }

    /// <summary>After an update the ledgers are filled again, behind the pages, which say so.</summary>
    private static void Enter(WebApplication app)
    {
        try
        {
            var store = app.Services.GetRequiredService<Record.Store>();
            Record.Codings.Ledgers.Fill(store);
            Record.Codings.Ledgers.Tidy(store);
        }
        catch (Exception e) when (e is Record.RecordException or ObjectDisposedException)
        {
            // The next start, or the next page that asks, goes on with it.
        }
    }

    private static void Greet(WebApplication app, TextWriter output)
    {
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        output.WriteLine($"The desk is open at {address}; Ctrl+C closes it.");
        if (app.Services.GetRequiredService<SetUpCode>().Value is { } code)
        {
            output.WriteLine(
                $"Nobody has an account yet. Make the first one, once, at {address}/set-up?code={code}"
            );
        }
        output.Flush();
    }
}
