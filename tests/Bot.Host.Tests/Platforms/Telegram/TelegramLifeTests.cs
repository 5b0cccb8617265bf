using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What follows for digests from what happens to chats and to the bot in them.</summary>
public sealed class TelegramLifeTests(RunningBot bot) : IClassFixture<RunningBot>
{
    private static CancellationToken Ct => RunningBot.Ct;

    [Fact]
    public async Task Whoever_adds_the_bot_reads_the_first_steps_once()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);

        anna.AddsBot(group);
        Assert.StartsWith("DigestBot", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
        anna.PromotesBot(group);
        anna.Says("/about", group);

        Assert.Contains("articles", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_gets_no_digests_and_gets_them_again_afterwards()
    {
        var anna = bot.Telegram.User("Anna");
        await SubscribeAsync(anna, anna.Private);

        anna.BlocksBot();
        await StandsAsync(anna.Private, SubscriptionStanding.Held, DeliveryReason.Forbidden);
        anna.UnblocksBot();
        await StandsAsync(anna.Private, SubscriptionStanding.Active);
    }

    [Fact]
    public async Task A_group_that_throws_the_bot_out_gets_digests_again_when_it_takes_it_back_with_a_welcome()
    {
        var anna = bot.Telegram.User("Anna");
        var group = await GroupAsync(anna);
        await SubscribeAsync(anna, group);

        anna.KicksBot(group);
        await StandsAsync(group, SubscriptionStanding.Held, DeliveryReason.Forbidden);
        anna.AddsBot(group);
        await StandsAsync(group, SubscriptionStanding.Active);

        Assert.StartsWith("DigestBot", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_silences_the_bot_gets_digests_again_when_it_may_speak()
    {
        var anna = bot.Telegram.User("Anna");
        var group = await GroupAsync(anna);
        await SubscribeAsync(anna, group);

        anna.RestrictsBot(group);
        await StandsAsync(group, SubscriptionStanding.Held, DeliveryReason.Forbidden);
        anna.RestrictsBot(group, "can_send_messages");
        await StandsAsync(group, SubscriptionStanding.Active);
        anna.Says("/about", group);

        // It was welcomed before.
        Assert.Contains("articles", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_takes_the_right_to_post_gets_digests_again_when_it_gives_it_back()
    {
        var anna = bot.Telegram.User("Anna");
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour news", anna);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        await SubscribeAsync(anna, channel);

        anna.PromotesBot(channel);
        await StandsAsync(channel, SubscriptionStanding.Held, DeliveryReason.Forbidden);
        anna.PromotesBot(channel, "can_post_messages");
        await StandsAsync(channel, SubscriptionStanding.Active);
    }

    [Fact]
    public async Task A_closed_topic_gets_digests_again_when_it_is_opened()
    {
        var anna = bot.Telegram.User("Anna");
        var forum = await GroupAsync(anna, isForum: true);
        var topic = anna.OpensTopic(forum, "News");
        await SubscribeAsync(anna, forum, topic);

        anna.Closes(forum, topic);
        await StandsAsync(forum, SubscriptionStanding.Held, DeliveryReason.TopicClosed);
        anna.Reopens(forum, topic);
        await StandsAsync(forum, SubscriptionStanding.Active);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upgraded_group_keeps_its_digests_whichever_way_the_bot_learns_of_it(bool isTold)
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Group, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        var community = await SubscribeAsync(anna, group);

        var now = anna.Upgrades(group, isTold);
        if (!isTold)
        {
            // As the ledger does after a refused message.
            await Life.MovedAsync(TelegramAddress.Of(group.Id), TelegramAddress.Of(now.Id), Ct);
            await Life.MovedAsync(TelegramAddress.Of(group.Id), TelegramAddress.Of(now.Id), Ct);
        }

        await Effect.IsAsync(async () => (await Subscriptions.ListAsync(community, null, Ct)).Any(one => one.Address == TelegramAddress.Of(now.Id)), Patience.Long, Ct);
        Assert.Equal(community, (await Communities.EnterAsync(TelegramAddress.Of(now.Id), "Harbour", Ct)).Id);
    }

    [Fact]
    public async Task The_answer_and_the_message_that_tell_of_an_upgrade_may_come_in_any_order()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Group, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        var community = await SubscribeAsync(anna, group);

        var now = anna.Upgrades(group);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Life.MovedAsync(TelegramAddress.Of(group.Id), TelegramAddress.Of(now.Id), Ct)));
        anna.Says("/subscriptions", now);

        Assert.Contains("08:00", (await bot.NextAsync(now)).Text, StringComparison.Ordinal);
        Assert.Equal(TelegramAddress.Of(now.Id), Assert.Single(await Subscriptions.ListAsync(community, null, Ct)).Address);
    }

    private ISubscriptions Subscriptions => bot.Services.GetRequiredService<ISubscriptions>();

    private ICommunities Communities => bot.Services.GetRequiredService<ICommunities>();

    private ICommunityLife Life => bot.Services.GetRequiredService<ICommunityLife>();

    private async Task<Chat> GroupAsync(Person owner, bool isForum = false)
    {
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", owner, isForum: isForum);
        owner.AddsBot(group);
        await bot.NextAsync(group);
        return group;
    }

    private async Task<CommunityId> SubscribeAsync(Person who, Chat chat, Topic? topic = null)
    {
        who.Says("/subscribe at:08:00 zone:Europe/Berlin", chat, topic);
        Assert.Contains("08:00", (await bot.NextAsync(chat)).Text, StringComparison.Ordinal);
        return (await Communities.EnterAsync(TelegramAddress.Of(chat.Id), chat.Title, Ct)).Id;
    }

    private async Task StandsAsync(Chat chat, SubscriptionStanding standing, DeliveryReason? why = null)
    {
        var community = (await Communities.EnterAsync(TelegramAddress.Of(chat.Id), chat.Title, Ct)).Id;
        await Effect.IsAsync(async () => (await Subscriptions.ListAsync(community, null, Ct)).Single() is var one && one.Standing == standing && one.HeldFor == why, Patience.Long, Ct);
    }
}
