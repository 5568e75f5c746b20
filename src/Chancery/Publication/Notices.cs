using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Record;
using Chancery.Record.Publications;
using Chancery.Terms;

namespace Chancery.Publication;

/// <summary>
/// Tells others of what was published: webhooks, signed as Standard Webhooks says (HMAC-SHA256 over id, time and body),
/// and the WebSub hub. What is to be told is in the record before anybody is told, and is tried for about two days.
/// </summary>
internal static class Notices
{
    public const string SecretName = "CHANCERY_WEBHOOK_SECRET";

    /// <summary>What was published longer ago is told to nobody who was added since.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly string[] Feeds = ["rss.xml", "atom.xml", "feed.json"];

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Enters everything that readers can see by now and that was not told yet.</summary>
    public static void Queue(Store store, Watch watch, DateTimeOffset now)
    {
        if (watch.Press is { Webhooks.Count: 0, Hub: null })
            return;
        var notices = new List<Notice>();
        foreach (var (_, json) in PublicationShelf.Approved(store, watch.Id))
        {
            var issue = JsonSerializer.Deserialize(json, TermsJson.Issue)!;
            if ((issue.Release ?? issue.Approved!.At) is var released && released > now)
                continue;
            var news = new List<(string What, DateTimeOffset At, string Key)>
            {
                ("issue.published", released, "published"),
            };
            news.AddRange(issue.Corrections.Select((c, i) => ("issue.corrected", c.At, $"corrected {i}")));
            if (issue.Withdrawn is { } withdrawn)
                news.Add(("issue.withdrawn", withdrawn.At, "withdrawn"));
            foreach (var (what, at, key) in news.Where(item => item.At > now - News))
            {
                var body = Body(watch, issue, what, at);
                notices.AddRange(
                    watch.Press.Webhooks.Select(target => new Notice(
                        Id(issue, key, target.AbsoluteUri),
                        "webhook",
                        target.AbsoluteUri,
                        what,
                        body
                    ))
                );
                if (watch.Press is { Hub: { } hub, Site: { } site })
                    notices.AddRange(
                        Feeds.Select(feed => new Notice(
                            Id(issue, key, feed + hub.AbsoluteUri),
                            "hub",
                            hub.AbsoluteUri,
                            what,
                            $"hub.mode=publish&hub.url={Uri.EscapeDataString(new Uri(site, feed).AbsoluteUri)}"
                        ))
                    );
            }
        }
        NoticeShelf.Queue(store, watch.Id, notices, now);
    }

    /// <summary>Tells what is due.</summary>
    /// <returns>How many were told, and how many were not.</returns>
    public static async Task<(int Told, int Not)> Tell(
        Store store,
        Watch watch,
        HttpClient http,
        string? secret,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        int told = 0,
            not = 0;
        foreach (var notice in NoticeShelf.Due(store, watch.Id, clock.GetUtcNow()))
        {
            var reply = await Post(notice, http, secret, clock, stop).ConfigureAwait(false);
            var now = clock.GetUtcNow();
            var again = notice.Attempts < Waits.Length ? now + Waits[notice.Attempts] : (DateTimeOffset?)null;
            NoticeShelf.Told(store, notice.Id, reply.Well, reply.Said, now, reply.Well ? null : again);
            if (reply.Well)
                told++;
            else
                not++;
        }
        return (told, not);
    }

    /// <summary>A client that follows no redirect: a signed notice goes where the watch says, and nowhere else.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };

    /// <summary>"v1,…" of Standard Webhooks: HMAC-SHA256 over "id.timestamp.body".</summary>
    public static string Sign(string secret, string id, string timestamp, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret),
                Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")
            )
        );

    private static async Task<(bool Well, string Said)> Post(
        Notice notice,
        HttpClient http,
        string? secret,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        if (notice.Kind == "webhook" && string.IsNullOrEmpty(secret))
            return (false, $"{SecretName} is not set: nothing is told unsigned");
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, notice.Target)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(notice.Body)),
        };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Chancery", "1"));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(
            notice.Kind == "webhook" ? "application/json" : "application/x-www-form-urlencoded"
        );
        if (notice.Kind == "webhook")
        {
            request.Headers.Add("webhook-id", notice.Id);
            request.Headers.Add("webhook-timestamp", timestamp);
            request.Headers.Add("webhook-signature", Sign(secret!, notice.Id, timestamp, notice.Body));
        }
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop)
                .ConfigureAwait(false);
            return (response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        }
        catch (Exception e)
            when (e is HttpRequestException
                || e is OperationCanceledException && !stop.IsCancellationRequested
            )
        {
            return (false, e is HttpRequestException ? e.Message : "no answer in time");
        }
    }

    private static string Body(Watch watch, Issue issue, string what, DateTimeOffset at)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("type", what);
            json.WriteString("timestamp", at.UtcDateTime);
            json.WriteStartObject("data");
            json.WriteString("watch", watch.Id);
            json.WriteString("week", issue.Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("title", issue.Title.Text);
            json.WriteString("dek", issue.Dek.Text);
            if (watch.Press.Site is { } site)
                json.WriteString(
                    "url",
                    new Uri(
                        site,
                        string.Create(CultureInfo.InvariantCulture, $"issues/{issue.Week:yyyy-MM-dd}.html")
                    ).AbsoluteUri
                );
            if (what == "issue.corrected")
                json.WriteString("correction", issue.Corrections.Last(c => c.At == at).Text);
            if (what == "issue.withdrawn")
                json.WriteString("why", issue.Withdrawn!.Why);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static string Id(Issue issue, string key, string target) =>
        "msg_"
        + Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{issue.Watch}\n{issue.Week:yyyy-MM-dd}\n{key}\n{target}")
            )
        )[..32];
}
