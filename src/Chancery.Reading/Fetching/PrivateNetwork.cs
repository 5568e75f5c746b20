using System.Net;
using System.Net.Sockets;

namespace Chancery.Reading.Fetching;

/// <summary>Addresses that no outlet has: this machine, its network, the cloud's metadata, and what is reserved (IANA's special-purpose registries, RFC 6890).</summary>
public static class PrivateNetwork
{
    private static readonly IPNetwork[] Reserved =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        // Link-local, and in it the metadata service of most clouds (169.254.169.254).
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/127"),
        IPNetwork.Parse("100::/64"),
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
        IPNetwork.Parse("5f00::/16"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"),
        IPNetwork.Parse("ff00::/8"),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Inside(address) is { } inner)
            return Contains(inner);
        return Array.Exists(Reserved, network => network.Contains(address));
    }

    /// <summary>The IPv4 address that an IPv6 address stands for: NAT64 (64:ff9b::/96), 6to4 (2002::/16), and the compatible form (::/96).</summary>
    private static IPAddress? Inside(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]))
            return new IPAddress(bytes[12..]);
        if (bytes[0] == 0x20 && bytes[1] == 0x02)
            return new IPAddress(bytes[2..6]);
        return
            !bytes[..12].ContainsAnyExcept((byte)0)
            && bytes[12..].ContainsAnyExcept((byte)0)
            && !address.Equals(IPAddress.IPv6Loopback)
            ? new IPAddress(bytes[12..])
            : null;
    }
}
