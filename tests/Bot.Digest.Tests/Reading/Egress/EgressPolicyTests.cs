using System.Net;
using Bot.Digest.Reading.Egress;
using CsCheck;

namespace Bot.Digest.Tests.Reading.Egress;

public sealed class EgressPolicyTests
{
    private static readonly EgressPolicy Policy = new();

    private static readonly string[] Fragments =
    [
        "http", "https", "feed", ":", "//", "/", "@", "\\", "%", "[", "]", "::1", "127.0.0.1", "0x7f", "017", "localhost", "news", ".", "..", "example", "com",
        "１２７", "。", "ⓛ", "\u00AD", "\u200B", "\uD800", "\r\n", " ", "?", "#", "80", "99999", "-", "_", "ü",
    ];

    [Theory]
    [InlineData("https://news.example.com/feed.xml", "https://news.example.com/feed.xml")]
    [InlineData("  HTTP://News.Example.COM  ", "http://news.example.com/")]
    [InlineData("https://news.example.com.:443/a?b=c#d", "https://news.example.com/a?b=c")]
    [InlineData("https://zürich.example.com/", "https://xn--zrich-kva.example.com/")]
    [InlineData("http://news.example.com:8080/a@b%20c d", "http://news.example.com:8080/a@b%20c%20d")]
    [InlineData("feed://news.example.com/rss", "http://news.example.com/rss")]
    [InlineData("feed:https://news.example.com/rss", "https://news.example.com/rss")]
    [InlineData("https://my_blog.example.com?to=http://10.0.0.1/", "https://my_blog.example.com/?to=http://10.0.0.1/")]
    [InlineData("http://9.9.9.9/feed", "http://9.9.9.9/feed")]
    [InlineData("https://[2606:4700:0:0::64]/", "https://[2606:4700::64]/")]
    [InlineData("https://10.0.0.1.example.com/", "https://10.0.0.1.example.com/")]
    public void An_address_of_the_web_gets_its_one_form(string text, string expected) => Assert.Equal(expected, Policy.Parse(text)?.AbsoluteUri);

    [Theory]
    [InlineData("http://3232235777/")]
    [InlineData("http://0xC0A80101/")]
    [InlineData("http://0300.0250.1.1/")]
    [InlineData("http://192.168.257/")]
    [InlineData("http://9.9.9.9./")]
    [InlineData("http://9.9.9/")]
    [InlineData("http://09.9.9.9/")]
    [InlineData("http://news.0x/")]
    [InlineData("http://151587081/")]
    [InlineData("http://９.９.９.９/")]
    [InlineData("http://１０.０.０.１/")]
    [InlineData("http://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("http://local\u00ADhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[fe80::2%25en0]/")]
    [InlineData("http://[::ffff:172.16.0.1]/")]
    [InlineData("http://[v7.a:b]/")]
    [InlineData("http://[1.2.3.4]/")]
    [InlineData("http://reader:secret@news.example.com/")]
    [InlineData("http://@news.example.com/")]
    [InlineData("http://news.example.com%2e10.0.0.1/")]
    [InlineData("http://news.example.com\\.10.0.0.1/")]
    [InlineData("http://news.example.com/a\\b")]
    [InlineData("http://news.example.com/\r\nX: y")]
    [InlineData("http://news example.com/")]
    [InlineData("http://news,example.com/")]
    [InlineData("http://news..example.com/")]
    [InlineData("http://news.example.com:80:81/")]
    [InlineData("http://news.example.com:+80/")]
    [InlineData("http://news.example.com:8081/")]
    [InlineData("http://news.example.com:65616/")]
    [InlineData("http:/news.example.com/")]
    [InlineData("http:///news.example.com/")]
    [InlineData("//news.example.com/")]
    [InlineData("ftp://news.example.com/")]
    [InlineData("feed:gopher://news.example.com/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("news.example.com")]
    [InlineData("http://intranet/")]
    [InlineData("http://wiki.corp/")]
    [InlineData("http://printer.LOCAL/")]
    [InlineData("http://nas.home.arpa./")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_address_of_the_web_or_can_be_read_in_two_ways_is_refused(string? text) => Assert.Null(Policy.Parse(text));

    [Fact]
    public void Names_and_addresses_have_a_longest_form()
    {
        Assert.NotNull(Policy.Parse($"http://{new string('a', 63)}.example.com/"));
        Assert.Null(Policy.Parse($"http://{new string('a', 64)}.example.com/"));
        Assert.Null(Policy.Parse($"http://{string.Concat(Enumerable.Repeat("abcdefghi.", 25))}example.com/"));
        Assert.NotNull(Policy.Parse("http://example.com/".PadRight(2048, 'a')));
        Assert.Null(Policy.Parse("http://example.com/".PadRight(2049, 'a')));
    }

    [Fact]
    public void Letters_and_their_escaped_bytes_are_one_address()
    {
        Assert.Equal(Policy.Parse("http://example.com/%25%EF%BF%BDa"), Policy.Parse("http://example.com/%\uFFFDa"));
        Assert.Equal(Policy.Parse("http://example.com/M%C3%BChle"), Policy.Parse("http://example.com/Mühle"));
    }

    [Fact]
    public void Whatever_is_typed_is_judged_without_an_error_and_what_passes_stays_as_it_is() =>
        Gen.OneOf([.. Array.ConvertAll<string, IGen<string>>(Fragments, Gen.Const), Gen.String[0, 3]]).Array[0, 10].Select(string.Concat).Sample(
            text =>
            {
                var address = Policy.Parse($"http://{text}");
                Assert.Equal(address, address is null ? null : Policy.Parse(address.AbsoluteUri));
            },
            iter: 20_000);

    [Fact]
    public void One_bad_address_refuses_a_name_and_so_does_none()
    {
        Assert.True(Policy.Allows("news.example.com", [IPAddress.Parse("9.9.9.9"), IPAddress.Parse("2606:4700::64")]));
        Assert.False(Policy.Allows("news.example.com", [IPAddress.Parse("9.9.9.9"), IPAddress.Parse("10.1.1.1")]));
        Assert.False(Policy.Allows("news.example.com", []));
    }

    [Fact]
    public void An_operator_opens_ports_names_and_networks_and_closes_his_own_address()
    {
        var policy = new EgressPolicy
        {
            Ports = [8081],
            Hosts = ["feeds.lan"],
            Networks = [IPNetwork.Parse("10.1.0.0/16")],
            OwnAddresses = [IPAddress.Parse("9.9.9.9")],
        };

        Assert.NotNull(policy.Parse("http://feeds.lan:8081/"));
        Assert.NotNull(policy.Parse("http://10.1.2.3/"));
        Assert.Null(policy.Parse("http://10.2.2.3/"));
        Assert.Null(policy.Parse("http://other.lan/"));
        Assert.Null(policy.Parse("http://9.9.9.9/"));
        Assert.True(policy.Allows("feeds.lan", IPAddress.Parse("::ffff:10.1.2.3")));
        Assert.False(policy.Allows("feeds.lan", IPAddress.Parse("10.2.2.3")));
        Assert.False(policy.Allows("news.example.com", IPAddress.Parse("::ffff:9.9.9.9")));
    }

    [Fact]
    public void A_stranger_s_name_leads_into_no_network_that_the_operator_opened() =>
        Assert.False(new EgressPolicy { Networks = [IPNetwork.Parse("10.1.0.0/16")] }.Allows("news.example.com", IPAddress.Parse("10.1.2.3")));
}
