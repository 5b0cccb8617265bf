using System.Net;
using System.Net.Sockets;

namespace Bot.Digest.Reading.Egress;

/// <summary>Which IP addresses belong to the open web; everything else may be a part of the operator's network or of this machine.</summary>
public static class PublicAddresses
{
    /// <summary>
    /// What of IPv4 does not: the IANA special-purpose registry (RFC 6890) without the entries that are reachable from everywhere, multicast,
    /// class E, and the address at which Azure answers virtual machines, which is a public one.
    /// </summary>
    private static readonly IPNetwork[] Closed4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>All that IANA has given out of IPv6; loopback, local and multicast addresses lie outside.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// What of <see cref="Global6"/> is not the open web: protocol assignments with Teredo, documentation (twice), 6to4, which leads to whatever
    /// IPv4 address it holds, and the servers that answer for private addresses (AS112).
    /// </summary>
    private static readonly IPNetwork[] Closed6 =
        [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"]).Select(IPNetwork.Parse)];

    /// <summary>The prefix under which networks without IPv4 reach IPv4 addresses (RFC 6052).</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the address is one of the open web.</summary>
    /// <param name="unwrapNat64">Judge an address of the prefix of RFC 6052 by the IPv4 address in it, instead of refusing it.</param>
    public static bool Contain(IPAddress address, bool unwrapNat64) => Plain(address, unwrapNat64) switch
    {
        { AddressFamily: AddressFamily.InterNetwork } four => !Array.Exists(Closed4, closed => closed.Contains(four)),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Global6.Contains(six) && !Array.Exists(Closed6, closed => closed.Contains(six)),
        _ => false,
    };

    /// <summary>The address that packets reach: the IPv4 one where it stands inside an IPv6 one, without the zone of an interface.</summary>
    public static IPAddress Plain(IPAddress address, bool unwrapNat64)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        var plain = new IPAddress(bytes);
        return unwrapNat64 && Nat64.Contains(plain) ? new IPAddress(bytes.AsSpan(12)) : plain;
    }
}
