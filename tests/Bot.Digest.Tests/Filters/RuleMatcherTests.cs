using Bot.Digest.Filters;
using CsCheck;

namespace Bot.Digest.Tests.Filters;

/// <summary>What a rule finds, and which rules are refused.</summary>
public sealed class RuleMatcherTests
{
    private static readonly FilterText Article = new(
        "Ferry strike, day 4",
        "Both sides agreed to a mediator. “The east pier stays open,” Odile Müller-Sand said.\nВарга молчит. 동부 부두는 열려 있다. 渡轮罢工结束。");

    [Theory]
    [InlineData("ferry", true)]
    [InlineData("FERRY mediator", true)]
    [InlineData("ferry zeppelin", false)]
    [InlineData("ferr", false)]
    [InlineData("muller", true)]
    [InlineData("\"east pier\"", true)]
    [InlineData("\"pier east\"", false)]
    [InlineData("pier east", true)]
    [InlineData("\"day 4\"", true)]
    [InlineData("\"4 both\"", false)]
    [InlineData("\"mediator the east\" strike", true)]
    [InlineData("варга", true)]
    [InlineData("부두", true)]
    [InlineData("罢工", true)]
    [InlineData("工罢", false)]
    [InlineData("/ferr(y|ies)/", true)]
    [InlineData("/day [5-9]/", false)]
    [InlineData("/^ferry.*4$/", false)]
    [InlineData("/(?m)^FERRY.*4$/", true)]
    public void A_rule_fits_as_it_says(string typed, bool fits)
    {
        var (rule, fault) = RuleMatcher.Read(typed, includes: true);

        Assert.Null(fault);
        Assert.Equal(fits, new RuleMatcher(rule!).Fits(Article, []));
    }

    [Theory]
    [InlineData("", FilterFault.Empty)]
    [InlineData("\"\" , !", FilterFault.Empty)]
    [InlineData("//", FilterFault.Empty)]
    [InlineData("/(/", FilterFault.Unreadable)]
    [InlineData("/[z-a]/", FilterFault.Unreadable)]
    [InlineData("/a(?=b)/", FilterFault.NotInOnePass)]
    [InlineData("/(?<!a)b/", FilterFault.NotInOnePass)]
    [InlineData(@"/(a)\1/", FilterFault.NotInOnePass)]
    [InlineData("/(?>a)b/", FilterFault.NotInOnePass)]
    [InlineData("/((a{1,100}){1,100}){1,100}/", FilterFault.TooSlow)]
    [InlineData("/(.{1,40}){1,9}$/", FilterFault.TooSlow)]
    [InlineData("/[]()]{201}/", FilterFault.TooSlow)]
    [InlineData(@"/(\(a{7,}[^]b]b\{2}){23}/", FilterFault.TooSlow)]
    [InlineData("/a{99999999999}/", FilterFault.Unreadable)]
    [InlineData("/(?i-x)(?#[)(a{15}){15}]/", FilterFault.Unreadable)]
    [InlineData("/(?ix)(a) {40}/", FilterFault.Unreadable)]
    public void A_rule_that_cannot_be_used_says_why(string typed, FilterFault fault)
    {
        Assert.Equal((null, fault), RuleMatcher.Read(typed, includes: false));
    }

    [Fact]
    public void A_rule_has_an_end()
    {
        Assert.Equal(FilterFault.TooLong, RuleMatcher.Read(new string('a', FilterLimits.LongestRule + 1), includes: false).Fault);
        Assert.Null(RuleMatcher.Read(new string('a', FilterLimits.LongestRule), includes: false).Fault);
    }

    [Fact]
    public void A_person_is_known_by_slug()
    {
        var rule = new RuleMatcher(new FilterRule(false, FilterKind.Person, "odile-marchand"));

        Assert.True(rule.Fits(Article, ["petra-sand", "odile-marchand"]));
        Assert.False(rule.Fits(Article, ["petra-sand"]));
    }

    [Theory]
    [InlineData("exclude ferry \"east pier\"", "ferry \"east pier\"")]
    [InlineData("exclude /a b/", "/a b/")]
    public void A_rule_is_shown_as_it_is_typed(string shown, string typed)
    {
        Assert.Equal(shown, RuleMatcher.Read(typed, includes: false).Rule!.Typed);
    }

    [Theory]
    [InlineData(@"/20\d{2}-[0-9]{2}-\d{2}/")]
    [InlineData("/(ferry|boat|ship)s? .{0,40}(strike|halt|stop)/")]
    [InlineData(@"/\p{Lu}{2,5} ?\d+/")]
    [InlineData("/[]()]{200}/")]
    [InlineData(@"/\(?xenon/")]
    public void What_people_look_for_is_not_too_large(string typed)
    {
        Assert.Null(RuleMatcher.Read(typed, includes: true).Fault);
    }

    /// <summary>Expressions on which backtracking engines hang are refused, or answered in one pass.</summary>
    [Theory]
    [MemberData(nameof(Evil))]
    public void No_expression_holds_a_reader_up(string pattern)
    {
        var (rule, fault) = RuleMatcher.Read($"/{pattern}/", includes: false);

        Assert.True(rule is null != fault is null);
        if (rule is not null)
        {
            // An article that is longer than what expressions are compared with, made to hit every loop.
            new RuleMatcher(rule).Fits(new FilterText(new string('a', 50), string.Concat(Enumerable.Repeat("aaaaaaaaab0 ", 4000)) + "!"), []);
        }
    }

    public static TheoryData<string> Evil =>
    [
        .. from shape in (string[])["^({0}+)+$", "^({0}*)*$", "({0}|{0}{0})+$", "^({0}|{0}?)+$", "(.*{0}){{12}}", "^(({0}+)+)+$", "({0}*{0}*{0}*)*b", "[{0}b]*{0}[{0}b]{{40}}$", "(.+)+{0}!", "({0}{{1,9}}){{1,9}}$"]
           from letter in (string[])["a", "[a-z]", @"\w", @"[^\s]", "(a|b)", @"\d?a", "(ab?)", ".", "(?:a|b|0)", @"\S"]
           select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, letter),
    ];

    [Fact]
    public void Whatever_is_typed_is_a_rule_or_has_a_fault() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["/(a|b)*+?{1,9}[]^$.\\ \"k<=!"], 0, 30].Select(text => $"/{text}/")).Sample(
        typed =>
        {
            var (rule, fault) = RuleMatcher.Read(typed, includes: true);
            if (rule is not null)
            {
                new RuleMatcher(rule).Fits(new FilterText(typed, "aab 1,9 " + typed), []);
            }

            return rule is null != fault is null;
        },
        iter: 2000);
}
