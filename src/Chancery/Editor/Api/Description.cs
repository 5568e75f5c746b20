using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scope = Chancery.Record.Access.Scope;

namespace Chancery.Editor.Api;

/// <summary>The description of /api in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0).</summary>
internal static class Description
{
    public const string Name = "openapi";

    private const string About = """
        The desk behind a weekly diplomacy watch: everything it shows, read and written.

        A token is made under “Tokens for programs” and sent as `Authorization: Bearer …`. Its scope is read, edit or approve, and
        it may never do more than its person. Lists come in pages: `limit` entries (50 unless said, 500 at most), and where there
        is more a `Link` with `rel="next"`. What two may change at once has an `ETag`; a change that sends it back as `If-Match`
        is refused with 412 where somebody was faster. What goes wrong is a problem (RFC 9457) with a sentence in `detail`.
        """;

    public static void Set(OpenApiOptions openApi)
    {
        openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        openApi.ShouldInclude = address =>
            address.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        openApi.AddSchemaTransformer(
            (schema, context, _) =>
            {
                if (
                    context.JsonTypeInfo.Type == typeof(ArticleId)
                    || context.JsonTypeInfo.Type == typeof(Digest)
                )
                {
                    schema.Type = JsonSchemaType.String;
                }
                return Task.CompletedTask;
            }
        );
        openApi.AddOperationTransformer(Operation);
        openApi.AddDocumentTransformer(Document);
    }

    private static async Task Operation(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken stop
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Asked>().LastOrDefault() is not { Scope: var scope })
        {
            return;
        }
        operation.OperationId ??= Id(context.Description.HttpMethod!, context.Description.RelativePath!);
        operation.Description =
            $"Asks for a token of the scope “{scope.ToString().ToLowerInvariant()}” or above.";
        operation.Responses ??= [];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, stop);
        context.Document!.AddComponent("Problem", problem);
        (string Status, string Says)[] always =
        [
            ("400", "The request could not be understood."),
            ("401", "There is no such token."),
            ("403", "The token's scope or its person's role does not cover this."),
            ("429", "Too many requests; Retry-After says when to come again."),
        ];
        foreach (var (status, says) in always)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = says });
        }
        if (scope > Scope.Read || context.Description.HttpMethod is not "GET")
        {
            operation.Responses.TryAdd(
                "422",
                new OpenApiResponse { Description = "It cannot be done as things are; nothing was changed." }
            );
        }
        if (operation.Summary?.Contains("409:", StringComparison.Ordinal) == true)
        {
            operation.Responses.TryAdd(
                "409",
                new OpenApiResponse { Description = "Somebody was faster; nothing was written." }
            );
        }
        if (operation.Summary?.Contains("If-Match", StringComparison.Ordinal) == true)
        {
            operation.Responses.TryAdd(
                "412",
                new OpenApiResponse { Description = "It was changed since; nothing was written." }
            );
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Description = "The ETag of the state that was read (RFC 9110, 13.1.1).",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        }
        foreach (var (status, response) in operation.Responses)
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse told)
            {
                told.Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new()
                    {
                        Schema = new OpenApiSchemaReference("Problem", context.Document),
                    },
                };
            }
        }
        var isList = operation.Parameters?.Any(one => one.Name == "after") == true;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= Says(parameter.Name ?? "");
        }
        if (isList && operation.Responses.GetValueOrDefault("200") is OpenApiResponse list)
        {
            list.Headers = Header("Link", "Where there is more: the next page, as rel=\"next\" (RFC 8288).");
        }
    }

    private static Task Document(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken stop
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Chancery",
            Version = "1",
            Description = About,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        // Relative: it is where the document was read.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiHeader> Header(string name, string says) =>
        new()
        {
            [name] = new OpenApiHeader
            {
                Description = says,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };

    private static string? Says(string name) =>
        name switch
        {
            "watch" => "The watch's id.",
            "week" => "A week's first day (2026-03-06).",
            "limit" => "How many; 50 unless said, 500 at most.",
            "after" => "From the Link of the page before.",
            "since" => "The first moment or day.",
            "until" => "The first moment that is no longer wanted, or the last day.",
            _ => null,
        };

    /// <summary>"get /api/drafts/{watch}/{week}" → "getDraftsByWatchAndWeek": what generated programs call it.</summary>
    private static string Id(string method, string path)
    {
        string[] parts = path.Split('/')[1..];
        var names = parts.Where(part => part[0] != '{').Select(Pascal);
        var keys = parts.Where(part => part[0] == '{').Select(part => Pascal(part.Trim('{', '}')));
        var by = string.Join("And", keys);
        return $"{method.ToLowerInvariant()}{string.Concat(names)}{(by.Length > 0 ? $"By{by}" : "")}";
    }

    private static string Pascal(string word) =>
        string.Concat(word.Split('-', '.', ':').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
