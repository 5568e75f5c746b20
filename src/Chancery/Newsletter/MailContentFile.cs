using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Press.Mail;

namespace Chancery.Newsletter;

/// <summary>What a mailing says, as the record keeps it.</summary>
internal static class MailContentFile
{
    public static string Write(MailContent content) =>
        JsonSerializer.Serialize(content, MailContentJson.Default.MailContent);

    public static MailContent Read(string json) =>
        JsonSerializer.Deserialize(json, MailContentJson.Default.MailContent)
        ?? throw new InvalidOperationException("A mailing was kept as null.");
}

[JsonSerializable(typeof(MailContent))]
internal sealed partial class MailContentJson : JsonSerializerContext;
