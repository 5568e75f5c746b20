using System.Globalization;
using System.Text;
using Chancery.Commands;
using Chancery.Editor.Access;
using Chancery.Editor.Adding;
using Chancery.Reading.Feeds;
using Chancery.Reading.Fetching;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Feeds;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Chancery.Editor.Sources;

/// <summary>Outlets and feeds with their health; feeds are found, tested, kept, dropped, taken in and given out as a list.</summary>
internal sealed class SourcesScreen : IScreen
{
    /// <summary>The limit on what makes the desk ask other machines.</summary>
    public const string Limit = "asking";

    private const int PerMinute = 30;

    public NavigationLink Link { get; } =
        new(90, "Sources", 'o', place => $"/sources?watch={place.Watch.Id}");

    public void Add(IServiceCollection services) =>
        services
            .AddSingleton<FetchRun>()
            .Configure<RateLimiterOptions>(limiter =>
                limiter.AddFixedWindowLimiter(
                    Limit,
                    window => (window.PermitLimit, window.Window) = (PerMinute, TimeSpan.FromMinutes(1))
                )
            );

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet(
            "/sources",
            (Places places, Store store, FetchRun run, TimeProvider clock, string? show) =>
                Page.Of<SourcesPage>(
                    new
                    {
                        Watch = places.Current.Watch,
                        States = FeedLog.All(store).ToDictionary(state => state.Address),
                        Given = Subscriptions.All(store),
                        Run = run,
                        Now = clock.GetUtcNow(),
                        Show = show ?? "",
                    }
                )
        );
        addresses.MapGet("/sources/feeds.opml", List);
        addresses.MapPost("/sources/look", Look).For(Role.Editor).RequireRateLimiting(Limit);
        addresses.MapPost("/sources/keep", Keep).For(Role.Editor);
        addresses.MapPost("/sources/drop", Drop).For(Role.Editor);
        addresses.MapPost("/sources/list", TakeIn).For(Role.Editor);
        addresses.MapPost("/sources/list/undo", GiveBack).For(Role.Editor);
        addresses.MapPost("/sources/fetch", Fetch).For(Role.Editor);
    }

    private static IResult List(Places places, Store store) =>
        Results.File(
            Encoding.UTF8.GetBytes(
                Opml.Write(
                    places.Current.Watch.Name,
                    FeedsCommand.OfOutlets(places.Current.Watch).Concat(Subscriptions.All(store))
                )
            ),
            Opml.MediaType,
            $"{places.Current.Watch.Id}.opml"
        );

    /// <summary>Looks at any address: a feed is shown before it is kept, a page with the feeds that it points to.</summary>
    private static async Task<IResult> Look(
        HttpContext context,
        Places places,
        Fetcher fetcher,
        Store store,
        [FromForm] string? address
    )
    {
        var (looked, why) = await Looked.At(fetcher, address ?? "", context.RequestAborted);
        if (looked is null)
        {
            return new Notice(why!, Failed: true).Then(context, "/sources");
        }
        return Page.Of<LookPage>(
            new
            {
                Place = places.Current,
                looked.Asked,
                looked.Address,
                looked.Feed,
                looked.Found,
                looked.Why,
                Has = Subscriptions.All(store).Any(given => given.Address == looked.Asked),
            }
        );
    }

    private static IResult Keep(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? address,
        [FromForm] string? title,
        [FromForm] string? page,
        [FromForm] string? folder
    )
    {
        if (Links.Safe(address) is not { } safe)
        {
            return Results.BadRequest();
        }
        var added = Subscriptions.Keep(
            store,
            [
                new Subscription(
                    safe,
                    title?.Trim() ?? "",
                    Links.Safe(page),
                    (folder ?? "").Split(
                        '/',
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                ),
            ],
            clock.GetUtcNow()
        );
        audit.Note(context, "kept a feed", safe);
        return added == 0
            ? new Notice($"{safe} was kept already.").Then(context, "/sources")
            : new Notice(
                $"Kept {(string.IsNullOrWhiteSpace(title) ? safe : title)}; the next fetch asks it.",
                "/sources/drop",
                new Dictionary<string, string> { ["address"] = safe }
            ).Then(context, "/sources");
    }

    private static IResult Drop(HttpContext context, Store store, Audit audit, [FromForm] string? address)
    {
        var kept = Subscriptions.All(store).FirstOrDefault(given => given.Address == address);
        if (kept is null || !Subscriptions.Remove(store, kept.Address))
        {
            return new Notice(
                "The desk does not have that feed; a watch’s own feeds stand in its file.",
                Failed: true
            ).Then(context, "/sources");
        }
        audit.Note(context, "dropped a feed", address!);
        return new Notice(
            $"Dropped {(kept.Title.Length > 0 ? kept.Title : address)}; what it brought stays.",
            "/sources/keep",
            new Dictionary<string, string>
            {
                ["address"] = kept.Address,
                ["title"] = kept.Title,
                ["page"] = kept.Page ?? "",
                ["folder"] = string.Join('/', kept.Folders),
            }
        ).Then(context, "/sources");
    }

    private static async Task<IResult> TakeIn(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        IFormFile? file
    )
    {
        if (file is not { Length: > 0 })
        {
            return new Notice("Choose a list first.", Failed: true).Then(context, "/sources");
        }
        var (feeds, why) = await Uploads.Feeds(file, context.RequestAborted);
        var safe = feeds.Where(feed => Links.Safe(feed.Address) is not null).ToList();
        if (safe.Count == 0)
        {
            return new Notice(
                why ?? "The list names no feed with an http or https address.",
                Failed: true
            ).Then(context, "/sources");
        }
        var now = clock.GetUtcNow();
        var added = Subscriptions.Keep(store, safe, now);
        audit.Note(context, "took in a list of feeds", $"{added} new of {feeds.Count}");
        return new Notice(
            $"The list names {feeds.Count} feeds; {added} of them are new.",
            added > 0 ? "/sources/list/undo" : null,
            new Dictionary<string, string>
            {
                ["at"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            }
        ).Then(context, "/sources");
    }

    private static IResult GiveBack(HttpContext context, Store store, Audit audit, [FromForm] string? at)
    {
        var gone =
            long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            && moment < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? Subscriptions.RemoveAddedAt(store, DateTimeOffset.FromUnixTimeMilliseconds(moment))
                : 0;
        if (gone == 0)
        {
            return new Notice("It was taken back already.", Failed: true).Then(context, "/sources");
        }
        audit.Note(context, "took a list of feeds back", $"{gone}");
        return new Notice(
            gone == 1 ? "Taken back: one feed is dropped." : $"Taken back: {gone} feeds are dropped."
        ).Then(context, "/sources");
    }

    private static IResult Fetch(
        HttpContext context,
        Places places,
        Store store,
        FetchRun run,
        Audit audit,
        [FromForm] string? address
    )
    {
        string[] wanted = address is { Length: > 0 } one
            ? [one]
            :
            [
                .. Fetching.Feeds(places.Current.Watch),
                .. Subscriptions.All(store).Select(given => given.Address),
            ];
        if (wanted.Length == 0)
        {
            return new Notice("There is no feed to ask yet.", Failed: true).Then(context, "/sources");
        }
        if (!run.Start([.. wanted.Distinct()]))
        {
            return new Notice("A pass is under way already.", Failed: true).Then(context, "/sources");
        }
        audit.Note(context, "fetched", wanted.Length == 1 ? wanted[0] : $"{wanted.Length} feeds");
        return Results.LocalRedirect("/sources");
    }
}
