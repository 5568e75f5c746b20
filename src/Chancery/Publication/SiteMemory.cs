using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Press;
using Chancery.Record;
using Chancery.Record.Publications;

namespace Chancery.Publication;

/// <summary>What is known of a site's folder from its last build.</summary>
internal sealed record SiteMemory
{
    /// <summary>Of what cards are made of besides the issue; others are made anew.</summary>
    public string Maker { get; init; } = "";

    /// <summary>By the issue's digest.</summary>
    public Dictionary<string, IssueCard> Cards { get; init; } = [];

    /// <summary>The files that stand there, each with its key.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    public static SiteMemory Of(Store store, string watch, string folder)
    {
        try
        {
            return PublicationShelf.Memory(store, watch, folder) is { } json
                ? JsonSerializer.Deserialize(json, SiteMemoryJson.Default.SiteMemory) ?? new()
                : new();
        }
        catch (JsonException)
        {
            // Of another version of the program: the site is built as if it were new.
            return new();
        }
    }

    public void Keep(Store store, string watch, string folder) =>
        PublicationShelf.Remember(
            store,
            watch,
            folder,
            JsonSerializer.SerializeToUtf8Bytes(this, SiteMemoryJson.Default.SiteMemory)
        );
}

[JsonSerializable(typeof(SiteMemory))]
internal sealed partial class SiteMemoryJson : JsonSerializerContext;
