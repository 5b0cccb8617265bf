using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.DiscordStandIn.Communities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What happens to servers and channels, and what follows for the digests there.</summary>
[Collection("Discord")]
public sealed class DiscordLifeTests(RunningDiscord running) : IClassFixture<RunningDiscord>, IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Assert.Empty(running.Discord.Violations.All);

    [Fact]
    public async Task A_server_that_takes_the_bot_in_is_greeted_once_and_not_after_an_outage()
    {
        var guild = running.Discord.World.AddGuild("Lighthouse");
        var channel = guild.AddChannel("general");
        guild.RemoveBot();
        await SettleAsync(guild);
        var before = channel.Messages.Count;

        guild.ReturnBot();
        await channel.HasMessagesAsync(before + 1, Ct).WaitAsync(Patience.Long, Ct);
        guild.GoDown();
        guild.ComeBack();
        await SettleAsync(guild);

        Assert.Equal(before + 1, channel.Messages.Count);
        Assert.Contains("/who", channel.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_are_held_when_the_bot_is_removed_and_go_on_when_it_is_back()
    {
        var (guild, channel, admin) = await SubscribedAsync("Removed");

        guild.RemoveBot();
        await UntilAsync(channel, isHeld: true);
        guild.ReturnBot();
        await UntilAsync(channel, isHeld: false);

        Assert.DoesNotContain("admin", (await admin.Runs(channel, "subscriptions").ReplyAsync(Ct).WaitAsync(Patience.Long, Ct)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_outage_of_discord_holds_nothing()
    {
        var (guild, channel, _) = await SubscribedAsync("Outage");

        guild.GoDown();
        await SettleAsync(guild);

        Assert.False(await IsHeldAsync(channel));
    }

    [Fact]
    public async Task Digests_of_a_deleted_channel_are_held()
    {
        var (guild, channel, _) = await SubscribedAsync("Deleted");

        guild.DeleteChannel(channel);

        await UntilAsync(channel, isHeld: true);
    }

    [Fact]
    public async Task Digests_are_held_while_the_bot_may_not_write_and_go_on_when_it_may()
    {
        var (guild, channel, _) = await SubscribedAsync("Rights");

        channel.BotMay = Permissions.ViewChannel;
        guild.ChangedChannel(channel);
        await UntilAsync(channel, isHeld: true);
        channel.BotMay = Permissions.Ordinary;
        guild.ChangedChannel(channel);

        await UntilAsync(channel, isHeld: false);
    }

    [Fact]
    public async Task A_server_that_was_left_while_the_service_was_down_is_noticed()
    {
        await using var own = new RunningDiscord();
        await own.InitializeAsync();
        var admin = own.Harbour.Member("Admin", Permissions.ManageGuild);
        await admin.Runs(own.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
        Assert.False(await IsHeldAsync(own, own.Town));

        own.Discord.World.AddGuild("Other").AddChannel("x");
        await own.StopAsync();
        own.Harbour.RemoveBot();
        await own.RestartAsync();

        await UntilAsync(own, own.Town, isHeld: true);
    }

    private async Task<(Guild Guild, Channel Channel, Member Admin)> SubscribedAsync(string name)
    {
        var guild = running.Discord.World.AddGuild(name);
        var channel = guild.AddChannel("news");
        var admin = guild.Member("Admin", Permissions.ManageGuild | Permissions.Ordinary);
        await admin.Runs(channel, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
        Assert.False(await IsHeldAsync(channel));
        return (guild, channel, admin);
    }

    /// <summary>What was announced before has been followed when the answer to a later event is there.</summary>
    private async Task SettleAsync(Guild guild)
    {
        var marker = running.Discord.World.AddGuild($"After {guild.Name} {Guid.CreateVersion7()}");
        await Effect.IsAsync(async () => (await running.Services.GetRequiredService<ICommunities>().ListAsync(0, 100, Ct)).Items.Any(one => one.Name == marker.Name), Patience.Long, Ct);
    }

    private Task UntilAsync(Channel channel, bool isHeld) => UntilAsync(running, channel, isHeld);

    private static Task UntilAsync(RunningDiscord running, Channel channel, bool isHeld) => Effect.IsAsync(async () => await IsHeldAsync(running, channel) == isHeld, Patience.Long, Ct);

    private Task<bool> IsHeldAsync(Channel channel) => IsHeldAsync(running, channel);

    private static async Task<bool> IsHeldAsync(RunningDiscord running, Channel channel)
    {
        var address = new ChatAddress("discord", channel.Guild!.IdText, channel.IdText);
        var community = await running.Services.GetRequiredService<ICommunities>().EnterAsync(address, channel.Guild.Name, Ct);
        return Assert.Single(await running.Services.GetRequiredService<ISubscriptions>().ListAsync(community.Id, address, Ct)).Standing == SubscriptionStanding.Held;
    }
}
