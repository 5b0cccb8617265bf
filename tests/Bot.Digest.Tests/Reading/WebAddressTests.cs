using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/a#part", "https://news.example/a")]
    [InlineData("http://news.example/a?fbclid=1&page=2&utm_medium=rss", "http://news.example/a?page=2")]
    [InlineData("http://news.example/a?utm_source=x", "http://news.example/a")]
    public void Addresses_that_mean_the_same_page_become_equal(string text, string expected)
    {
        Assert.Equal(expected, WebAddress.Canonical(text)!.AbsoluteUri);
    }

    [Theory]
    [InlineData("ftp://news.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@news.example/")]
    [InlineData("//127.0.0.1/")]
    [InlineData("just words")]
    [InlineData("https://news.example/\u0000a")]
    [InlineData(null)]
    public void What_is_no_plain_web_address_is_none(string? text)
    {
        Assert.Null(WebAddress.Canonical(text));
    }

    [Fact]
    public void A_relative_address_needs_its_page()
    {
        Assert.Null(WebAddress.Canonical("/a/b"));
        Assert.Equal("https://news.example/a/b", WebAddress.Canonical("/a/b", new Uri("https://news.example/x/y"))!.AbsoluteUri);
    }
}
