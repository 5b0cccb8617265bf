using System.Text.RegularExpressions;
using Bot.Digest.Chat;

namespace Bot.Host.Tests.Communities;

/// <summary>
/// The admin of one community tries to reach what belongs to another, with every command there is: each gets the answer that it gets for what
/// does not exist.
/// </summary>
public sealed class ForeignCommunityTests(TwoCommunities communities) : IClassFixture<TwoCommunities>
{
    /// <summary>What is tried, by command. In braces stands what belongs to the other community, and in its place in a second try what does not exist.</summary>
    private static readonly Dictionary<string, string[]> Attacks = new(StringComparer.Ordinal)
    {
        ["about"] = ["/about"],
        ["article"] = ["/article {article}", "/article {link}"],
        ["audit"] = ["/audit", "/audit page:2"],
        ["community approve"] = ["/community approve {community}"],
        ["community block"] = ["/community block {community}"],
        ["community limit"] = ["/community limit {community} sources:1"],
        ["community list"] = ["/community list"],
        ["compare"] = ["/compare {person} ann-moor about:{words}", "/compare ann-moor \"{name}\" about:meadow"],
        ["deliveries"] = ["/deliveries", "/deliveries failed"],
        ["deliveries again"] = ["/deliveries again {slot}"],
        ["digest"] = ["/digest", "/digest since:2026-01-01 style:full", "/digest {words}", "/digest {words} since:2026-01-01"],
        ["filter add"] = ["/filter add exclude person:{person}", "/filter add exclude football source:{source}", "/filter add include meadow source:\"{sourcename}\""],
        ["filter list"] = ["/filter list", "/filter list page:9"],
        ["filter remove"] = ["/filter remove {filter}"],
        ["filter test"] = ["/filter test", "/filter test exclude {words}", "/filter test exclude meadow source:{source}", "/filter test include person:\"{name}\""],
        ["follow"] = ["/follow {person}", "/follow \"{name}\" every:30", "/follow {words}", "/follow {story}", "/follow meadow in:{community}"],
        ["following"] = ["/following"],
        ["forget community"] = ["/forget community", "/forget community in:{community}", "/forget community confirm:yes in:{community}"],
        ["forget me"] = ["/forget me", "/forget me confirm:yes"],
        ["help"] = ["/help", "/help {words}"],
        ["latest"] = ["/latest", "/latest {words}", "/latest source:\"{sourcename}\"", "/latest page:99"],
        ["pause"] = ["/pause", "/pause 1 for:7d"],
        ["person merge"] = ["/person merge {person} into:ann-moor"],
        ["person note"] = ["/person note {person} text:mine"],
        ["person remove"] = ["/person remove {person}", "/person remove {person} confirm:yes"],
        ["person rename"] = ["/person rename {person} to:Mine"],
        ["person split"] = ["/person split {person} articles:{article}"],
        ["person undo"] = ["/person undo"],
        ["privacy"] = ["/privacy"],
        ["quote hide"] = ["/quote hide {item}"],
        ["quote restore"] = ["/quote restore {item}"],
        ["quote unresolve"] = ["/quote unresolve {item}"],
        ["reports"] = ["/reports", "/reports page:9"],
        ["reports dismiss"] = ["/reports dismiss {report}"],
        ["resume"] = ["/resume", "/resume 1"],
        ["said"] = ["/said {quote}", "/said \"{quote}\" by:{person}", "/said meadow by:\"{name}\""],
        ["search"] = ["/search {words}", "/search person:{person}", "/search person:\"{name}\"", "/search meadow source:\"{sourcename}\""],
        ["settings"] = ["/settings", "/settings zone:tokyo in:{community}"],
        ["source add"] = ["/source add {sourceurl}", "/source add {link}", "/source add {sourceurl} for:everyone"],
        ["source export"] = ["/source export", "/source export secrets:with"],
        ["source import"] = ["/source import"],
        ["source list"] = ["/source list", "/source list page:5"],
        ["source pause"] = ["/source pause {source}", "/source pause \"{sourcename}\"", "/source pause {sourceurl}"],
        ["source remove"] = ["/source remove {source}", "/source remove {source} confirm:yes", "/source remove \"{sourcename}\" confirm:yes", "/source remove {source} confirm:yes in:{community}"],
        ["source resume"] = ["/source resume {source}", "/source resume \"{sourcename}\""],
        ["source test"] = ["/source test {sourceurl}"],
        ["start"] = ["/start"],
        ["status"] = ["/status"],
        ["story"] = ["/story {story}", "/story {story} show:articles", "/story {words}"],
        ["subscribe"] = ["/subscribe 1", "/subscribe 1 at:09:00", "/subscribe in:{community}"],
        ["subscriptions"] = ["/subscriptions"],
        ["timeline"] = ["/timeline {person}", "/timeline {words}", "/timeline {story}"],
        ["top"] = ["/top", "/top since:2026-01-01 by:growth"],
        ["unfollow"] = ["/unfollow", "/unfollow 1"],
        ["unsubscribe"] = ["/unsubscribe", "/unsubscribe 1", "/unsubscribe 1 in:{community}"],
        ["why"] = ["/why", "/why 1", "/why {item}", "/why story:{story}", "/why article:{article}"],
        ["wrong"] = ["/wrong {item}", "/wrong {item} kind:person", "/wrong {article} kind:story"],
        ["who"] = ["/who {person}", "/who \"{name}\"", "/who {person} about:{words} show:possible"],
    };

    public static TheoryData<string> Naming => [.. Attacks.Keys.Where(command => Array.Exists(Attacks[command], NamesSomething))];

    public static TheoryData<string> NamingNothing => [.. Attacks.Keys.Where(command => !Array.TrueForAll(Attacks[command], NamesSomething))];

    [Fact]
    public void Every_command_is_tried()
    {
        Assert.Equal(communities.Commands.Order(StringComparer.Ordinal), Attacks.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Naming))]
    public async Task What_belongs_to_another_community_is_answered_like_what_does_not_exist(string command)
    {
        foreach (var attack in Attacks[command].Where(NamesSomething))
        {
            var foreign = await communities.AskAsync(communities.Asker, TwoCommunities.Fill(attack, communities.Theirs));
            var nowhere = await communities.AskAsync(communities.Asker, TwoCommunities.Fill(attack, TwoCommunities.Nowhere));

            Assert.Equal(Anonymous(nowhere, attack, TwoCommunities.Nowhere), Anonymous(foreign, attack, communities.Theirs));
        }

        Assert.Null(communities.Defect);
        Assert.Equal(communities.Before, await communities.StateAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(NamingNothing))]
    public async Task Who_names_nothing_is_told_nothing_of_another_community(string command)
    {
        foreach (var line in Attacks[command].Where(attack => !NamesSomething(attack)))
        {
            var told = ReplyJson.Write(await communities.AskAsync(communities.Bystander, line));

            Assert.DoesNotContain("Odo Brandt", told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Harbour Letter", told, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Null(communities.Defect);
        Assert.Equal(communities.Before, await communities.StateAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The owner's own tries find what the attacker's do not: the answers are alike because of who asks, not because nothing is there.</summary>
    [Theory]
    [InlineData("/article {article}")]
    [InlineData("/article {link}")]
    [InlineData("/search {words}")]
    [InlineData("/said {quote}")]
    [InlineData("/who {person}")]
    [InlineData("/story {story}")]
    [InlineData("/wrong {item}")]
    [InlineData("/timeline {words}")]
    [InlineData("/source remove {source}")]
    [InlineData("/filter test source:{source}")]
    public async Task The_owner_reaches_it(string line)
    {
        var own = await communities.AskAsync(communities.Owner, TwoCommunities.Fill(line, communities.Theirs));
        var nowhere = await communities.AskAsync(communities.Owner, TwoCommunities.Fill(line, TwoCommunities.Nowhere));

        Assert.NotEqual(Anonymous(nowhere, line, TwoCommunities.Nowhere), Anonymous(own, line, communities.Theirs));
    }

    [Theory]
    [InlineData("/who odo")]
    [InlineData("/story harbour wall")]
    [InlineData("/source pause harb")]
    [InlineData("/latest source:harb")]
    [InlineData("/timeline divers find")]
    [InlineData("/follow odo")]
    public async Task Nothing_of_another_community_completes_a_line(string line)
    {
        Assert.Empty(await communities.CompleteAsync(communities.Bystander, line));
        Assert.NotEmpty(await communities.CompleteAsync(communities.Owner, line));
    }

    private static bool NamesSomething(string attack) => attack.Contains('{', StringComparison.Ordinal);

    /// <summary>The answer without what was asked for.</summary>
    private static string Anonymous(Reply reply, string attack, IReadOnlyDictionary<string, string> values)
    {
        var text = ReplyJson.Write(reply);
        foreach (var (name, value) in values.Where(pair => attack.Contains($"{{{pair.Key}}}", StringComparison.Ordinal)).OrderByDescending(pair => pair.Value.Length))
        {
            text = Regex.Replace(text, $@"(?<!\d){Regex.Escape(value)}(?!\d)", $"{{{name}}}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return text;
    }
}
