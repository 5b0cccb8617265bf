using System.Text;
using Bot.Digest.Reading.Robots;
using CsCheck;

namespace Bot.Digest.Tests.Reading;

public sealed class RobotsRulesTests
{
    private static readonly string[] Fragments = ["User-agent", "Disallow", "Allow", "Crawl-delay", ":", " ", "*", "$", "/", "a", "%41", "%zz", "DigestBot", "\n", "\r", "#", "\0", "é", "1e9", "-1", "∞"];

    [Fact]
    public void Without_rules_everything_may_be_fetched()
    {
        Assert.True(RobotsRules.None.Allow(At("/a")));
        Assert.True(Read("").Allow(At("/a")));
        Assert.True(Read("User-agent: *\nDisallow:\n").Allow(At("/a")));
        Assert.True(Read("Disallow: /").Allow(At("/a")));
    }

    [Fact]
    public void A_group_of_our_own_holds_in_place_of_that_for_everybody()
    {
        var rules = Read("User-agent: *\nDisallow: /\n\nUser-Agent: digestbot/2.0 (news)\nDisallow: /private\n");

        Assert.True(rules.Allow(At("/a")));
        Assert.False(rules.Allow(At("/private/a")));
        Assert.False(Read("User-agent: DigestBot\n\nUser-agent: x\nDisallow: /").Allow(At("/a")));
        Assert.True(Read("User-agent: *\nDisallow: /\nUser-agent: DigestBot\nDisallow:").Allow(At("/a")));
        Assert.False(Read("User-agent: *\nDisallow: /\nUser-agent: DigestBotany\nDisallow:").Allow(At("/a")));
    }

    [Fact]
    public void Groups_for_one_name_are_one_and_names_in_a_row_share_their_rules()
    {
        var rules = Read("User-agent: OtherBot\nUser-agent: DigestBot\nDisallow: /a\nSitemap: https://norrmarkpost.com/s.xml\nUser-agent: OtherBot\nDisallow: /c\nUser-agent: DigestBot\nDisallow: /b\n");

        Assert.False(rules.Allow(At("/a")));
        Assert.False(rules.Allow(At("/b")));
        Assert.True(rules.Allow(At("/c")));
    }

    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/abc?d", true)]
    [InlineData("/a", "/ba", false)]
    [InlineData("/a$", "/a", true)]
    [InlineData("/a$", "/ab", false)]
    [InlineData("/*.xml", "/a/b.xml?c", true)]
    [InlineData("/*.xml$", "/a/b.xml", true)]
    [InlineData("/*.xml$", "/a.xml/b.xml", true)]
    [InlineData("/*.xml$", "/a/b.xml?c", false)]
    [InlineData("/a*b*c", "/a-c-b-c", true)]
    [InlineData("/a*b*c", "/a-c-b", false)]
    [InlineData("*/a", "/b/a", true)]
    [InlineData("/*a$", "/a", true)]
    [InlineData("/aba*ba$", "/aba", false)]
    [InlineData("/pi%C3%A9ce", "/pi\u00E9ce", true)]
    [InlineData("/pi\u00E9ce", "/pi%c3%a9ce", true)]
    [InlineData("/%7Ejoe", "/~joe", true)]
    [InlineData("/a%2Fb", "/a/b", false)]
    [InlineData("/a%2fb", "/a%2Fb", true)]
    public void A_pattern_is_a_beginning_with_wildcards(string pattern, string path, bool isRefused) =>
        Assert.Equal(isRefused, !Read($"User-agent: *\nDisallow: {pattern}\n").Allow(At(path)));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /*.html", "/a.html", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    public void The_longest_pattern_decides_and_of_two_the_kinder(string rules, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, Read($"User-agent: *\n{rules}\n").Allow(At(path)));

    [Theory]
    [InlineData("Crawl-delay: 2.5", 2.5)]
    [InlineData("Crawl-delay: soon", null)]
    [InlineData("Crawl-delay: NaN", null)]
    [InlineData("Crawl-delay: 999999999999", null)]
    [InlineData("Allow: /", null)]
    public void A_site_can_ask_for_a_longer_pause(string line, double? seconds) =>
        Assert.Equal(seconds, Read($"User-agent: *\n{line}\n").Delay?.TotalSeconds);

    [Fact]
    public void Comments_marks_and_every_kind_of_line_end_are_understood() =>
        Assert.False(Read("\uFEFF# hello\rUSER-AGENT : * # all\r\n  disallow : /a # this\r\n").Allow(At("/a")));

    [Fact]
    public void What_stands_beyond_the_limit_is_not_read()
    {
        var file = $"User-agent: *\n{new string('#', RobotsRules.MostBytes)}\nDisallow: /\n";

        Assert.True(Read(file).Allow(At("/a")));
    }

    [Fact]
    public void Whatever_a_file_holds_is_read_without_an_error_and_leaves_itself_open() =>
        Gen.OneOf([.. Array.ConvertAll<string, IGen<string>>(Fragments, Gen.Const), Gen.String[0, 4]]).Array[0, 40].Select(string.Concat).Sample(
            file => Assert.True(Read($"User-agent: *\n{file}").Allow(At("/robots.txt"))),
            iter: 10_000);

    private static RobotsRules Read(string file) => RobotsRules.Read(Encoding.UTF8.GetBytes(file));

    private static Uri At(string path) => new($"https://norrmarkpost.com{path}");
}
