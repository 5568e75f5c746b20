using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Chancery.EditorTests;

/// <summary>The description of the interface for programs: valid, and of every address that there is.</summary>
public sealed partial class DescriptionTests(Bare bare) : IClassFixture<Bare>, IAsyncLifetime
{
    private readonly Served served = bare.Served;
    private JsonNode document = null!;
    private string text = "";

    public async ValueTask InitializeAsync()
    {
        using var nobody = new HttpClient { BaseAddress = served.Address };
        text = await nobody.GetStringAsync("/api/openapi.json");
        document = JsonNode.Parse(text)!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void It_describes_every_address_under_api_and_no_other()
    {
        var routes = served
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route =>
                route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)
                && !route.RoutePattern.RawText.Contains("documentName", StringComparison.Ordinal)
            )
            .SelectMany(route =>
                route
                    .Metadata.GetMetadata<IHttpMethodMetadata>()!
                    .HttpMethods.Select(method =>
                        $"{method} {Bare().Replace(route.RoutePattern.RawText!, "}")}"
                    )
            );
        Assert.Equal(
            routes.Order(StringComparer.Ordinal),
            Operations().Select(one => one.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void It_is_valid_OpenAPI_3_1()
    {
        var read = OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public void Every_operation_says_what_it_does_for_whom_and_what_can_go_wrong()
    {
        foreach (var (name, operation) in Operations())
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), name);
            Assert.Contains("scope", (string?)operation["description"], StringComparison.Ordinal);
            Assert.NotEmpty(operation["tags"]!.AsArray());
            var responses = operation["responses"]!.AsObject();
            Assert.Contains("401", responses.Select(one => one.Key));
            Assert.Contains(responses, one => one.Key[0] == '2');
            Assert.All(
                responses.Where(one => one.Key[0] == '4'),
                one => Assert.NotNull(one.Value!["content"]!["application/problem+json"])
            );
        }
        var ids = Operations().Select(one => (string)one.Operation["operationId"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Every_list_comes_in_pages()
    {
        foreach (var (name, operation) in Operations())
        {
            var schema = operation["responses"]!["200"]?["content"]?["application/json"]?["schema"];
            if (
                (string?)schema?["type"] != "array"
                || name is Whole or "GET /api/watches" or "GET /api/sessions"
            )
            {
                continue;
            }
            var names =
                operation["parameters"]?.AsArray().Select(one => (string?)one!["name"]).ToList() ?? [];
            if (
                name.StartsWith("GET ", StringComparison.Ordinal)
                && !name.Contains("{id}", StringComparison.Ordinal)
            )
            {
                Assert.True(names.Contains("limit") && names.Contains("after"), name);
            }
        }
    }

    private const string Whole = "POST /api/drafts/{watch}/{week}/check";

    private IEnumerable<(string Name, JsonNode Operation)> Operations() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Bare();
}
