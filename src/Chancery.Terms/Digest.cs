using System.Security.Cryptography;

namespace Chancery.Terms;

/// <summary>SHA-256 of a capture's bytes, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest(string Hex)
{
    public static Digest Of(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public override string ToString() => Hex;
}
