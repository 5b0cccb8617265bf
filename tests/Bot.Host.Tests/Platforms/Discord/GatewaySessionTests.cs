using System.Text;
using System.Text.Json;
using Bot.Digest.Tests.Deliveries;
using Bot.Host.Platforms.Discord.Gateway;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What one shard does about each thing that the gateway may say.</summary>
public sealed class GatewaySessionTests
{
    private static readonly Uri Home = new("wss://gateway.discord.example");

    private readonly GatewaySession _session = new(() => 0.5);

    [Fact]
    public void A_new_connection_asks_for_version_10_as_packed_json() =>
        Assert.Equal("wss://gateway.discord.example/?v=10&encoding=json&compress=zlib-stream", _session.Connect(Home).AbsoluteUri);

    [Fact]
    public void A_clock_that_is_put_back_keeps_no_heartbeat_from_being_sent()
    {
        var passing = new FakeTimeProvider();
        var clock = new JumpingClock(passing);
        var sent = new SentEvents(clock);
        Assert.Equal(110, Enumerable.Range(0, 120).Count(_ => sent.MayCount()));

        clock.Jump = TimeSpan.FromHours(-3);
        passing.Advance(TimeSpan.FromMinutes(1));

        Assert.True(sent.MayCount());
    }

    [Fact]
    public void A_greeting_begins_heartbeats_somewhere_in_the_first_interval_and_a_session()
    {
        _session.Connect(Home);

        Assert.Equal<GatewayStep>([new GatewayStep.Beat(TimeSpan.FromSeconds(20.625), TimeSpan.FromSeconds(41.25)), new GatewayStep.Identify()], Greet());
    }

    [Fact]
    public void A_session_is_gone_on_with_where_the_server_said_and_from_the_last_event()
    {
        Begin();
        Event(7, "GUILD_CREATE", "{}");

        _session.Ended(null);

        Assert.Equal("wss://resume.discord.example/?v=10&encoding=json&compress=zlib-stream", _session.Connect(Home).AbsoluteUri);
        Assert.Equal(new GatewayStep.Resume("s1", 7), Greet()[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(1000)]
    [InlineData(1001)]
    public void A_broken_connection_keeps_its_session(int? code)
    {
        Begin();

        Assert.IsType<GatewayEnd.Again>(_session.Ended(code));
        Assert.False(_session.IsNew);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void A_session_that_the_server_ended_is_begun_anew(int code)
    {
        Begin();

        Assert.IsType<GatewayEnd.Again>(_session.Ended(code));
        Assert.True(_session.IsNew);
        Assert.Equal(Home.Host, _session.Connect(Home).Host);
        Assert.IsType<GatewayStep.Identify>(Greet()[1]);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer")]
    [InlineData(4013, "newer")]
    [InlineData(4014, "newer")]
    public void What_would_fail_for_ever_stops_with_what_to_change(int code, string word)
    {
        Begin();

        Assert.Contains(word, Assert.IsType<GatewayEnd.Stop>(_session.Ended(code)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heartbeat_without_an_answer_before_the_next_closes_the_connection_and_keeps_the_session()
    {
        Begin();

        Assert.Equal(new GatewayStep.Heartbeat(1), _session.Beat());
        _session.Take(new GatewayPayload { Op = GatewayOp.HeartbeatAck });
        Assert.Equal(new GatewayStep.Heartbeat(1), _session.Beat());
        var close = Assert.IsType<GatewayStep.Close>(_session.Beat());

        Assert.NotInRange(close.Code, 1000, 1001);
        _session.Ended(null);
        Assert.False(_session.IsNew);
    }

    [Fact]
    public void A_server_that_does_not_greet_is_left()
    {
        _session.Connect(Home);

        Assert.IsType<GatewayStep.Close>(_session.Beat());
    }

    [Fact]
    public void A_heartbeat_is_sent_at_once_when_the_server_asks_for_it()
    {
        Begin();

        Assert.Equal<GatewayStep>([new GatewayStep.Heartbeat(1)], _session.Take(new GatewayPayload { Op = GatewayOp.Heartbeat }));
    }

    [Theory]
    [InlineData(GatewayOp.Reconnect, "null", false)]
    [InlineData(GatewayOp.InvalidSession, "true", false)]
    [InlineData(GatewayOp.InvalidSession, "false", true)]
    public void What_the_server_says_of_the_session_is_followed(int op, string data, bool isNew)
    {
        Begin();

        Assert.IsType<GatewayStep.Close>(Assert.Single(_session.Take(new GatewayPayload { Op = op, D = Encoding.UTF8.GetBytes(data) })));
        var again = Assert.IsType<GatewayEnd.Again>(_session.Ended(null));

        Assert.Equal(isNew, _session.IsNew);
        Assert.InRange(again.After.TotalSeconds, op == GatewayOp.InvalidSession ? 1 : 0, 5);
    }

    [Fact]
    public void An_event_that_comes_again_is_taken_once()
    {
        Begin();

        Assert.Single(Event(2, "INTERACTION_CREATE", "{}"));
        Assert.Empty(Event(2, "INTERACTION_CREATE", "{}"));
        Assert.Empty(Event(1, "READY", "{}"));
        Assert.Single(Event(3, "INTERACTION_CREATE", "{}"));
    }

    [Fact]
    public void A_session_that_was_not_told_as_documented_does_not_count_and_the_next_one_does()
    {
        _session.Connect(Home);
        Greet();
        Assert.ThrowsAny<JsonException>(() => Event(1, "READY", "{}"));

        _session.Ended(null);
        Begin();

        Assert.False(_session.IsNew);
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_tried_more_and_more_seldom_and_a_session_that_never_comes_back_is_given_up()
    {
        Begin();

        var waits = Enumerable.Range(0, 12).Select(_ => Assert.IsType<GatewayEnd.Again>(_session.Ended(null)).After.TotalSeconds).ToList();

        Assert.Equal([0.75, 3, 6, 12, 24, 48, 90, 90, 90, 90, 90, 90], waits);
        Assert.True(_session.IsNew);
    }

    private IReadOnlyList<GatewayStep> Greet() => _session.Take(new GatewayPayload { Op = GatewayOp.Hello, D = """{"heartbeat_interval":41250}"""u8.ToArray() });

    private IReadOnlyList<GatewayStep> Event(long number, string name, string data) =>
        _session.Take(new GatewayPayload { Op = GatewayOp.Event, S = number, T = name, D = Encoding.UTF8.GetBytes(data) });

    private void Begin()
    {
        _session.Connect(Home);
        Greet();
        Event(1, "READY", """{"session_id":"s1","resume_gateway_url":"wss://resume.discord.example"}""");
    }
}
