using System.Text.Json;

namespace Chancery.Press.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static byte[] Of(FeedHead feed, IReadOnlyList<FeedEntry> entries)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Form))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("description", feed.Subtitle);
            json.WriteString("language", "en");
            json.WriteString("home_page_url", feed.Absolute(feed.Page));
            json.WriteString("feed_url", feed.Absolute(feed.Path("feed.json")));
            if (feed.Source.Watch.Press.Hub is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub.AbsoluteUri);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteStartArray("items");
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("id", entry.Id);
                json.WriteString("url", entry.Address);
                json.WriteString("title", entry.Title);
                json.WriteString("summary", entry.Summary);
                json.WriteString("content_html", entry.Html);
                json.WriteString("date_published", Printed.Iso(entry.Published));
                if (entry.Updated != entry.Published)
                    json.WriteString("date_modified", Printed.Iso(entry.Updated));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return memory.ToArray();
    }
}
