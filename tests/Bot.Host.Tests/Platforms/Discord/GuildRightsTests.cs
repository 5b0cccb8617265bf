using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Tests.Commands;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What follows for digests when roles of the bot's change.</summary>
public sealed class GuildRightsTests : IDisposable
{
    private const ulong Everybody = 1, Keepers = 5;

    private readonly OneChannel _server = new();
    private readonly Kept _kept = new();
    private readonly MemoryCommunities _communities = new();
    private readonly MemoryPlatformState _state = new();
    private readonly GuildLife _life;
    private readonly Guilds _guilds;

    public GuildRightsTests()
    {
        var http = new HttpClient(_server) { BaseAddress = new Uri("http://127.0.0.1/api/v10/") };
        var rest = new DiscordRest(http, "token", new RestLimits(TimeProvider.System), TimeProvider.System, NullLogger<DiscordRest>.Instance);
        _guilds = new Guilds(rest);
        _life = new GuildLife(_guilds, _communities, _kept, _state, welcome: null!, new HeldChannels(_kept, rest), TimeProvider.System);
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_role_that_is_administrator_no_more_holds_digests_where_others_may_not_write_and_they_go_on_when_it_is_again()
    {
        _guilds.Keep("1", new Guild("Harbour", [new Role(Everybody, Permissions.Posting), new Role(Keepers, Permissions.Administrator)], [Keepers]));

        await ChangeAsync(0);
        Assert.Equal(["9 Forbidden"], _kept.Told);
        await ChangeAsync(Permissions.Administrator);

        Assert.Equal(["9 Forbidden", "9"], _kept.Told);
    }

    [Fact]
    public async Task A_role_that_may_do_no_more_in_channels_than_before_asks_nothing_of_discord()
    {
        _guilds.Keep("1", new Guild("Harbour", [new Role(Everybody, Permissions.Posting), new Role(Keepers, 0)], [Keepers]));

        await ChangeAsync(Permissions.ManageGuild);

        Assert.Empty(_kept.Told);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task What_could_not_be_judged_since_discord_gave_no_list_is_judged_with_what_happens_next()
    {
        _guilds.Keep("1", new Guild("Harbour", [new Role(Everybody, Permissions.Posting), new Role(Keepers, Permissions.Administrator)], [Keepers]));
        _server.Refuses = true;
        await ChangeAsync(0);
        var during = _kept.Told.ToList();
        _server.Refuses = false;

        await ChangeAnotherAsync();
        await ChangeAnotherAsync();

        Assert.Empty(during);
        Assert.Equal(["9 Forbidden"], _kept.Told);
    }

    [Fact]
    public async Task What_could_not_be_judged_is_not_forgotten_when_the_archive_fails_or_the_next_look_does()
    {
        _guilds.Keep("1", new Guild("Harbour", [new Role(Everybody, Permissions.Posting), new Role(Keepers, Permissions.Administrator)], [Keepers]));
        _server.Refuses = true;
        await ChangeAsync(0);
        _server.Refuses = false;
        _kept.Fails = true;
        await Assert.ThrowsAsync<IOException>(ChangeAnotherAsync);
        _kept.Fails = false;

        await ChangeAnotherAsync();
        await ChangeAnotherAsync();

        Assert.Equal(["9 Forbidden"], _kept.Told);
    }

    [Fact]
    public async Task What_could_not_be_judged_is_forgotten_with_the_server_that_the_bot_leaves()
    {
        var guild = new Guild("Harbour", [new Role(Everybody, Permissions.Posting), new Role(Keepers, 0)], [Keepers]);
        _guilds.Keep("1", guild with { Roles = [guild.Roles[0], new Role(Keepers, Permissions.Administrator)] });
        _server.Refuses = true;
        await ChangeAsync(0);
        var during = _server.Requests;

        await _life.TakeAsync(new GuildHappening.Left("1"), TestContext.Current.CancellationToken);
        _guilds.Keep("1", guild);
        await ChangeAnotherAsync();

        Assert.Equal(["left 1"], _kept.Told);
        Assert.Equal(during, _server.Requests);
    }

    /// <summary>A server that is there since long is neither welcomed anew nor told that the bot is back.</summary>
    [Fact]
    public async Task An_archive_that_fails_when_a_session_begins_makes_no_known_server_a_new_one()
    {
        _communities.All.Add(new Community(new CommunityId(20), "discord", "1", "Harbour", CommunityStanding.Served, DateTimeOffset.UnixEpoch, 0, 100));
        _state.Fault = new IOException("the disk is full");
        await Assert.ThrowsAsync<IOException>(() => _life.TakeAsync(new GuildHappening.Began(0, 1, "7", ["1"]), TestContext.Current.CancellationToken));
        _state.Fault = null;

        await _life.TakeAsync(new GuildHappening.Came("1", "Harbour", DateTimeOffset.UnixEpoch, [], [], Welcome: "9"), TestContext.Current.CancellationToken);

        Assert.Empty(_kept.Told);
        Assert.NotNull(_guilds.Find("1"));
    }

    private Task ChangeAnotherAsync() =>
        _life.TakeAsync(new GuildHappening.ChannelChanged("1", new Channel { Id = "8" }), TestContext.Current.CancellationToken);

    private Task ChangeAsync(ulong permissions) =>
        _life.TakeAsync(new GuildHappening.RoleChanged("1", new Role(Keepers, permissions)), TestContext.Current.CancellationToken);

    /// <summary>A server with one channel, in which nobody may write who is not an administrator.</summary>
    private sealed class OneChannel : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public bool Refuses { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            if (Refuses)
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("{}") });
            }

            var denied = Permissions.SendMessages.ToString(CultureInfo.InvariantCulture);
            var channel = $$"""[{"id":"9","type":0,"guild_id":"1","permission_overwrites":[{"id":"1","type":0,"allow":"0","deny":"{{denied}}"}]}]""";
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(channel, new MediaTypeHeaderValue("application/json")) });
        }
    }

    /// <summary>What was held, with its reason, and what went on.</summary>
    private sealed class Kept : ICommunityLife
    {
        public List<string> Told { get; } = [];

        /// <summary>Whether nothing can be held now.</summary>
        public bool Fails { get; set; }

        public Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<SubscribedChannel>>([new SubscribedChannel("9", IsHeld: false)]);

        public Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct) =>
            Fails ? throw new IOException("the disk is full") : TellAsync($"{channel.Channel} {why}");

        public Task ReopenedAsync(ChatAddress channel, CancellationToken ct) => TellAsync(channel.Channel);

        public Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct) => TellAsync($"left {community}");

        public Task ReturnedAsync(string platform, string community, CancellationToken ct) => throw new NotSupportedException();

        public Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct) => throw new NotSupportedException();

        private Task TellAsync(string what)
        {
            Told.Add(what);
            return Task.CompletedTask;
        }
    }
}
