using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Chancery.Terms;

/// <summary>
/// The terms as JSON (RFC 8259): camelCase names in the order of declaration, enumerations by name, dates in ISO 8601,
/// an article's id and a digest as plain strings, nulls left out; compact. <see cref="IssueFile"/> writes for people.
/// A list that an older file does not carry is empty; a missing part that an article, a coding or an issue cannot be
/// without is a <see cref="JsonException"/>.
/// </summary>
public static class TermsJson
{
    private static readonly JsonSerializerOptions compact = With(indented: false);

    public static JsonTypeInfo<Article> Article { get; } = Of<Article>(compact);

    public static JsonTypeInfo<Coding> Coding { get; } = Of<Coding>(compact);

    public static JsonTypeInfo<Story> Story { get; } = Of<Story>(compact);

    public static JsonTypeInfo<Issue> Issue { get; } = Of<Issue>(compact);

    public static JsonTypeInfo<LedgerEntry> LedgerEntry { get; } = Of<LedgerEntry>(compact);

    public static JsonTypeInfo<EventEntry> EventEntry { get; } = Of<EventEntry>(compact);

    public static JsonTypeInfo<FigureEntry> FigureEntry { get; } = Of<FigureEntry>(compact);

    public static JsonTypeInfo<MeetingEntry> MeetingEntry { get; } = Of<MeetingEntry>(compact);

    public static JsonTypeInfo<Watch> Watch { get; } = Of<Watch>(compact);

    public static JsonTypeInfo<Edit> Edit { get; } = Of<Edit>(compact);

    public static JsonTypeInfo<Track> Track { get; } = Of<Track>(compact);

    public static JsonTypeInfo<Dispute> Dispute { get; } = Of<Dispute>(compact);

    public static JsonTypeInfo<Emendation> Emendation { get; } = Of<Emendation>(compact);

    internal static JsonTypeInfo<Issue> IndentedIssue { get; } = Of<Issue>(With(indented: true));

    private static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions With(bool indented) =>
        new(TermsContext.Default.Options)
        {
            // Escaping beyond what JSON asks for (’ as \u2019) would make the files unreadable. These are files, never
            // HTML: a page that embeds JSON escapes it itself.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            TypeInfoResolver = TermsContext.Default.WithAddedModifier(NullsMayBeLeftOut),
        };

    // A constructor's parameter that may be null is left out when it is, so it cannot be required on the way back.
    private static void NullsMayBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsRequired && p.IsSetNullable))
            property.IsRequired = false;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(ArticleIdJson),
        typeof(DigestJson),
        typeof(EnumJson<BlockKind>),
        typeof(EnumJson<EntityKind>),
        typeof(EnumJson<EventType>),
        typeof(EnumJson<Modality>),
        typeof(EnumJson<Bound>),
        typeof(EnumJson<MeetingStatus>),
        typeof(EnumJson<MeetingForm>),
        typeof(EnumJson<MeetingLevel>),
        typeof(EnumJson<StatementForm>),
        typeof(EnumJson<Stance>),
        typeof(EnumJson<TimeKind>),
        typeof(EnumJson<TrimKind>),
        typeof(EnumJson<ActorKind>),
        typeof(EnumJson<OutletKind>),
        typeof(EnumJson<PublicationKind>),
        typeof(EnumJson<DayOfWeek>),
        typeof(EnumJson<Section>),
        typeof(EnumJson<Side>),
        typeof(EnumJson<TrackStep>),
        typeof(EnumJson<DisputeKind>),
        typeof(EnumJson<Ruling>),
    ]
)]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Coding))]
[JsonSerializable(typeof(Story))]
[JsonSerializable(typeof(Watch))]
[JsonSerializable(typeof(EventEntry))]
[JsonSerializable(typeof(FigureEntry))]
[JsonSerializable(typeof(MeetingEntry))]
[JsonSerializable(typeof(Emendation))]
[JsonSerializable(typeof(Emendation.Office), TypeInfoPropertyName = "EmendationOffice")]
[JsonSerializable(typeof(Edit))]
[JsonSerializable(typeof(Track))]
[JsonSerializable(typeof(Dispute))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class TermsContext : JsonSerializerContext;

internal sealed class EnumJson<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed class ArticleIdJson : JsonConverter<ArticleId>
{
    public override ArticleId Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class DigestJson : JsonConverter<Digest>
{
    public override Digest Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Hex);
}
