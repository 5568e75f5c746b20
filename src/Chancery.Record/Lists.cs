using System.Text.Json.Serialization;

namespace Chancery.Record;

/// <summary>Lists given to SQL as one value (json_each), however long they are.</summary>
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IEnumerable<long>))]
internal sealed partial class Lists : JsonSerializerContext;
