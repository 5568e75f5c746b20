namespace Chancery.Press.Mail;

/// <summary>A report that a message could not be delivered (RFC 3464).</summary>
/// <param name="MessageId">Of the message it is about, without angle brackets, where the report returns its header.</param>
/// <param name="Failed">Those whom it did not reach.</param>
public sealed record DeliveryReport(string? MessageId, IReadOnlyList<FailedReader> Failed)
{
    /// <summary>Null where the message is no such report, or tells of a delay alone.</summary>
    public static DeliveryReport? Read(ReadOnlySpan<byte> message)
    {
        var parts = MimePart.Of(message).All().ToList();
        var status = parts.Find(part =>
            part.Type is "message/delivery-status" or "message/global-delivery-status"
        );
        if (status is null)
            return null;
        var failed = status
            .Text()
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(Failure)
            .OfType<FailedReader>()
            .ToList();
        return failed.Count == 0 ? null : new DeliveryReport(Returned(parts), failed);
    }

    private static FailedReader? Failure(string group)
    {
        var fields = MimePart.Fields(group).ToList();
        var address = Typed("Original-Recipient") ?? Typed("Final-Recipient");
        return
            address is not null
            && string.Equals(Value("Action"), "failed", StringComparison.OrdinalIgnoreCase)
            ? new FailedReader(address, Value("Status")?.Split(' ')[0] ?? "")
            : null;

        string? Value(string name) =>
            fields.Find(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

        // "rfc822; reader@mail.example" (RFC 3464, 2.3.2).
        string? Typed(string name) =>
            Value(name) is { } value && value.IndexOf(';', StringComparison.Ordinal) is > 0 and var semicolon
                ? value[(semicolon + 1)..].Trim().Trim('<', '>')
                : null;
    }

    /// <summary>The returned header is a part of its own: "text/rfc822-headers", or the whole message.</summary>
    private static string? Returned(List<MimePart> parts) =>
        parts
            .Where(part => part.Type is "text/rfc822-headers" or "message/rfc822" or "message/rfc822-headers")
            .SelectMany(part => MimePart.Fields(part.Text().Split("\n\n")[0]))
            .FirstOrDefault(f => f.Key.Equals("Message-ID", StringComparison.OrdinalIgnoreCase))
            .Value?.Trim('<', '>', ' ');
}

/// <param name="Address">As the report gives it.</param>
/// <param name="Status">RFC 3463: "5.1.1".</param>
public sealed record FailedReader(string Address, string Status)
{
    /// <summary>x.1.z: the address is not there, and never will be.</summary>
    public bool Gone => Status.StartsWith("5.1.", StringComparison.Ordinal);
}
