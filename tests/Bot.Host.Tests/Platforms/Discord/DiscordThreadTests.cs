using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.DiscordStandIn.Communities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Threads have no rights of their own: who sees them.</summary>
[Collection("Discord")]
public sealed class DiscordThreadTests(RunningDiscord running) : IClassFixture<RunningDiscord>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

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

    private async Task<string> SubscribeAsync(Member member, Channel channel) =>
        (await member.Runs(running.Town, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin"), ("in", channel)).ReplyAsync(Ct).WaitAsync(Patience, Ct)).Text;

    private async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(Channel channel) => await SubscriptionsAsync(running, channel);

    private static async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(RunningDiscord running, Channel channel)
    {
        var address = new ChatAddress("discord", channel.Guild!.IdText, channel.IdText);
        var community = await running.Services.GetRequiredService<ICommunities>().EnterAsync(address, channel.Guild.Name, Ct);
        return await running.Services.GetRequiredService<ISubscriptions>().ListAsync(community.Id, address, Ct);
    }
}
