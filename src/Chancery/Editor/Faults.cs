using Chancery.Editor.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor;

/// <summary>What goes wrong, as a page in words; under /api as a problem (RFC 9457).</summary>
internal static class Faults
{
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = Answer,
                StatusCodeSelector = mistake =>
                    mistake is BadHttpRequestException bad ? bad.StatusCode
                    : mistake is Record.RecordException ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
            }
        );
        app.UseStatusCodePages(context => Answer(context.HttpContext));
    }

    /// <summary>A form without the token of its page goes no further.</summary>
    public static Task RefuseForeignForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Items[nameof(RefuseForeignForms)] = true;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private static Task Answer(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var sentence =
            context.Features.Get<IExceptionHandlerFeature>()?.Error is Record.RecordException broken
                ? broken.Message
            : context.Items.ContainsKey(nameof(RefuseForeignForms)) ? Foreign
            : Sentence(status);
        return context.Request.Path.StartsWithSegments("/api")
            ? Results
                .Problem(
                    new ProblemDetails
                    {
                        Status = status,
                        Title = Title(status),
                        Detail = sentence,
                    }
                )
                .ExecuteAsync(context)
            : Page.Of<FaultPage>(new { Title = Title(status), Sentence = sentence }, status)
                .ExecuteAsync(context);
    }

    private const string Foreign =
        "This form was not sent from a page of this sign-in, so nothing was changed. Go back, load the page anew and send it again.";

    public static string Title(int status) =>
        status switch
        {
            400 => "That could not be understood",
            401 => "Sign in first",
            403 => "Not with this account",
            404 => "There is nothing here",
            405 => "Not that way",
            409 => "Somebody was faster",
            412 => "Changed since",
            413 => "Too large",
            415 => "Of a kind that is not read here",
            422 => "That cannot be done as things are",
            429 => "Too fast",
            503 => "The desk cannot be used just now",
            _ => "Something broke",
        };

    private static string Sentence(int status) =>
        status switch
        {
            400 => "Something was missing from the request or not as it should be; nothing was changed.",
            401 => "This needs a signed-in person; your session may have ended.",
            403 => "Your role does not cover this; a publisher can change it under Accounts.",
            404 =>
                "No page, article or story has this address. It may have been mistyped, or belong to another desk.",
            405 => "This address does not answer to that kind of request.",
            409 => "It was changed elsewhere in the meantime; nothing of yours was written over it.",
            412 => "It was changed since you read it; nothing was written over it.",
            413 => "What was sent is larger than the desk takes at once.",
            415 => "The desk does not read things of this kind.",
            422 => "Nothing was changed.",
            429 => "Too many requests came from your address in the last minute. Wait a minute and go on.",
            503 => "The desk’s record is busy or its disk is full; see the console.",
            _ => "The mistake is ours and was written to the console; what you had saved is kept.",
        };
}
