using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;
using Button = Bot.Digest.Chat.Button;
using Message = Bot.TelegramStandIn.Chats.Message;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What a pressed button brings, and to whom.</summary>
public sealed class TelegramPressTests(CountingOnAStandstill bot) : IClassFixture<CountingOnAStandstill>
{
    private static CancellationToken Ct => RunningBot.Ct;

    [Fact]
    public async Task A_problem_that_is_too_long_to_stand_over_the_chat_is_told_in_private_alone()
    {
        var (group, message) = await PostedAsync(new Button("Odd", $"/who varga since:{new string('x', 300)}"));
        var ben = await MetAsync(group);
        var before = SaidIn(group);

        var told = await ben.Presses(message, "Odd").AnsweredAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Contains("in your chat with this bot", told.Text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 300), (await bot.NextAsync(ben.Private)).Text, StringComparison.Ordinal);
        Assert.Equal(before, SaidIn(group));
    }

    [Fact]
    public async Task Whoever_never_wrote_to_the_bot_is_told_the_problem_in_the_chat()
    {
        var (group, message) = await PostedAsync(new Button("Odd", $"/who varga since:{new string('x', 300)}"));
        var carl = bot.Telegram.User("Carl");
        carl.Joins(group);

        carl.Presses(message, "Odd");

        Assert.Contains(new string('x', 300), (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_look_like_a_page_turn_none()
    {
        var (group, message) = await PostedAsync(new Button("Find", "/search \"pier page: harbour\""), new Button("Next", "/latest page:2"));
        var ben = await MetAsync(group);

        ben.Presses(message, "Find");
        await bot.NextAsync(group);
        var edits = message.Edits;
        ben.Presses(message, "Next");
        await bot.Telegram.Edited.NextAsync(edited => edited == message, Ct).WaitAsync(Patience.Long, Ct);

        Assert.Equal((0, 1), (edits, message.Edits));
    }

    [Fact]
    public async Task A_message_without_pages_stays_whatever_is_sent_as_if_it_were_pressed()
    {
        var (group, message) = await PostedAsync(new Button("Latest", "/latest"));
        var ben = await MetAsync(group);

        ben.Forges(message, "/latest page:2");
        ben.Forges(message, "/latest\n1");
        await bot.NextAsync(group);
        await bot.NextAsync(group);

        Assert.Equal(0, message.Edits);
    }

    [Theory]
    [InlineData("/latest page:3")]
    [InlineData("/search pier page:2 source:harbour")]
    public async Task A_message_shows_no_page_of_another_answer_whatever_is_sent_as_if_it_were_pressed(string data)
    {
        var (group, message) = await PostedAsync(new Button("‹", "/search pier page:1"), new Button("›", "/search pier page:3"));
        var ben = await MetAsync(group);

        ben.Forges(message, data);
        await bot.NextAsync(group);

        Assert.Equal(0, message.Edits);
    }

    [Fact]
    public async Task A_message_shows_no_page_of_another_chat_whatever_is_sent_as_if_it_were_pressed()
    {
        var (other, _) = await PostedAsync(new Button("Latest", "/latest"));
        var (group, message) = await PostedAsync(new Button("‹", "/latest page:1"), new Button("›", "/latest page:3"));
        var ben = await MetAsync(group);
        ben.Joins(other);

        ben.Forges(message, $"{other.Id} /latest page:2");
        await bot.NextAsync(group);

        Assert.Equal(0, message.Edits);
    }

    [Fact]
    public async Task Whoever_presses_twice_turns_the_page_of_a_long_question_once_more()
    {
        var words = new string('x', 60);
        var (group, message) = await PostedAsync(new Button("‹", $"/search {words} page:1"), new Button("›", $"/search {words} page:3"));
        var ben = await MetAsync(group);

        ben.Forges(message, Assert.Single(await bot.Services.GetRequiredService<IButtonCommands>().KeepAsync([$"/search {words} page:2"], Ct)));
        await bot.Telegram.Edited.NextAsync(edited => edited == message, Ct).WaitAsync(Patience.Long, Ct);

        Assert.Equal(1, message.Edits);
    }

    [Fact]
    public async Task Whoever_presses_too_often_asks_the_server_nothing_about_other_chats()
    {
        var (group, message) = await PostedAsync([.. Enumerable.Range(1, RateLimit.PerUser + 2).Select(number => new Button($"{number}", $"-10000{number} /latest"))]);
        var ben = bot.Telegram.User("Ben");
        ben.Joins(group);

        var told = new List<string?>();
        foreach (var button in message.Buttons.SelectMany(row => row))
        {
            told.Add((await ben.Presses(message, button.Label).AnsweredAsync(Ct).WaitAsync(Patience.Long, Ct)).Text);
        }

        Assert.Equal(RateLimit.PerUser, AskedAbout(ben));
        Assert.All(told.Skip(RateLimit.PerUser), text => Assert.Contains("too many", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_presses_too_often_in_a_channel_gets_no_more_links()
    {
        var (channel, message) = await PostedAsync(ChatKind.Channel, new Button("Latest", "/latest"));
        var ben = bot.Telegram.User("Ben");
        ben.Joins(channel);

        var links = new List<string?>();
        for (var press = 0; press <= RateLimit.PerUser; press++)
        {
            links.Add((await ben.Presses(message, "Latest").AnsweredAsync(Ct).WaitAsync(Patience.Long, Ct)).Link);
        }

        Assert.All(links.SkipLast(1), Assert.NotNull);
        Assert.Null(links[^1]);
    }

    [Fact]
    public async Task Whoever_opens_too_many_links_asks_the_server_nothing_about_other_chats()
    {
        var (channel, message) = await PostedAsync(ChatKind.Channel, new Button("Latest", "/latest"));
        var anna = bot.Telegram.User("Anna");
        anna.Joins(channel);
        var link = (await anna.Presses(message, "Latest").AnsweredAsync(Ct).WaitAsync(Patience.Long, Ct)).Link!;
        var key = link.Split("start=")[1].Split('_')[0];
        var ben = bot.Telegram.User("Ben");

        for (var chat = 0; chat < RateLimit.PerUser + 2; chat++)
        {
            ben.Says($"/start {key}_-20000{chat}_1");
            await bot.NextAsync(ben.Private);
        }

        Assert.Equal(RateLimit.PerUser, AskedAbout(ben));
    }

    private int AskedAbout(Person who) =>
        bot.Telegram.Calls.All.Count(call => call.Method == "getChatMember" && call.Number("user_id") == who.Account.Id);

    private int SaidIn(Chat chat) => bot.Telegram.Sent.All.Count(message => message.Chat == chat);

    private async Task<Person> MetAsync(Chat group)
    {
        var ben = bot.Telegram.User("Ben");
        ben.Says("/about");
        await bot.NextAsync(ben.Private);
        ben.Joins(group);
        return ben;
    }

    /// <summary>A message of the bot with some buttons in a group.</summary>
    private Task<(Chat Group, Message Message)> PostedAsync(params Button[] buttons) => PostedAsync(ChatKind.Supergroup, buttons);

    private async Task<(Chat Chat, Message Message)> PostedAsync(ChatKind kind, params Button[] buttons)
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(kind, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        var body = Assert.Single(bot.Posts.Render(new Reply { Blocks = [new Paragraph("News")], Buttons = [buttons] }, CultureInfo.InvariantCulture));
        Assert.IsType<Posted>(await bot.Posts.PostAsync(new Post(TelegramAddress.Of(group.Id), body, "key", IsSilent: false), Ct));
        return (group, await bot.NextAsync(group));
    }
}
