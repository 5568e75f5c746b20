using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Record.Access;

/// <summary>What only its holder knows. The record keeps its SHA-256: who reads the record cannot sign in with it.</summary>
public static class Secret
{
    /// <summary>256 random bits in base64url (RFC 4648, 5).</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>64 random bits as 16 hexadecimal digits, for what is named and not kept secret.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    internal static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
