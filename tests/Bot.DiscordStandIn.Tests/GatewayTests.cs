using System.Net.WebSockets;
using System.Text.Json;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Gateway;

namespace Bot.DiscordStandIn.Tests;

/// <summary>How a session begins, what it hears, and how it goes on after the connection ended.</summary>
public sealed class GatewayTests : StandInTest
{
    [Theory]
    [InlineData("")]
    [InlineData("&compress=zlib-stream")]
    public async Task A_session_begins_with_hello_is_ready_and_hears_of_its_servers_packed_or_not(string compress)
    {
        using var listener = await Listener.ConnectAsync(Discord, Ct, "?v=10&encoding=json" + compress);
        var hello = await listener.NextAsync(Ct);
        await listener.SayAsync(Listener.Identify(Discord), Ct);
        var (ready, guild) = (await listener.NextAsync(Ct), await listener.NextAsync(Ct));

        Assert.Equal((10, 41_250), (hello.GetProperty("op").GetInt32(), hello.GetProperty("d").GetProperty("heartbeat_interval").GetInt32()));
        Assert.Equal(("READY", 1), (ready.GetProperty("t").GetString(), ready.GetProperty("s").GetInt32()));
        Assert.True(ready.GetProperty("d").GetProperty("guilds")[0].GetProperty("unavailable").GetBoolean());
        Assert.Equal(Discord.Gateway.Address, ready.GetProperty("d").GetProperty("resume_gateway_url").GetString());
        Assert.Equal(("GUILD_CREATE", "Norrmark", 2), (guild.GetProperty("t").GetString(), guild.GetProperty("d").GetProperty("name").GetString(), guild.GetProperty("s").GetInt32()));
        Assert.Equal("news", guild.GetProperty("d").GetProperty("channels")[0].GetProperty("name").GetString());
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task Heartbeats_are_confirmed_at_once_late_or_never_as_it_is_told()
    {
        var (listener, _) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;

        await listener.SayAsync("""{"op":1,"d":2}""", Ct);
        Assert.Equal("11", await listener.NextNameAsync(Ct));
        Discord.Gateway.Trouble.Acks = Acks.Never;
        await listener.SayAsync("""{"op":1,"d":2}""", Ct);
        await Discord.Happenings.UntilAsync(() => Discord.Gateway.Heartbeats.Count == 2, Ct);
        Discord.Gateway.Trouble.Acks = Acks.Late;
        await listener.SayAsync("""{"op":1,"d":2}""", Ct);
        await Discord.Happenings.UntilAsync(() => Discord.Gateway.Heartbeats.Count == 3, Ct);
        Discord.Gateway.Trouble.AskForHeartbeat();
        Assert.Equal("1", await listener.NextNameAsync(Ct));
        Clock.Advance(Discord.Gateway.Trouble.AckDelay);
        Assert.Equal("11", await listener.NextNameAsync(Ct));
    }

    [Fact]
    public async Task What_happens_while_nobody_listens_is_told_when_the_session_is_taken_up_again_and_nothing_else()
    {
        var (listener, session) = await Listener.BeginAsync(Discord, Ct);
        Discord.Gateway.Trouble.Drop();
        Assert.Null(await listener.EndAsync(Ct));
        listener.Dispose();
        Guild.AddChannel("one");
        Guild.AddChannel("two");

        using var again = await Listener.ConnectAsync(Discord, Ct);
        await again.NextAsync(Ct);
        await again.SayAsync(Listener.Resume(Discord, session, 2), Ct);

        var (one, two) = (await again.NextAsync(Ct), await again.NextAsync(Ct));
        Assert.Equal(("one", 3), (one.GetProperty("d").GetProperty("name").GetString(), one.GetProperty("s").GetInt32()));
        Assert.Equal(("two", 4), (two.GetProperty("d").GetProperty("name").GetString(), two.GetProperty("s").GetInt32()));
        Assert.Equal("RESUMED", await again.NextNameAsync(Ct));
        Assert.Equal((1, 1), (Discord.Gateway.Resumes, Discord.Gateway.Budget.All.Count));
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    public async Task A_session_lives_on_unless_its_client_hung_up_as_one_who_is_done(int code, bool livesOn)
    {
        var (listener, session) = await Listener.BeginAsync(Discord, Ct);
        await listener.CloseAsync(code, Ct);
        await Discord.Gateway.ClosedAsync(1, Ct);
        listener.Dispose();

        using var again = await Listener.ConnectAsync(Discord, Ct);
        await again.NextAsync(Ct);
        await again.SayAsync(Listener.Resume(Discord, session, 2), Ct);

        Assert.Equal(livesOn ? "RESUMED" : "9", await again.NextNameAsync(Ct));
        Assert.Equal([code], Discord.Gateway.Closes);
        Assert.Equal(livesOn ? 0 : 1, Discord.Gateway.FailedResumes);
    }

    [Fact]
    public async Task A_session_is_forgotten_after_ten_minutes_or_when_told_so()
    {
        var (listener, session) = await Listener.BeginAsync(Discord, Ct);
        Discord.Gateway.Trouble.Drop();
        await listener.EndAsync(Ct);
        listener.Dispose();
        await Discord.Happenings.UntilAsync(() => !Discord.Gateway.HasListener, Ct);
        Clock.Advance(TimeSpan.FromMinutes(11));

        using var again = await Listener.ConnectAsync(Discord, Ct);
        await again.NextAsync(Ct);
        await again.SayAsync(Listener.Resume(Discord, session, 2), Ct);
        var refused = await again.NextAsync(Ct);

        Assert.Equal((9, JsonValueKind.False), (refused.GetProperty("op").GetInt32(), refused.GetProperty("d").ValueKind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_are_asked_to_connect_anew_or_told_that_their_session_is_over(bool mayResume)
    {
        var (listener, _) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;

        Discord.Gateway.Trouble.AskToReconnect();
        Discord.Gateway.Trouble.InvalidateSessions(mayResume);

        Assert.Equal("7", await listener.NextNameAsync(Ct));
        Assert.Equal(mayResume, (await listener.NextAsync(Ct)).GetProperty("d").GetBoolean());
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4004)]
    [InlineData(4009)]
    [InlineData(4014)]
    [InlineData(1006)]
    public async Task It_hangs_up_with_every_code_and_without_any(int code)
    {
        var (listener, _) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;

        if (code == 1006)
        {
            Discord.Gateway.Trouble.Drop();
        }
        else
        {
            await Discord.Gateway.Trouble.CloseAsync(code, Ct);
        }

        Assert.Equal(code == 1006 ? null : code, await listener.EndAsync(Ct));
    }

    [Fact]
    public async Task A_deaf_connection_stays_open_and_what_it_missed_is_told_to_the_next_one()
    {
        var (listener, session) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;
        Discord.Gateway.Trouble.GoDeaf();
        Guild.AddChannel("missed");
        await listener.SayAsync("""{"op":1,"d":2}""", Ct);

        using var again = await Listener.ConnectAsync(Discord, Ct);
        await again.NextAsync(Ct);
        await again.SayAsync(Listener.Resume(Discord, session, 2), Ct);

        Assert.Equal("CHANNEL_CREATE", await again.NextNameAsync(Ct));
        Assert.Equal(WebSocketState.Open, listener.State);
        Assert.Empty(Discord.Gateway.Heartbeats);
    }

    [Fact]
    public async Task Events_come_in_pieces_twice_and_out_of_order_when_they_shall()
    {
        var (listener, _) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;
        async Task<string> NextChannelAsync() => (await listener.NextAsync(Ct)).GetProperty("d").GetProperty("name").GetString()!;

        Discord.Gateway.Trouble.Frames = 5;
        Guild.AddChannel("pieces");
        Assert.Equal(("pieces", 5), (await NextChannelAsync(), listener.Frames));
        Discord.Gateway.Trouble.Frames = 1;
        Discord.Gateway.Trouble.Next = Disturbance.Twice;
        Guild.AddChannel("twice");
        Assert.Equal(("twice", "twice"), (await NextChannelAsync(), await NextChannelAsync()));
        Discord.Gateway.Trouble.Next = Disturbance.LateByOne;
        Guild.AddChannel("late");
        Guild.AddChannel("early");
        Assert.Equal(("early", "late"), (await NextChannelAsync(), await NextChannelAsync()));
    }

    [Fact]
    public async Task The_bot_hears_of_outages_removal_and_return_and_without_the_intent_of_nothing_but_questions()
    {
        var (listener, _) = await Listener.BeginAsync(Discord, Ct);
        using var _listening = listener;
        using var quiet = await Listener.ConnectAsync(Discord, Ct);
        await quiet.NextAsync(Ct);
        Clock.Advance(IdentifyBudget.Pace);
        await quiet.SayAsync(Listener.Identify(Discord, intents: 0), Ct);
        Assert.Equal("READY", await quiet.NextNameAsync(Ct));
        await Caller.RegisterAsync("""[{"name":"about","description":"a"}]""", Ct);

        Guild.GoDown();
        Guild.ComeBack();
        Guild.RemoveBot();
        Guild.AddChannel("unheard");
        Guild.ReturnBot();
        Guild.Member("ada").Runs("/about");

        Assert.Equal("INTERACTION_CREATE", await quiet.NextNameAsync(Ct));
        Assert.True((await listener.NextAsync(Ct)).GetProperty("d").GetProperty("unavailable").GetBoolean());
        Assert.Equal("GUILD_CREATE", await listener.NextNameAsync(Ct));
        Assert.False((await listener.NextAsync(Ct)).GetProperty("d").TryGetProperty("unavailable", out _));
        Assert.Equal(("GUILD_CREATE", "INTERACTION_CREATE"), (await listener.NextNameAsync(Ct), await listener.NextNameAsync(Ct)));
    }

    [Fact]
    public async Task Each_shard_hears_of_its_own_servers_and_private_things_go_to_the_first()
    {
        Discord.World.AddGuilds(7, channels: 1);
        var heard = new List<string>();
        for (var shard = 0; shard < 2; shard++)
        {
            using var listener = await Listener.ConnectAsync(Discord, Ct);
            await listener.NextAsync(Ct);
            await listener.SayAsync(Listener.Identify(Discord, more: $",\"shard\":[{shard},2]"), Ct);
            heard.AddRange((await listener.NextAsync(Ct)).GetProperty("d").GetProperty("guilds").EnumerateArray().Select(one => $"{shard} {one.GetProperty("id").GetString()}"));
            Clock.Advance(IdentifyBudget.Pace);
        }

        Assert.Equal(Discord.World.Guilds.Select(guild => $"{(guild.Id >> 22) % 2} {guild.IdText}").Order(), heard.Order());
    }
}
