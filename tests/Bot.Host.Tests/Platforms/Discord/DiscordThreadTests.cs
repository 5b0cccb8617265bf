using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.DiscordStandIn.Communities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Threads have no rights of their own: who sees them, and when digests are held there and go on.</summary>
[Collection("Discord")]
public sealed class DiscordThreadTests(RunningDiscord running) : IClassFixture<RunningDiscord>, IDisposable
{
    private readonly Channel _parent = running.Harbour.AddChannel($"parent {Guid.CreateVersion7()}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Assert.Empty(running.Discord.Violations.All);

    [Fact]
    public async Task A_private_thread_is_there_for_its_members_and_those_who_manage_threads_alone()
    {
        var thread = running.Harbour.AddChannel("secret", ChannelKind.PrivateThread, _parent);
        var outsider = running.Harbour.Member("Outsider", Permissions.Ordinary | Permissions.ManageGuild);
        var insider = running.Harbour.Member("Insider", Permissions.Ordinary | Permissions.ManageGuild);
        var moderator = running.Harbour.Member("Moderator", Permissions.Ordinary | Permissions.ManageGuild | Permissions.ManageThreads);
        var far = running.Discord.World.AddGuild("Elsewhere").AddChannel("far");
        thread.Invite(insider);

        var unknown = (await SubscribeAsync(outsider, far)).Replace(far.IdText, "", StringComparison.Ordinal);
        var refused = (await SubscribeAsync(outsider, thread)).Replace(thread.IdText, "", StringComparison.Ordinal);
        Assert.Equal(unknown, refused);
        Assert.Empty(await SubscriptionsAsync(thread));
        Assert.NotEqual(unknown, (await SubscribeAsync(moderator, thread)).Replace(thread.IdText, "", StringComparison.Ordinal));
        Assert.Single(await SubscriptionsAsync(thread));

        Assert.NotEqual(unknown, (await SubscribeAsync(insider, thread)).Replace(thread.IdText, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_that_is_unlocked_where_the_bot_may_not_write_stays_held_until_it_may()
    {
        var thread = await SubscribedAsync();
        thread.IsLocked = true;
        running.Harbour.ChangedChannel(thread);
        await UntilAsync(thread, isHeld: true);

        _parent.BotMay = Permissions.Ordinary & ~Permissions.SendMessagesInThreads;
        thread.IsLocked = false;
        running.Harbour.ChangedChannel(thread);
        await SettleAsync();
        Assert.True(await IsHeldAsync(thread));
        _parent.BotMay = Permissions.Ordinary;
        running.Harbour.ChangedChannel(_parent);

        await UntilAsync(thread, isHeld: false);
    }

    [Fact]
    public async Task A_thread_is_written_to_where_the_channel_itself_takes_no_messages()
    {
        var thread = await SubscribedAsync();
        thread.IsLocked = true;
        running.Harbour.ChangedChannel(thread);
        await UntilAsync(thread, isHeld: true);

        _parent.BotMay = Permissions.Ordinary & ~Permissions.SendMessages;
        thread.IsLocked = false;
        running.Harbour.ChangedChannel(thread);

        await UntilAsync(thread, isHeld: false);
    }

    [Fact]
    public async Task Rights_that_came_back_while_nobody_listened_are_noticed_at_the_next_start()
    {
        await using var own = new RunningDiscord();
        await own.InitializeAsync();
        var admin = own.Harbour.Member("Admin", Permissions.Ordinary | Permissions.ManageGuild);
        await admin.Runs(own.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
        own.Town.BotMay = Permissions.ViewChannel;
        own.Harbour.ChangedChannel(own.Town);
        await Effect.IsAsync(() => IsHeldAsync(own, own.Town), Patience.Long, Ct);

        await own.StopAsync();
        own.Discord.Gateway.Trouble.ForgetSessions();
        own.Town.BotMay = Permissions.Ordinary;
        await own.RestartAsync();

        await Effect.IsAsync(async () => !await IsHeldAsync(own, own.Town), Patience.Long, Ct);
    }

    private async Task<Channel> SubscribedAsync()
    {
        var thread = running.Harbour.AddChannel("thread", ChannelKind.Thread, _parent);
        await SubscribeAsync(running.Harbour.Member("Admin", Permissions.Ordinary | Permissions.ManageGuild), thread);
        Assert.False(await IsHeldAsync(thread));
        return thread;
    }

    private async Task<string> SubscribeAsync(Member member, Channel channel) =>
        (await member.Runs(running.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin"), ("in", channel)).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct)).Text;

    private Task UntilAsync(Channel channel, bool isHeld) => Effect.IsAsync(async () => await IsHeldAsync(channel) == isHeld, Patience.Long, Ct);

    /// <summary>What was announced before has been followed when what was announced now has.</summary>
    private async Task SettleAsync()
    {
        var marker = running.Discord.World.AddGuild($"Marker {Guid.CreateVersion7()}");
        await Effect.IsAsync(async () => (await running.Services.GetRequiredService<ICommunities>().ChatsAsync("discord", Ct)).Contains(marker.IdText), Patience.Long, Ct);
    }

    private async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(Channel channel) => await SubscriptionsAsync(running, channel);

    private static async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(RunningDiscord running, Channel channel)
    {
        var address = new ChatAddress("discord", channel.Guild!.IdText, channel.IdText);
        var community = await running.Services.GetRequiredService<ICommunities>().EnterAsync(address, channel.Guild.Name, Ct);
        return await running.Services.GetRequiredService<ISubscriptions>().ListAsync(community.Id, address, Ct);
    }

    private Task<bool> IsHeldAsync(Channel channel) => IsHeldAsync(running, channel);

    private static async Task<bool> IsHeldAsync(RunningDiscord running, Channel channel) =>
        Assert.Single(await SubscriptionsAsync(running, channel)).Standing == SubscriptionStanding.Held;
}
