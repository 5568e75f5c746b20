using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Desk.Checking;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Terms;
using Microsoft.AspNetCore.Authentication;
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
            foreach (var converter in (JsonConverter[])[Named<Severity>(), Named<Role>(), Named<Scope>()])
            {
                json.SerializerOptions.Converters.Add(converter);
            }
            // A number is a number: else the description says of each that it may be a text.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
        });
        services.AddOpenApi(Description.Name, Description.Set);
    }

    private static JsonStringEnumConverter<T> Named<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase);

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapOpenApi("/api/{documentName}.json").AllowAnonymous();
        var api = addresses.MapGroup("/api").DisableAntiforgery();
        InboxApi.Map(api);
        ArticlesApi.Map(api);
        FoundApi.Map(api);
        FollowedApi.Map(api);
        DraftsApi.Map(api);
        SourcesApi.Map(api);
        DeskApi.Map(api);
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
}
