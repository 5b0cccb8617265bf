using Bot.Digest.Sources;
using CsCheck;

namespace Bot.Digest.Tests.Sources;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("https://lind.example/feed?a=1#top", "https://lind.example/feed?a=1", null)]
    [InlineData("http://lind.example", "http://lind.example/", null)]
    [InlineData("lind.example/feed", "https://lind.example/feed", "http://lind.example/feed")]
    [InlineData("feed:https://lind.example/feed", "https://lind.example/feed", null)]
    [InlineData("FEED://lind.example/feed", "https://lind.example/feed", "http://lind.example/feed")]
    [InlineData("<https://lind.example/feed>", "https://lind.example/feed", null)]
    [InlineData(" lind.example:8080 ", "https://lind.example:8080/", "http://lind.example:8080/")]
    public void What_is_typed_leads_to_an_address(string typed, string address, string? otherwise)
    {
        var read = SourceAddress.Read(typed);

        Assert.Equal((address, otherwise), (read?.Address.AbsoluteUri, read?.Otherwise?.AbsoluteUri));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lind")]
    [InlineData("the lind post")]
    [InlineData("https://")]
    [InlineData("ftp://lind.example/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@lind.example")]
    public void What_is_no_web_address_is_none(string typed) => Assert.Null(SourceAddress.Read(typed));

    [Fact]
    public void Whatever_is_typed_is_a_web_address_or_none() => Gen.OneOf(Gen.String, Gen.String.Select(text => $"https://{text}"), Gen.String.Select(text => $"feed:{text}.example"))
        .Sample(typed => SourceAddress.Read(typed)?.Address.Scheme is null or "http" or "https", iter: 3000);
}
