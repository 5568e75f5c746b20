using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Polishing;

/// <summary>Asks a model over an OpenAI-compatible interface (<c>POST chat/completions</c>). Whatever it answers is text from outside.</summary>
public sealed class LanguageModel(HttpClient http, ModelOptions options)
{
    /// <summary>No answer about a paragraph is longer.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>What the model answered; null where it did not, with why.</summary>
    public async Task<(string? Answer, string? Why)> Ask(
        string instruction,
        string material,
        CancellationToken stop
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ended.CancelAfter(options.Patience);
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri(options.Address, "chat/completions")
            )
            {
                Content = new StringContent(Body(instruction, material), Encoding.UTF8, "application/json"),
            };
            if (options.Key is { } key)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }
            using var response = await http.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    ended.Token
                )
                .ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"the model answered {(int)response.StatusCode}");
            }
            using var body = await response.Content.ReadAsStreamAsync(ended.Token).ConfigureAwait(false);
            var bytes = new byte[MostBytes + 1];
            var length = await body.ReadAtLeastAsync(
                    bytes,
                    bytes.Length,
                    throwOnEndOfStream: false,
                    ended.Token
                )
                .ConfigureAwait(false);
            return length > MostBytes
                ? (null, "the model’s answer has no end")
                : Content(bytes.AsMemory(0, length));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, $"the model did not answer within {options.Patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            return (null, $"the model cannot be reached: {e.Message}");
        }
        catch (IOException e)
        {
            return (null, $"the model broke off: {e.Message}");
        }
    }

    private string Body(string instruction, string material) =>
        new JsonObject
        {
            ["model"] = options.Model,
            ["temperature"] = 0,
            ["stream"] = false,
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = instruction },
                new JsonObject { ["role"] = "user", ["content"] = material }
            ),
        }.ToJsonString();

    private static (string?, string?) Content(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            return
                answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("choices", out var choices)
                && choices is { ValueKind: JsonValueKind.Array }
                && choices.GetArrayLength() > 0
                && choices[0].TryGetProperty("message", out var message)
                && message.TryGetProperty("content", out var content)
                && content.ValueKind == JsonValueKind.String
                ? (content.GetString(), null)
                : (null, "the model’s answer has no message");
        }
        catch (JsonException)
        {
            return (null, "the model’s answer is not JSON");
        }
        catch (InvalidOperationException)
        {
            return (null, "the model’s answer is not of the form that was asked for");
        }
    }
}
