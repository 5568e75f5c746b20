using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Chancery.Editor.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Chancery.Editor;

/// <summary>How often one network address may ask (RFC 6585, 4: beyond it, 429 with a Retry-After).</summary>
internal static class Limits
{
    public static void Set(RateLimiterOptions limiter, EditorOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
            }
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter(
                Asker(context),
                _ => PerMinute(options.RequestsPerMinute)
            )
        );
        limiter.AddPolicy(
            SignInScreen.Limit,
            context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    Asker(context),
                    _ => PerMinute(options.SignInsPerMinute)
                )
        );
    }

    private static FixedWindowRateLimiterOptions PerMinute(int permits) =>
        new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };

    /// <summary>An IPv6 network of 64 bits is one asker: it is what one household is given.</summary>
    private static string Asker(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        return address.GetAddressBytes() is { Length: 16 } bytes
            ? new IPAddress([.. bytes[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString()
            : address.ToString();
    }
}
