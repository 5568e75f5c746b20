using Chancery.Record;
using Chancery.Terms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.OpenApi;
using Scope = Chancery.Record.Access.Scope;

namespace Chancery.Editor.Api;

/// <summary>What programs use: JSON under /api with a token, its description in OpenAPI 3.1, and whether the desk is well.</summary>
internal sealed class ApiScreen : IScreen
{
    public void Add(IServiceCollection services)
    {
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null);
        services.ConfigureHttpJsonOptions(json =>
        {
            // Terms under /api read as they do in the files that people keep.
            foreach (var converter in TermsJson.Issue.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
            json.SerializerOptions.Converters.Add(
                new System.Text.Json.Serialization.JsonStringEnumConverter<Desk.Checking.Severity>(
                    System.Text.Json.JsonNamingPolicy.CamelCase
                )
            );
            json.SerializerOptions.DefaultIgnoreCondition = System
                .Text
                .Json
                .Serialization
                .JsonIgnoreCondition
                .WhenWritingNull;
            json.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
        });
        services.AddOpenApi(
            "openapi",
            openApi =>
            {
                openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                openApi.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
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
                openApi.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "Chancery",
                            Version = "1",
                            Description =
                                "The desk behind a weekly diplomacy watch. A token is made under “Tokens for programs” and sent as Authorization: Bearer.",
                        };
                        document.Servers = [];
                        document.Components ??= new OpenApiComponents();
                        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                        {
                            ["token"] = new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.Http,
                                Scheme = "bearer",
                            },
                        };
                        document.Security =
                        [
                            new OpenApiSecurityRequirement
                            {
                                [new OpenApiSecuritySchemeReference("token", document)] = [],
                            },
                        ];
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapOpenApi("/api/{documentName}.json").AllowAnonymous();
        var api = addresses.MapGroup("/api").DisableAntiforgery();
        DraftsApi.Map(api);
        RecordApi.Map(api);
        addresses
            .MapGet("/health/live", () => new HealthAnswer("alive"))
            .AllowAnonymous()
            .DisableRateLimiting();
        addresses.MapGet("/health/ready", Ready).AllowAnonymous().DisableRateLimiting();
        TokensPages.Map(addresses);
    }

    /// <summary>Alive is the process; ready, that it can answer from the record.</summary>
    private static IResult Ready(Store store)
    {
        try
        {
            Record.Articles.ArticleShelf.Newest(store, DateTimeOffset.MaxValue);
            return Results.Ok(new HealthAnswer("ready"));
        }
        catch (Exception e) when (e is System.Data.Common.DbException or RecordException)
        {
            return Results.Json(
                new HealthAnswer("the record cannot be read"),
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }
    }

    /// <summary>The address is for tokens of this scope and those above it.</summary>
    public static RouteHandlerBuilder For(RouteHandlerBuilder endpoint, Scope scope) =>
        endpoint.RequireAuthorization(TokenHandler.Policy(scope));
}
