using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chancery.EditorTests;

/// <summary>What a browser without script does: keeps cookies, reads pages, sends their forms with their tokens.</summary>
public sealed class Browser(Uri address) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? http;

    public IHtmlDocument? Page { get; private set; }

    /// <summary>Of the last form or page that was asked for.</summary>
    public HttpResponseMessage? Answer { get; private set; }

    /// <summary>What the page says at its top.</summary>
    public string? Notice => Page?.QuerySelector(".notice p")?.TextContent.Trim();

    private HttpClient Http =>
        http ??= new HttpClient(
            new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }
        )
        {
            BaseAddress = address,
        };

    public string? Cookie(string name) => cookies.GetCookies(address)[name]?.Value;

    public void SetCookie(string name, string value) =>
        cookies.Add(new Cookie(name, value, "/", address.Host));

    public async Task<HttpResponseMessage> Get(string path)
    {
        Answer = await Http.GetAsync(path);
        await Take();
        return Answer;
    }

    /// <summary>Sends fields with the token of the present page, and follows to the page that comes of it.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields)
    {
        var token = Page?.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value");
        var all = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        if (token is not null)
        {
            all.Add(KeyValuePair.Create("__RequestVerificationToken", token));
        }
        return await Follow(await Http.PostAsync(path, new FormUrlEncodedContent(all)));
    }

    /// <summary>Presses Undo in the notice of the page.</summary>
    public Task<HttpResponseMessage> Undo()
    {
        var form = Page!.QuerySelector(".notice form")!;
        return Send(
            form.GetAttribute("action")!,
            [
                .. form.QuerySelectorAll("input")
                    .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))
                    .Where(field => field.Item1 != "__RequestVerificationToken"),
            ]
        );
    }

    /// <summary>Sends a file with the token of the present page.</summary>
    public async Task<HttpResponseMessage> SendFile(string path, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), "file", name },
            {
                new StringContent(
                    Page!.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
        };
        return await Follow(await Http.PostAsync(path, form));
    }

    public Task<HttpResponseMessage> Bare(HttpMethod method, string path) =>
        Http.SendAsync(new HttpRequestMessage(method, path) { Content = new FormUrlEncodedContent([]) });

    private async Task<HttpResponseMessage> Follow(HttpResponseMessage answer)
    {
        Answer = answer;
        await Take();
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            await Get(answer.Headers.Location!.OriginalString);
        }
        return answer;
    }

    private async Task Take()
    {
        if (Answer!.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Page = new HtmlParser().ParseDocument(await Answer.Content.ReadAsStringAsync());
        }
    }

    public IEnumerable<string> Texts(string selector) =>
        Page!.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());

    public void Dispose() => http?.Dispose();
}
