using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class MaskedAddressTests
{
    [Theory]
    [InlineData("https://reader:hunter2@norrmarkpost.com/feed", "https://***@norrmarkpost.com/feed")]
    [InlineData("https://norrmarkpost.com/feed?token=abc&page=2", "https://norrmarkpost.com/feed?token=***&page=2")]
    [InlineData("https://norrmarkpost.com/feed?feed_token=abc", "https://norrmarkpost.com/feed?feed_token=***")]
    [InlineData("https://norrmarkpost.com/feed?API-Key=abc&x_sig=1", "https://norrmarkpost.com/feed?API-Key=***&x_sig=***")]
    [InlineData("https://norrmarkpost.com/rss/3f9a1c77e20b4d5596e8a0b1c2d3e4f5/all", "https://norrmarkpost.com/rss/***/all")]
    [InlineData("https://norrmarkpost.com/private/0b5c2f9e-77aa-4c1d-9a3e-5d1f2b6c8e90.xml", "https://norrmarkpost.com/private/***")]
    [InlineData("https://norrmarkpost.com/rss/0123456789abcdef0123456789abcdef/", "https://norrmarkpost.com/rss/***/")]
    [InlineData("https://norrmarkpost.com/rss/feed_1122334455AABBCC", "https://norrmarkpost.com/rss/***")]
    [InlineData("https://norrmarkpost.com/rss/11112222-3333-4444-aaaa-bbbb55556666", "https://norrmarkpost.com/rss/***")]
    [InlineData("https://norrmarkpost.com/bot4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK/x", "https://norrmarkpost.com/***/x")]
    [InlineData("https://norrmarkpost.com/?x9Kd7Qp2Lm4Zt8Rv", "https://norrmarkpost.com/?***")]
    [InlineData("https://norrmarkpost.com/?v=x9Kd7Qp2Lm4Zt8Rv", "https://norrmarkpost.com/?v=***")]
    public void What_guards_a_private_feed_is_not_shown(string address, string expected) => Assert.Equal(expected, MaskedAddress.Of(new Uri(address)));

    [Theory]
    [InlineData("https://norrmarkpost.com/2026/05/14/east-pier-stays-open-until-2027-says-minister.html")]
    [InlineData("https://norrmarkpost.com/Harbour-News/Ferry-Strike-Day-4-Both-Sides-Agree-1234567")]
    [InlineData("http://norrmarkpost.com:8080/feeds/posts/default?alt=rss&max-results=25")]
    [InlineData("https://norrmarkpost.com/article/20260514123456789012")]
    [InlineData("https://norrmarkpost.com/?keyword=pier&monkey=1&author=varga")]
    [InlineData("https://[2606:4700::64]/feed")]
    public void What_anybody_may_see_stays(string address) => Assert.Equal(address, MaskedAddress.Of(new Uri(address)));

    [Fact]
    public void A_name_with_letters_that_only_look_alike_is_shown_in_plain_letters() =>
        Assert.Equal("https://xn--nrrmarkpost-rnj.com/", MaskedAddress.Of(new Uri("https://nоrrmarkpost.com/")));

    [Theory]
    [InlineData("feed.xml?token=1")]
    [InlineData("mailto:someone@norrmarkpost.com")]
    public void What_is_no_whole_address_is_not_shown_at_all(string text) =>
        Assert.Equal("***", MaskedAddress.Of(new Uri(text, UriKind.RelativeOrAbsolute)));
}
