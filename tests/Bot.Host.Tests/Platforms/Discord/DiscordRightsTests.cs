using Bot.DiscordStandIn.Communities;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Who may change a channel, who a whole server, and who says who may.</summary>
[Collection("Discord")]
public sealed class DiscordRightsTests(RunningDiscord running) : IClassFixture<RunningDiscord>, IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Assert.Empty(running.Discord.Violations.All);

    [Theory]
    [InlineData(Permissions.Ordinary, false)]
    [InlineData(Permissions.ManageGuild, true)]
    [InlineData(Permissions.ManageChannels, true)]
    [InlineData(Permissions.Administrator, true)]
    public async Task Only_those_who_manage_the_server_or_the_channel_change_what_it_gets(Permissions may, bool isAdmin)
    {
        var reply = await AskAsync(running.Harbour.Member($"Member {may}", may), running.Town, "subscriptions");

        Assert.Equal(isAdmin, !reply.Text.Contains("admin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_digest_for_another_channel_needs_the_right_to_manage_that_one()
    {
        var other = running.Harbour.AddChannel("news");
        var keeper = running.Harbour.Member("Keeper").MayAlso(other, Permissions.ManageChannels);

        var there = await AskAsync(keeper, running.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin"), ("in", other));
        var here = await AskAsync(keeper, running.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin"));

        Assert.Contains("admin", here.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("admin", there.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_manages_one_channel_manages_neither_the_server_nor_who_does()
    {
        var mill = running.Discord.World.AddGuild("Mill");
        var (town, quay) = (mill.AddChannel("town"), mill.AddChannel("quay"));
        var keeper = mill.Member("Keeper").MayAlso(town, Permissions.ManageChannels).Has("keepers");
        var owner = mill.Member("Owner", Permissions.Ordinary | Permissions.ManageGuild);
        var keepers = $"<@&{mill.Role("keepers")}>";

        async Task<bool> IsRefusedAsync(Member member, string command, params (string Name, object Value)[] options) =>
            (await AskAsync(member, town, command, options)).Text.Contains(" needs the right to manage ", StringComparison.Ordinal);

        Assert.False(await IsRefusedAsync(keeper, "settings", ("zone", "berlin")));
        Assert.True(await IsRefusedAsync(keeper, "settings", ("managers", keepers)));
        Assert.True(await IsRefusedAsync(keeper, "forget community"));
        Assert.True(await IsRefusedAsync(keeper, "subscribe", ("at", "08:00"), ("in", quay)));

        Assert.False(await IsRefusedAsync(owner, "settings", ("managers", keepers)));

        Assert.False(await IsRefusedAsync(keeper, "forget community"));
        Assert.False(await IsRefusedAsync(keeper, "subscribe", ("at", "08:00"), ("in", quay)));
        Assert.True(await IsRefusedAsync(keeper, "settings", ("managers", "off")));
    }

    private static Task<PostedMessage> AskAsync(Member member, Channel channel, string command, params (string Name, object Value)[] options) =>
        member.Runs(channel, command, options).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
}
