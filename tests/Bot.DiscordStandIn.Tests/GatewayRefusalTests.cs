using Bot.DiscordStandIn.Gateway;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What the gateway hangs up on, and how often a session may be begun.</summary>
public sealed class GatewayRefusalTests : StandInTest
{
    [Theory]
    [InlineData("""{"op":1,"d":null""", 4002)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1}}""", 4004)]
    [InlineData("IDENTIFY IDENTIFY", 4005)]
    [InlineData("INTENTS 131072", 4013)]
    [InlineData("INTENTS 32768", 4014)]
    [InlineData("SHARD 2,2", 4010)]
    public async Task What_a_client_must_not_say_ends_the_connection_with_its_code(string says, int code)
    {
        using var listener = await Listener.ConnectAsync(Discord, Ct);
        foreach (var text in Texts(says))
        {
            await listener.SayAsync(text, Ct);
        }

        Assert.Equal(code, await listener.EndAsync(Ct));
        Assert.Contains(Wrong, one => one.Contains($"was hung up on with {code}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_the_session_never_had_can_not_be_resumed_from()
    {
        var (listener, session) = await Listener.BeginAsync(Discord, Ct);
        listener.Dispose();

        using var again = await Listener.ConnectAsync(Discord, Ct);
        await again.SayAsync(Listener.Resume(Discord, session, 99), Ct);

        Assert.Equal(4007, await again.EndAsync(Ct));
    }

    [Theory]
    [InlineData("?v=9&encoding=json")]
    [InlineData("?v=10&encoding=etf")]
    public async Task Another_version_or_encoding_is_refused(string query)
    {
        using var listener = await Listener.ConnectAsync(Discord, Ct, query);

        Assert.Equal(4012, await listener.EndAsync(Ct));
    }

    [Fact]
    public async Task A_shard_of_too_many_servers_is_refused()
    {
        Discord.Gateway.MostGuildsOnAShard = 3;
        Discord.World.AddGuilds(3, channels: 0);
        using var listener = await Listener.ConnectAsync(Discord, Ct);
        await listener.SayAsync(Listener.Identify(Discord), Ct);

        Assert.Equal(4011, await listener.EndAsync(Ct));
        Assert.Equal(2, (await Caller.GetAsync("gateway/bot", Ct)).Json.GetProperty("shards").GetInt32());
    }

    [Fact]
    public async Task Too_much_at_once_and_too_much_in_a_minute_end_the_connection()
    {
        using var large = await Listener.ConnectAsync(Discord, Ct);
        await large.SayAsync($"{{\"op\":1,\"d\":null,\"x\":\"{new string('x', 4096)}\"}}", Ct);
        Assert.Equal(4002, await large.EndAsync(Ct));

        using var fast = await Listener.ConnectAsync(Discord, Ct);
        for (var i = 0; i < 120; i++)
        {
            await fast.SayAsync("""{"op":1,"d":null}""", Ct);
        }

        await Discord.Happenings.UntilAsync(() => Discord.Gateway.Heartbeats.Count == 120, Ct);
        await fast.SayAsync("""{"op":1,"d":null}""", Ct);
        Assert.Equal(4008, await fast.EndAsync(Ct));
    }

    [Fact]
    public async Task Beginning_twice_within_five_seconds_is_refused_and_the_day_s_budget_counts_down()
    {
        var (first, _) = await Listener.BeginAsync(Discord, Ct);
        first.Dispose();
        using var second = await Listener.ConnectAsync(Discord, Ct);
        await second.NextAsync(Ct);
        await second.SayAsync(Listener.Identify(Discord), Ct);

        Assert.Equal("9", await second.NextNameAsync(Ct));
        Assert.Contains("within five seconds", Assert.Single(Wrong), StringComparison.Ordinal);
        var limit = (await Caller.GetAsync("gateway/bot", Ct)).Json.GetProperty("session_start_limit");
        Assert.Equal((1000, 998, 86_400_000), (limit.GetProperty("total").GetInt32(), limit.GetProperty("remaining").GetInt32(), limit.GetProperty("reset_after").GetInt32()));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1000, Discord.Gateway.Budget.Remaining);
    }

    [Fact]
    public async Task Who_begins_too_often_in_a_day_loses_all_sessions_and_the_token()
    {
        Discord.Gateway.Budget.Total = 1;
        var token = Discord.Gateway.Token;
        var (first, _) = await Listener.BeginAsync(Discord, Ct);
        first.Dispose();
        Clock.Advance(IdentifyBudget.Pace);
        using var second = await Listener.ConnectAsync(Discord, Ct);
        await second.SayAsync(Listener.Identify(Discord), Ct);

        Assert.Equal(4004, await second.EndAsync(Ct));
        Assert.NotEqual(token, Discord.Gateway.Token);
    }

    [Fact]
    public async Task Slips_without_consequences_are_named()
    {
        using var listener = await Listener.ConnectAsync(Discord, Ct);
        await listener.NextAsync(Ct);
        await listener.SayAsync($$$"""{"op":2,"d":{"token":"{{{Discord.Gateway.Token}}}","intents":1,"properties":{"$os":"linux"},"guild_subscriptions":true,"large_threshold":10}}""", Ct);

        Assert.Equal("READY", await listener.NextNameAsync(Ct));
        Assert.Equal(5, Wrong.Count());
    }

    private string[] Texts(string says) => says.Split(' ') switch
    {
        ["IDENTIFY", "IDENTIFY"] => [Listener.Identify(Discord), Listener.Identify(Discord)],
        ["INTENTS", var intents] => [Listener.Identify(Discord, int.Parse(intents, System.Globalization.CultureInfo.InvariantCulture))],
        ["SHARD", var shard] => [Listener.Identify(Discord, more: $",\"shard\":[{shard}]")],
        _ => [says],
    };
}
