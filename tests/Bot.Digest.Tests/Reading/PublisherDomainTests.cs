using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

public sealed class PublisherDomainTests
{
    [Theory]
    [InlineData("https://www.norrmark-post.example/pier", "norrmark-post.example")]
    [InlineData("https://Sport.Norrmark-Post.example./a", "norrmark-post.example")]
    [InlineData("https://news.harbour.co.uk/a", "harbour.co.uk")]
    [InlineData("https://co.uk/a", "co.uk")]
    [InlineData("https://lind.press.se/a", "lind.press.se")]
    [InlineData("https://one.substack.com/p/a", "one.substack.com")]
    [InlineData("https://www.höfn.example/a", "xn--hfn-sna.example")]
    public void Addresses_of_one_owner_have_one_domain(string address, string domain) =>
        Assert.Equal(domain, PublisherDomain.Of(new Uri(address)));

    [Theory]
    [InlineData("https://news.google.com/articles/1")]
    [InlineData("https://substack.com/p/a")]
    [InlineData("https://localhost/a")]
    [InlineData("https://192.0.2.7/a")]
    [InlineData("https://[2001:db8::1]/a")]
    public void An_address_that_tells_nothing_of_who_publishes_has_none(string address) =>
        Assert.Null(PublisherDomain.Of(new Uri(address)));
}
