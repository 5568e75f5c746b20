using System.Net;
using Chancery.Editor;
using Chancery.Editor.Access;
using Chancery.Reading.Fetching;
using Chancery.Reading.Files;
using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chancery.EditorTests;

/// <summary>A desk that is served on a free port, gone afterwards; its clock stands where the test puts it.</summary>
public sealed class Served : IAsyncDisposable
{
    public const string Good = "seven quiet rivers";

    /// <summary>The sample week, read once for all tests: each works on a copy.</summary>
    private static readonly Lazy<string> week = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("chancery-week-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using (var store = Store.Open(folder))
        {
            new Pipeline(store, Weights.Coder())
                .Read(
                    Intake.Open(Path.Combine(Root!, "samples", "week")),
                    new Tally(),
                    () => { },
                    CancellationToken.None
                )
                .GetAwaiter()
                .GetResult();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return folder;
    });

    private readonly string folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    private Served(bool sample, EditorOptions? options)
    {
        if (sample)
        {
            foreach (var file in Directory.GetFiles(week.Value))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
        Store = Store.Open(folder);
        App = EditorHost.Build(
            (
                options
                ?? new EditorOptions
                {
                    Desk = "",
                    Watches = [],
                    SignInsPerMinute = 1000,
                }
            ) with
            {
                Desk = folder,
                Watches = [Path.Combine(Root, "watches", "demo.yaml")],
                Urls = "http://127.0.0.1:0",
                Clock = Clock,
                PasswordIterations = 1,
                Fetching = new FetchOptions { Pause = TimeSpan.Zero, Refuses = address => Refuses(address) },
            },
            Store
        );
    }

    public static async Task<Served> Start(bool sample = false, EditorOptions? options = null)
    {
        var served = new Served(sample, options);
        await served.App.StartAsync();
        return served;
    }

    public WebApplication App { get; }

    public Store Store { get; }

    public Hand Clock { get; } = new();

    /// <summary>Private addresses are refused, as by default; a test with a stub site allows its own.</summary>
    public Func<IPAddress, bool> Refuses { get; set; } = PrivateNetwork.Contains;

    public Pipeline Pipeline => App.Services.GetRequiredService<Pipeline>();

    public Uri Address =>
        new(
            App.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    public Browser Browser() => new(Address);

    /// <summary>A browser in which an account of a role is signed in.</summary>
    public async Task<Browser> SignedIn(Role role = Role.Publisher)
    {
        var name = role.ToString().ToLowerInvariant();
        if (AccountShelf.ByName(Store, name) is null)
        {
            var account = AccountShelf.Add(Store, name, $"Ida {role}", role, Clock.GetUtcNow())!;
            App.Services.GetRequiredService<Passwords>().Set(account, Good);
        }
        var browser = Browser();
        await browser.Get("/sign-in");
        await browser.Send("/sign-in", ("name", name), ("password", Good));
        Assert.NotNull(browser.Cookie("chancery-session"));
        return browser;
    }

    /// <summary>Empties tables, so that a test begins anew.</summary>
    public void Forget(params string[] tables) =>
        Store.Write(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Concat(tables.Select(table => $"DELETE FROM {table};"));
            command.ExecuteNonQuery();
        });

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here!.FullName, "Chancery.slnx")))
        {
            here = here.Parent;
        }
        return here.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A clock that a test moves.</summary>
public sealed class Hand : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
