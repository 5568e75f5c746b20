using System.Text;
using System.Text.Json;
using Chancery.Editor.Access;
using Chancery.Editor.Sources;
using Chancery.Reading.Fetching;
using Chancery.Record.Access;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Adding;

/// <summary>An article is added by its text, its address, a saved file, or from the page that somebody is reading.</summary>
internal sealed class AddScreen : IScreen
{
    public void Add(IServiceCollection services) => services.AddSingleton<Intaking>();

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses
            .MapGet(
                "/add",
                (HttpContext context, string? address) => Page.Of<AddPage>(new { Address = address ?? "" })
            )
            .For(Role.Editor);
        addresses.MapGet("/add/from", From).For(Role.Editor);
        addresses.MapPost("/add/text", Text).For(Role.Editor);
        addresses.MapPost("/add/address", Address).For(Role.Editor).RequireRateLimiting(SourcesScreen.Limit);
        addresses.MapPost("/add/file", File).For(Role.Editor);
        addresses.MapPost("/add/page", Sent).For(Role.Editor);
    }

    /// <summary>Where the bookmarklet opens: it waits for the page that the reader is looking at, which sends itself.</summary>
    private static IResult From(HttpContext context)
    {
        // The window that opened this one has to be able to speak to it.
        context.Response.Headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        return Page.Of<FromPage>();
    }

    private static Task<IResult> Text(
        HttpContext context,
        Intaking intaking,
        [FromForm] string? headline,
        [FromForm] string? outlet,
        [FromForm] string? address,
        [FromForm] string? published,
        [FromForm] string? text
    )
    {
        if (string.IsNullOrWhiteSpace(headline) || string.IsNullOrWhiteSpace(text))
        {
            return Again(new Notice("An article has a headline and a text.", Failed: true), context);
        }
        return intaking.Take(
            context,
            [Pasted(headline, text, outlet, address, published, context.Account().Person, intaking.Now)]
        );
    }

    /// <summary>What a person typed or pasted, as a capture.</summary>
    internal static Capture Pasted(
        string headline,
        string text,
        string? outlet,
        string? address,
        string? published,
        string by,
        DateTimeOffset at
    )
    {
        var fields = new Dictionary<string, string?>
        {
            ["title"] = headline.Trim(),
            ["outlet"] = Links.Safe(outlet?.Trim()) is { } page ? new Uri(page).Host : outlet?.Trim(),
            ["url"] = Links.Safe(address?.Trim()),
            ["published"] = string.IsNullOrWhiteSpace(published) ? null : published.Trim(),
            ["text"] = text.ReplaceLineEndings("\n").Trim(),
        };
        return Capture.Of(
            JsonSerializer.SerializeToUtf8Bytes(
                fields.Where(field => !string.IsNullOrEmpty(field.Value)).ToDictionary()
            ),
            "application/json; profile=article",
            null,
            $"pasted by {by}",
            at
        );
    }

    private static async Task<IResult> Address(
        HttpContext context,
        Intaking intaking,
        Fetcher fetcher,
        [FromForm] string? address
    ) =>
        await fetcher.Get(new FetchRequest(address?.Trim() ?? ""), context.RequestAborted) switch
        {
            Fetched.Arrived came => await intaking.Take(context, [came.Capture]),
            Fetched.Failed failed => await Again(new Notice(failed.Why.Sentence, Failed: true), context),
            _ => await Again(new Notice("That address gave nothing.", Failed: true), context),
        };

    private static async Task<IResult> File(HttpContext context, Intaking intaking, IFormFileCollection files)
    {
        List<Capture> captures = [];
        string? why = null;
        // A field that nobody used is sent as a file without a name.
        foreach (var file in files.Where(file => file.Length > 0))
        {
            var (found, whyNot) = await Uploads.Read(file, context.RequestAborted);
            captures.AddRange(found);
            why ??= whyNot;
        }
        return files.All(file => file.Length == 0)
                ? await Again(new Notice("Choose a file or a folder first.", Failed: true), context)
            : captures.Count == 0
                ? await Again(
                    new Notice(why ?? "There is nothing in it that can be read.", Failed: true),
                    context
                )
            : await intaking.Take(context, captures);
    }

    private static Task<IResult> Sent(
        HttpContext context,
        Intaking intaking,
        [FromForm] string? address,
        [FromForm] string? page
    ) =>
        string.IsNullOrWhiteSpace(page)
            ? Again(new Notice("No page came with it.", Failed: true), context)
            : intaking.Take(
                context,
                [
                    Capture.Of(
                        Encoding.UTF8.GetBytes(page),
                        "text/html; charset=utf-8",
                        Links.Safe(address),
                        $"sent from a browser by {context.Account().Person}",
                        intaking.Now
                    ),
                ]
            );

    private static Task<IResult> Again(Notice notice, HttpContext context) =>
        Task.FromResult(notice.Then(context, "/add"));
}
