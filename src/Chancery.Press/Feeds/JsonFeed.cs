using System.Text.Json;

namespace Chancery.Press.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static byte[] Of(SiteInput input, IReadOnlyList<FeedIssue> issues)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Form))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", input.Watch.Name);
            json.WriteString("description", input.Watch.Question);
            json.WriteString("language", "en");
            json.WriteString("home_page_url", Addresses.Absolute(input.Address, "index.html"));
            json.WriteString("feed_url", Addresses.Absolute(input.Address, "feed.json"));
            json.WriteStartArray("items");
            foreach (var issue in issues)
            {
                json.WriteStartObject();
                json.WriteString("id", issue.Id);
                json.WriteString("url", issue.Address);
                json.WriteString("title", issue.Issue.Title.Text);
                json.WriteString("summary", issue.Issue.Dek.Text);
                json.WriteString("content_html", issue.Html);
                json.WriteString("date_published", Printed.Iso(issue.At));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return memory.ToArray();
    }
}
