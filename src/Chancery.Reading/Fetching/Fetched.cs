using Chancery.Terms;

namespace Chancery.Reading.Fetching;

/// <summary>What to ask for.</summary>
/// <param name="Address">http or https.</param>
/// <param name="ETag">As the last answer gave it.</param>
/// <param name="LastModified">As the last answer gave it.</param>
public sealed record FetchRequest(string Address, string? ETag = null, string? LastModified = null);

/// <summary>What came of asking.</summary>
public abstract record Fetched
{
    private Fetched() { }

    /// <param name="Capture">The answer; its address is the one that answered, after redirects.</param>
    /// <param name="ETag">To be sent with the next request.</param>
    /// <param name="LastModified">To be sent with the next request.</param>
    /// <param name="MovedTo">Where the address has moved for good (RFC 9110, 301 and 308); null where it has not.</param>
    public sealed record Arrived(Capture Capture, string? ETag, string? LastModified, string? MovedTo)
        : Fetched;

    /// <summary>The server says that nothing has changed since the last answer.</summary>
    public sealed record Unchanged : Fetched;

    /// <param name="Why">In words.</param>
    /// <param name="NotBefore">When the server asks to be asked again; null where it does not say.</param>
    public sealed record Failed(Reason Why, DateTimeOffset? NotBefore = null) : Fetched
    {
        /// <summary>True where asking again later may help.</summary>
        public bool MayPass => Why.Code is "told-to-wait" || Failure.IsUnreachable(Why);
    }
}
