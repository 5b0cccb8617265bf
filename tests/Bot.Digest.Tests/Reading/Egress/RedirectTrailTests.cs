using Bot.Digest.Reading.Egress;

namespace Bot.Digest.Tests.Reading.Egress;

public sealed class RedirectTrailTests
{
    [Theory]
    [InlineData("https://www.norrmarkpost.com/feed", "https://www.norrmarkpost.com/feed")]
    [InlineData("//cdn.norrmarkpost.com/feed", "http://cdn.norrmarkpost.com/feed")]
    [InlineData("/rss?from=/a:b", "http://norrmarkpost.com/rss?from=/a:b")]
    [InlineData("../c", "http://norrmarkpost.com/c")]
    [InlineData("?page=2", "http://norrmarkpost.com/a/b?page=2")]
    public void A_redirect_leads_to_a_whole_or_a_relative_address(string location, string expected)
    {
        var trail = From("http://norrmarkpost.com/a/b");

        Assert.Equal(RedirectStep.Followed, trail.Follow(302, location));
        Assert.Equal(expected, trail.Current.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("http://norrmarkpost.com:25/")]
    [InlineData("http://a:b@norrmarkpost.com/")]
    [InlineData("gopher://norrmarkpost.com/")]
    [InlineData("http:10.0.0.1")]
    [InlineData("/\\10.0.0.1/")]
    [InlineData("/a\r\nHost: b")]
    [InlineData("")]
    [InlineData(null)]
    public void A_redirect_is_judged_like_an_address_that_was_typed(string? location)
    {
        var trail = From("http://norrmarkpost.com/a/b");

        Assert.Equal(RedirectStep.Refused, trail.Follow(301, location));
        Assert.Equal("http://norrmarkpost.com/a/b", trail.Current.AbsoluteUri);
    }

    [Fact]
    public void A_redirect_does_not_leave_the_encrypted_web()
    {
        Assert.Equal(RedirectStep.Refused, From("https://norrmarkpost.com/").Follow(301, "http://norrmarkpost.com/a"));
        Assert.Equal(RedirectStep.Followed, From("https://norrmarkpost.com/").Follow(301, "/a"));
    }

    [Fact]
    public void The_sixth_redirect_is_one_too_many()
    {
        var trail = From("http://norrmarkpost.com/0");

        Assert.All(Enumerable.Range(1, 5), number => Assert.Equal(RedirectStep.Followed, trail.Follow(302, $"/{number}")));
        Assert.Equal(RedirectStep.TooMany, trail.Follow(302, "/6"));
    }

    [Fact]
    public void A_redirect_that_leads_back_ends_the_way()
    {
        var trail = From("http://norrmarkpost.com/a");

        Assert.Equal(RedirectStep.TooMany, trail.Follow(302, "/a"));
        Assert.Equal(RedirectStep.Followed, trail.Follow(302, "/b"));
        Assert.Equal(RedirectStep.TooMany, trail.Follow(302, "/a"));
    }

    [Fact]
    public void A_move_is_for_good_only_when_every_step_says_so()
    {
        var trail = From("http://norrmarkpost.com/a");
        Assert.Null(trail.MovedTo);

        trail.Follow(301, "/b");
        trail.Follow(308, "/c");
        Assert.Equal("http://norrmarkpost.com/c", trail.MovedTo?.AbsoluteUri);

        trail.Follow(302, "/d");
        trail.Follow(301, "/e");
        Assert.Null(trail.MovedTo);
    }

    private static RedirectTrail From(string start)
    {
        var policy = new EgressPolicy();
        return new(policy, policy.Parse(start)!);
    }
}
