using System.Globalization;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Bot.TelegramStandIn.Wire;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What becomes of a digest's message, whatever Telegram does with it.</summary>
public sealed class TelegramPostsTests(RunningBot bot) : IClassFixture<RunningBot>
{
    private static readonly Reply Digest = new()
    {
        Blocks = [new Heading("Tuesday 20 May · 1 story"), new Entry("1", [new Strong("NEW "), new Plain("Pier <open> & well")]), new Quotation("“It stays.”", "Coast Wire")],
        Buttons = [[new("Latest", "/latest"), new("Long", "/search \"" + new string('ü', 60) + "\"")]],
    };

    private static CancellationToken Ct => RunningBot.Ct;

    [Fact]
    public async Task A_digest_arrives_with_its_buttons_silently_where_it_should()
    {
        var (_, chat) = await PrivateAsync();

        var outcome = await PostAsync(TelegramAddress.Of(chat.Id), isSilent: true);

        var message = await bot.NextAsync(chat);
        Assert.Equal(new Posted(message.Id.ToString(CultureInfo.InvariantCulture)), outcome);
        Assert.True(message.IsSilent);
        Assert.Equal("Tuesday 20 May · 1 story\n\n1 · NEW Pier <open> & well\n“It stays.”\nCoast Wire", message.Text);
        Assert.Equal("/latest", message.Button("Latest").Data);
        Assert.Equal(22, message.Button("Long").Data!.Length);
    }

    [Fact]
    public async Task A_message_is_changed_in_its_place_and_a_change_that_is_none_is_well()
    {
        var (_, chat) = await PrivateAsync();
        var posted = Assert.IsType<Posted>(await PostAsync(TelegramAddress.Of(chat.Id)));
        await bot.NextAsync(chat);

        var changed = await bot.Posts.EditAsync(Post(TelegramAddress.Of(chat.Id), Reply.Ok(new Paragraph("Corrected."))), posted.Message, Ct);
        var again = await bot.Posts.EditAsync(Post(TelegramAddress.Of(chat.Id), Reply.Ok(new Paragraph("Corrected."))), posted.Message, Ct);

        Assert.Equal(posted, changed);
        Assert.Equal(posted, again);
    }

    [Fact]
    public async Task A_message_that_is_gone_cannot_be_changed_and_its_chat_is_well()
    {
        var (anna, chat) = await PrivateAsync();
        var posted = Assert.IsType<Posted>(await PostAsync(TelegramAddress.Of(chat.Id)));
        anna.Deletes(await bot.NextAsync(chat));

        Assert.Equal(new PostRefused(Refusal.ContentRefused), await bot.Posts.EditAsync(Post(TelegramAddress.Of(chat.Id), Reply.Ok(new Paragraph("Corrected."))), posted.Message, Ct));
    }

    [Fact]
    public async Task A_digest_goes_to_its_topic()
    {
        var anna = bot.Telegram.User("Anna");
        var forum = await GroupAsync(anna, isForum: true);
        var topic = anna.OpensTopic(forum, "News");

        Assert.IsType<Posted>(await PostAsync(TelegramAddress.Of(forum.Id, topic.Id)));

        Assert.Equal(topic.Id, (await bot.NextAsync(forum)).Topic);
    }

    [Fact]
    public async Task A_closed_topic_and_a_deleted_one_are_told_apart()
    {
        var anna = bot.Telegram.User("Anna");
        var forum = await GroupAsync(anna, isForum: true);
        var (closed, deleted) = (anna.OpensTopic(forum, "News"), anna.OpensTopic(forum, "Old news"));
        anna.Closes(forum, closed);
        anna.Deletes(deleted);

        Assert.Equal(new PostRefused(Refusal.TopicClosed), await PostAsync(TelegramAddress.Of(forum.Id, closed.Id)));
        Assert.Equal(new PostRefused(Refusal.Gone), await PostAsync(TelegramAddress.Of(forum.Id, deleted.Id)));
    }

    [Fact]
    public async Task Who_blocked_the_bot_gets_nothing_and_who_has_no_account_any_more_is_gone()
    {
        var ((anna, hers), (ben, his)) = (await PrivateAsync(), await PrivateAsync());
        anna.BlocksBot();
        ben.Deactivates();

        Assert.Equal(new PostRefused(Refusal.Forbidden), await PostAsync(TelegramAddress.Of(hers.Id)));
        Assert.Equal(new PostRefused(Refusal.Gone), await PostAsync(TelegramAddress.Of(his.Id)));
    }

    [Fact]
    public async Task A_group_that_threw_the_bot_out_silenced_it_or_was_deleted_gets_nothing()
    {
        var anna = bot.Telegram.User("Anna");
        var (kicked, silenced, deleted) = (await GroupAsync(anna), await GroupAsync(anna), await GroupAsync(anna));
        anna.KicksBot(kicked);
        anna.RestrictsBot(silenced);
        anna.Deletes(deleted);

        Assert.Equal(new PostRefused(Refusal.Forbidden), await PostAsync(TelegramAddress.Of(kicked.Id)));
        Assert.Equal(new PostRefused(Refusal.Forbidden), await PostAsync(TelegramAddress.Of(silenced.Id)));
        Assert.Equal(new PostRefused(Refusal.Gone), await PostAsync(TelegramAddress.Of(deleted.Id)));
        Assert.Equal(new PostRefused(Refusal.Gone), await PostAsync(TelegramAddress.Of(-1_009_999_999)));
    }

    [Fact]
    public async Task A_channel_in_which_the_bot_may_not_post_gets_nothing()
    {
        var anna = bot.Telegram.User("Anna");
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour news", anna);
        anna.PromotesBot(channel);

        Assert.Equal(new PostRefused(Refusal.Forbidden), await PostAsync(TelegramAddress.Of(channel.Id)));
    }

    [Fact]
    public async Task A_group_that_was_upgraded_says_where_it_is_now()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Group, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        var now = anna.Upgrades(group, isTold: false);

        Assert.Equal(new PostRefused(Refusal.Moved, TelegramAddress.Of(now.Id)), await PostAsync(TelegramAddress.Of(group.Id)));
    }

    [Fact]
    public async Task Markup_that_is_not_understood_is_sent_once_more_as_words()
    {
        var (_, chat) = await PrivateAsync();
        bot.Telegram.Mishaps.Next(Mishap.Refused(400, "Bad Request: can't parse entities: Unsupported start tag"), "sendMessage", chat);

        Assert.IsType<Posted>(await PostAsync(TelegramAddress.Of(chat.Id)));

        var message = await bot.NextAsync(chat);
        Assert.Contains("Pier <open> & well", message.Text, StringComparison.Ordinal);
        Assert.Equal(message.Text, message.Markup);
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_not_tried_again()
    {
        var (_, chat) = await PrivateAsync();
        bot.Telegram.Mishaps.Next(Mishap.Refused(400, "Bad Request: message text is empty"), "sendMessage", chat);

        Assert.Equal(new PostRefused(Refusal.ContentRefused), await PostAsync(TelegramAddress.Of(chat.Id)));
    }

    [Fact]
    public async Task A_chat_that_is_written_to_too_fast_rests_and_two_of_them_are_the_whole_bot()
    {
        var ((_, hers), (_, his)) = (await PrivateAsync(), await PrivateAsync());
        bot.Telegram.Mishaps
            .Next(Mishap.TooMany(7), "sendMessage", hers, times: 2)
            .Next(Mishap.TooMany(5), "sendMessage", his);

        Assert.Equal(new PostLater(TimeSpan.FromSeconds(7), IsForAll: false), await PostAsync(TelegramAddress.Of(hers.Id)));
        Assert.Equal(new PostLater(TimeSpan.FromSeconds(7), IsForAll: false), await PostAsync(TelegramAddress.Of(hers.Id)));
        Assert.Equal(new PostLater(TimeSpan.FromSeconds(5), IsForAll: true), await PostAsync(TelegramAddress.Of(his.Id)));
    }

    public static TheoryData<string> Lost => ["closed", "lost reply", "half reply", "page", "500", "502", "504"];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task Whenever_nobody_knows_whether_it_arrived_that_is_said_and_it_is_sent_once(string how)
    {
        var (_, chat) = await PrivateAsync();
        var mishap = how switch
        {
            "closed" => Mishap.Closed,
            "lost reply" => Mishap.LostReply,
            "half reply" => Mishap.HalfReply,
            "page" => Mishap.Page,
            _ => Mishap.Broken(int.Parse(how, CultureInfo.InvariantCulture), isDone: true),
        };
        bot.Telegram.Mishaps.Next(mishap, "sendMessage", chat);
        var before = bot.Telegram.Calls.All.Count(call => call.Method == "sendMessage" && call.Chat == $"{chat.Id}");

        Assert.Equal(new PostUnclear(), await PostAsync(TelegramAddress.Of(chat.Id)));

        Assert.Equal(before + 1, bot.Telegram.Calls.All.Count(call => call.Method == "sendMessage" && call.Chat == $"{chat.Id}"));
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_the_bots_trouble_and_not_the_chats()
    {
        var (_, chat) = await PrivateAsync();
        bot.Telegram.Mishaps.Next(Mishap.Unauthorized, "sendMessage", chat);

        Assert.Equal(new PostRefused(Refusal.BotRefused), await PostAsync(TelegramAddress.Of(chat.Id)));
    }

    [Fact]
    public async Task What_is_cancelled_throws()
    {
        var (_, chat) = await PrivateAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Posts.PostAsync(Post(TelegramAddress.Of(chat.Id), Digest), stopped.Token));
    }

    private static Post Post(ChatAddress to, Reply reply, bool isSilent = false) =>
        new(to, TelegramRenderer.Render(reply)[0].Write(), "key", isSilent);

    private Task<PostOutcome> PostAsync(ChatAddress to, bool isSilent = false) => bot.Posts.PostAsync(Post(to, Digest, isSilent), Ct);

    /// <summary>Somebody who has met the bot.</summary>
    private async Task<(Person Who, Chat Chat)> PrivateAsync()
    {
        var who = bot.Telegram.User("Anna");
        who.Says("/start");
        await bot.NextAsync(who.Private);
        return (who, who.Private);
    }

    private async Task<Chat> GroupAsync(Person owner, bool isForum = false)
    {
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", owner, isForum: isForum);
        owner.AddsBot(group);
        await bot.NextAsync(group);
        return group;
    }
}
