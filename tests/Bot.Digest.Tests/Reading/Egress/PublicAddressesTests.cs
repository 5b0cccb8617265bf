using System.Net;
using System.Numerics;
using Bot.Digest.Reading.Egress;

namespace Bot.Digest.Tests.Reading.Egress;

public sealed class PublicAddressesTests
{
    /// <summary>Each closed range with its last address and its neighbours on both sides, which are open.</summary>
    public static TheoryData<string, string, string?, string?> ClosedRanges => new()
    {
        { "0.0.0.0", "0.255.255.255", null, "1.0.0.0" },
        { "10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0" },
        { "100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0" },
        { "127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0" },
        { "168.63.129.16", "168.63.129.16", "168.63.129.15", "168.63.129.17" },
        { "169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0" },
        { "172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0" },
        { "192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0" },
        { "192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0" },
        { "192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0" },
        { "192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0" },
        { "198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0" },
        { "198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0" },
        { "203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0" },
        { "224.0.0.0", "239.255.255.255", "223.255.255.255", null },
        { "240.0.0.0", "255.255.255.255", null, null },
        { "::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, "2000::" },
        { "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::" },
        { "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::" },
        { "2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::" },
        { "2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff", "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff", "2620:4f:8001::" },
        { "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::" },
        { "4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null },
    };

    [Theory]
    [MemberData(nameof(ClosedRanges))]
    public void A_closed_range_is_closed_from_end_to_end_and_its_neighbours_are_not(string first, string last, string? before, string? after)
    {
        Assert.All([first, last, Middle(first, last)], closed => Assert.False(IsPublic(closed), closed));
        Assert.All(new[] { before, after }.OfType<string>(), open => Assert.True(IsPublic(open), open));
    }

    [Theory]
    [InlineData("fe80::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("ff05::2")]
    [InlineData("::1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b:1::a00:1")]
    public void Local_addresses_of_the_sixth_version_are_closed(string address) => Assert.False(IsPublic(address));

    [Theory]
    [InlineData("::ffff:192.168.7.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    public void An_address_inside_another_is_judged_by_itself(string address, bool expected) => Assert.Equal(expected, IsPublic(address));

    [Theory]
    [InlineData("64:ff9b::101:101", false, false)]
    [InlineData("64:ff9b::101:101", true, true)]
    [InlineData("64:ff9b::a00:1", true, false)]
    [InlineData("64:ff9b:0:0:0:1:101:101", true, false)]
    public void Translated_addresses_are_closed_until_the_operator_needs_them(string address, bool unwrap, bool expected) =>
        Assert.Equal(expected, PublicAddresses.Contain(IPAddress.Parse(address), unwrap));

    [Fact]
    public void The_zone_of_an_interface_changes_nothing() =>
        Assert.False(PublicAddresses.Contain(new IPAddress(IPAddress.Parse("fe80::1").GetAddressBytes(), 3), unwrapNat64: false));

    private static bool IsPublic(string address) => PublicAddresses.Contain(IPAddress.Parse(address), unwrapNat64: false);

    /// <summary>The first address of the upper half: a range that is a bit too narrow leaves it open.</summary>
    private static string Middle(string first, string last)
    {
        var (low, high) = (Number(first), Number(last));
        var bytes = ((low + high + 1) / 2).ToByteArray(isUnsigned: true, isBigEndian: true);
        var length = IPAddress.Parse(first).GetAddressBytes().Length;
        return new IPAddress([.. new byte[length - bytes.Length], .. bytes]).ToString();
    }

    private static BigInteger Number(string address) => new(IPAddress.Parse(address).GetAddressBytes(), isUnsigned: true, isBigEndian: true);
}
