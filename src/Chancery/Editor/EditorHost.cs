using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chancery.Editor.Access;
using Chancery.Reading.Fetching;
using Chancery.Record;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace Chancery.Editor;

/// <summary>The web server of a desk: what stands around every screen.</summary>
public static class EditorHost
{
    /// <summary>The largest thing that may be sent: a saved page.</summary>
    private const long MaxBody = 24 << 20;

    /// <summary>Ready to be started; the store is the caller's and outlives it.</summary>
    /// <exception cref="MisuseException">There is no watch that can be used.</exception>
    public static WebApplication Build(EditorOptions options, Store store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Nothing of the surroundings (an appsettings.json of the working folder) changes what is served.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxBody;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Keys in the desk's own folder need no further lock than the folder's.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It tells each page with a form that it is not to be kept: so it should be.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        var screens = new Screens();
        Services(builder.Services, options, store, screens);
        var app = builder.Build();
        app.Services.GetRequiredService<Watches>();
        Around(app);
        Addresses(app, screens);
        return app;
    }

    private static void Services(
        IServiceCollection services,
        EditorOptions options,
        Store store,
        Screens screens
    )
    {
        services
            .AddSingleton(options)
            .AddSingleton(options.Clock)
            .AddSingleton(store)
            .AddSingleton(screens)
            .AddSingleton<Watches>()
            .AddSingleton<ServedFiles>()
            // The coder's weights are read by the first screen that needs them.
            .AddSingleton(_ => new Pipeline(store, Weights.Coder()))
            .AddSingleton(_ => new Fetcher(options.Fetching, options.Clock))
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddScoped<Places>()
            .AddHttpContextAccessor();
        services
            .AddDataProtection()
            .SetApplicationName("chancery")
            .PersistKeysToFileSystem(Keys(options.Desk));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "chancery-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddAuthentication(SessionHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization(Roles.Policies);
        services.AddRateLimiter(limiter => Limits.Set(limiter, options));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
            // A proxy on this machine, and no other, may say for whom it asks.
            forwarded.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor
                | ForwardedHeaders.XForwardedProto
                | ForwardedHeaders.XForwardedHost
        );
        services.AddRazorComponents();
        foreach (var screen in screens.All)
        {
            screen.Add(services);
        }
    }

    /// <summary>What every request passes, in this order.</summary>
    private static void Around(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(next => context => SecurityHeaders.Set(context, next));
        Faults.Use(app);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(next => context => Faults.RefuseForeignForms(context, next));
    }

    private static void Addresses(WebApplication app, Screens screens)
    {
        app.Services.GetRequiredService<ServedFiles>().Map(app);
        // Every form is checked unless its address says why not (DisableAntiforgery: a token of its own, or no person's act).
        var checkedForms = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        foreach (var screen in screens.All)
        {
            screen.Map(checkedForms);
        }
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
    }

    /// <summary>The keys that seal cookies and forms: with them a form could be forged, so only the desk's owner reads them.</summary>
    private static DirectoryInfo Keys(string desk)
    {
        var folder = Path.Combine(desk, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }
}
