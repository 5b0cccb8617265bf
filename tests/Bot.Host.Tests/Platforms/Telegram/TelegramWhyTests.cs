using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Digests;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;
using Button = Bot.Digest.Chat.Button;
using Message = Bot.TelegramStandIn.Chats.Message;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>Why a digest that stands in a chat tells what it tells, for whoever answers it or presses its button.</summary>
public sealed class TelegramWhyTests(RunningBot bot) : IClassFixture<RunningBot>
{
    private static readonly DigestWorth Worth = new(3, 4, 1, 3, TimeSpan.FromHours(2), 1);

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => RunningBot.Ct;

    [Theory]
    [InlineData("/why 3", 0)]
    [InlineData("/why@digest_test_bot 3", 0)]
    [InlineData("/why 3", 2)]
    public async Task A_member_who_answers_any_message_of_a_digest_gets_the_reason_of_that_digests_item(string line, int part)
    {
        var (ben, group) = await ChatAsync(ChatKind.Supergroup);
        var stories = await StoriesAsync(group);
        var earlier = await PostAsync(group, stories, daysAgo: 1);
        await PostAsync(group, [.. stories.Reverse()], daysAgo: 0);

        ben.Replies(earlier[part], line);

        var why = await bot.NextAsync(group);
        Assert.Equal(3, earlier.Count);
        Assert.StartsWith(stories[2].Headline, why.Text, StringComparison.Ordinal);
        Assert.Contains("no. 3 in the digest of", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_answers_no_digest_is_told_what_to_answer()
    {
        var (ben, group) = await ChatAsync(ChatKind.Supergroup);
        await PostAsync(group, await StoriesAsync(group), daysAgo: 0);
        ben.Says("/about", group);
        var about = await bot.NextAsync(group);

        ben.Replies(about, "/why 3");

        Assert.Contains("no digest of the last thirty days; answer one of those, or send /why by itself", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_topic_a_question_that_answers_nothing_is_about_its_last_digest()
    {
        var (ben, forum) = await ChatAsync(ChatKind.Supergroup, isForum: true);
        var topic = ben.OpensTopic(forum, "News");
        var stories = await StoriesAsync(forum, topic);
        var earlier = await PostAsync(forum, stories, daysAgo: 1);
        await PostAsync(forum, [.. stories.Reverse()], daysAgo: 0);

        ben.Says("/why 1", forum, topic);
        Assert.StartsWith(stories[2].Headline, (await bot.NextAsync(forum)).Text, StringComparison.Ordinal);
        ben.Replies(earlier[0], "/why 1");
        Assert.StartsWith(stories[0].Headline, (await bot.NextAsync(forum)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_under_a_digest_explains_that_one()
    {
        var (ben, group) = await ChatAsync(ChatKind.Supergroup);
        var stories = await StoriesAsync(group);
        var earlier = await PostAsync(group, stories, daysAgo: 1);
        await PostAsync(group, [.. stories.Reverse()], daysAgo: 0);

        ben.Presses(earlier[^1], "Why?");

        Assert.Contains($"1 · {stories[0].Headline}", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_under_a_channels_digest_explains_that_one_in_private()
    {
        var (ben, channel) = await ChatAsync(ChatKind.Channel);
        var stories = await StoriesAsync(channel);
        var earlier = await PostAsync(channel, stories, daysAgo: 1);
        await PostAsync(channel, [.. stories.Reverse()], daysAgo: 0);

        ben.Presses(earlier[^1], "Why?");
        var answer = await bot.Telegram.Calls.NextAsync(call => call.Method == "answerCallbackQuery" && call.Text("url") is not null, Ct).WaitAsync(Patience.Long, Ct);
        ben.Says("/start " + new Uri(answer.Text("url")!).Query["?start=".Length..]);

        Assert.Contains($"1 · {stories[0].Headline}", (await bot.NextAsync(ben.Private)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task In_the_discussion_group_of_a_channel_a_reader_of_it_who_answers_its_digest_gets_the_reason(int part)
    {
        var (ben, channel) = await ChatAsync(ChatKind.Channel);
        await DiscussedAsync(channel, ben);
        var stories = await StoriesAsync(channel);
        var earlier = await PostAsync(channel, stories, daysAgo: 1);
        await PostAsync(channel, [.. stories.Reverse()], daysAgo: 0);

        ben.Replies(earlier[part].InDiscussion!, "/why 3");

        var why = await bot.NextAsync(channel.Discussion!);
        Assert.StartsWith(stories[2].Headline, why.Text, StringComparison.Ordinal);
        Assert.Contains("no. 3 in the digest of", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_discussion_group_of_a_channel_an_anonymous_admin_who_answers_its_digest_gets_the_reason()
    {
        var (_, channel) = await ChatAsync(ChatKind.Channel);
        var carl = bot.Telegram.User("Carl");
        await DiscussedAsync(channel, carl);
        carl.Joins(channel.Discussion!, MemberStatus.Administrator, isAnonymous: true);
        var stories = await StoriesAsync(channel);
        var posted = await PostAsync(channel, stories, daysAgo: 0);

        carl.Replies(posted[0].InDiscussion!, "/why 1");

        Assert.StartsWith(stories[0].Headline, (await bot.NextAsync(channel.Discussion!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_discussion_group_of_a_channel_without_the_bot_an_anonymous_admin_is_told_that_its_post_is_no_digest()
    {
        var (anna, carl) = (bot.Telegram.User("Anna"), bot.Telegram.User("Carl"));
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour", anna);
        await DiscussedAsync(channel, carl);
        carl.Joins(channel.Discussion!, MemberStatus.Administrator, isAnonymous: true);

        carl.Replies(anna.Says("News", channel).InDiscussion!, "/why 1");

        Assert.Contains("is no digest", (await bot.NextAsync(channel.Discussion!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Telegram.Calls.All, call => call.Method == "getChat" && call.Number("chat_id") == channel.Id);
    }

    [Fact]
    public async Task Whoever_is_in_the_discussion_group_alone_is_told_nothing_of_the_channel()
    {
        var (_, channel) = await ChatAsync(ChatKind.Channel);
        var carl = bot.Telegram.User("Carl");
        await DiscussedAsync(channel, carl);
        var posted = await PostAsync(channel, await StoriesAsync(channel), daysAgo: 0);

        carl.Replies(posted[0].InDiscussion!, "/why 3");

        Assert.Contains("is no digest", (await bot.NextAsync(channel.Discussion!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_discussion_group_everything_else_is_asked_of_the_group()
    {
        var (ben, channel) = await ChatAsync(ChatKind.Channel);
        await DiscussedAsync(channel, ben);
        var posted = await PostAsync(channel, await StoriesAsync(channel), daysAgo: 0);

        ben.Replies(posted[0].InDiscussion!, "/latest");

        Assert.All((await bot.NextAsync(channel.Discussion!)).Buttons.SelectMany(row => row), button => Assert.StartsWith("/", button.Data, StringComparison.Ordinal));
    }

    /// <summary>Gives a channel a discussion group with the bot and a member in it.</summary>
    private async Task DiscussedAsync(Chat channel, Person member)
    {
        var owner = bot.Telegram.User("Olga");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour talk", owner);
        owner.AddsBot(group);
        await bot.NextAsync(group);
        member.Joins(group);
        owner.Links(channel, group);
    }

    private IDigestSlots Slots => bot.Services.GetRequiredService<IDigestSlots>();

    private IDeliveryLedger Ledger => bot.Services.GetRequiredService<IDeliveryLedger>();

    /// <summary>A chat with the bot and a member who owns nothing.</summary>
    private async Task<(Person Ben, Chat Chat)> ChatAsync(ChatKind kind, bool isForum = false)
    {
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        var chat = bot.Telegram.Chat(kind, "Harbour", anna, isForum: isForum);
        anna.AddsBot(chat);
        await bot.NextAsync(chat);
        ben.Joins(chat);
        return (ben, chat);
    }

    /// <summary>Orders digests for a chat or topic, of which two are due by now, and gives the stories to be told in them.</summary>
    private async Task<IReadOnlyList<Story>> StoriesAsync(Chat chat, Topic? topic = null)
    {
        var place = TelegramAddress.Of(chat.Id, topic?.Id);
        var community = (await bot.Services.GetRequiredService<ICommunities>().EnterAsync(place, chat.Title, Ct)).Id;
        var subscription = await bot.Services.GetRequiredService<ISubscriptions>().AddAsync(
            new Editor(community, "telegram 7"),
            place,
            new Schedule { Cadence = new Cadence([new TimeOnly(8, 0)], WeekDays.All), Zone = "Etc/UTC", ValidFrom = _now },
            new DigestWish("standard", null, null, null, null, ""),
            Ct);
        await Slots.PlanAsync([new SlotsToPlan(subscription.Id, subscription.Look, [SlotOf(1), SlotOf(0)], _now.AddDays(1))], Ct);
        var top = await bot.Services.GetRequiredService<IStories>().TopAsync(community, new StoryPeriod(DateTimeOffset.UnixEpoch, _now), StoryOrder.Size, 0, 3, Ct);
        return [.. top.Items.Select(ranked => ranked.Story)];
    }

    /// <summary>Posts a digest that takes a message a story.</summary>
    private async Task<IReadOnlyList<Message>> PostAsync(Chat chat, IReadOnlyList<Story> stories, int daysAgo)
    {
        var waiting = (await Slots.WaitingAsync([TelegramAddress.Platform], _now, 100, Ct)).Single(one => TelegramAddress.ChatOf(one.Subscriptions[0].Address) == chat.Id);
        var reply = new Reply
        {
            Blocks = [.. stories.Index().SelectMany(story => (Block[])[new Entry($"{story.Index + 1}", story.Item.Headline), new Paragraph(new string('x', 3500))])],
            Buttons = [[new Button("Why?", "/why")]],
        };
        await Slots.ComposeAsync(
            [
                new(
                    waiting.Channel, waiting.Slots.Single(slot => slot.Slot.Day == SlotOf(daysAgo).Day), bot.Posts.Render(reply, CultureInfo.InvariantCulture), Skip: null,
                    IsSilent: false, Merged: [], Skipped: [], new ToldEdition([], [.. stories.Select(story => new RememberedChoice(story.Id, DigestPlace.Headline, Worth, [], null))])),
            ],
            _now,
            Ct);
        var posted = new List<Message>();
        while (await Ledger.TakeAsync(TelegramAddress.Platform, keyLife: null, [], isRestShared: false, 1, Ct) is [var next])
        {
            await Ledger.EndAsync(next.Id, new DeliveryEnd.Sent(Assert.IsType<Posted>(await bot.Posts.PostAsync(next.Post, Ct)).Message), Ct);
            posted.Add(await bot.NextAsync(chat));
        }

        return posted;
    }

    private Slot SlotOf(int daysAgo) => new(DateOnly.FromDateTime(_now.UtcDateTime).AddDays(-daysAgo), 0, _now.AddDays(-daysAgo));
}
