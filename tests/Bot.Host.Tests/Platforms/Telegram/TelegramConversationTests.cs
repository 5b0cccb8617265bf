using System.Text;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;
using Access = Bot.Digest.Commands.Access;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What people in chats get for what they write and press.</summary>
public sealed class TelegramConversationTests(RunningBot bot) : IClassFixture<RunningBot>
{
    [Fact]
    public async Task Somebody_asks_in_private_and_gets_a_card()
    {
        var anna = bot.Telegram.User("Anna");

        anna.Says("/who varga");

        var card = await bot.NextAsync(anna.Private);
        Assert.StartsWith("Ilse Varga", card.Text, StringComparison.Ordinal);
        Assert.Contains("<blockquote>“", card.Markup, StringComparison.Ordinal);
        Assert.Contains(card.Buttons.SelectMany(row => row), button => button.Label == "›");
    }

    [Fact]
    public async Task A_pressed_arrow_turns_the_page_in_its_message()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/who varga");
        var card = await bot.NextAsync(anna.Private);
        var first = card.Text;

        var press = anna.Presses(card, "›");

        Assert.Null((await press.AnsweredAsync(RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct)).Text);
        var turned = await bot.Telegram.Edited.NextAsync(message => message == card, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        Assert.StartsWith("Ilse Varga", turned.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, turned.Text);
        Assert.Contains(turned.Buttons.SelectMany(row => row), button => button.Label == "‹");
    }

    [Fact]
    public async Task Another_button_brings_another_message()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/who varga");
        var card = await bot.NextAsync(anna.Private);

        anna.Presses(card, "Timeline");

        Assert.StartsWith("Ilse Varga", (await bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);
        Assert.Equal(0, card.Edits);
    }

    [Fact]
    public async Task A_command_that_is_too_long_for_a_button_works_all_the_same()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/search \"the east pier before the winter of this very year or the next one\"");
        await bot.NextAsync(anna.Private);
        anna.Says("/digest \"harbour and ferry and everything else that is near the water of the town\" since:2020-01-01");
        var digest = await bot.NextAsync(anna.Private);

        anna.Says("/latest pier");
        var latest = await bot.NextAsync(anna.Private);
        Assert.All(digest.Buttons.Concat(latest.Buttons).SelectMany(row => row), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Data!), 1, 64));
    }

    [Fact]
    public async Task A_group_is_answered_where_it_asked_and_to_whom()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);

        var asked = anna.Says($"/who@{bot.Telegram.Bot.Username} varga", group);

        var card = await bot.NextAsync(group);
        Assert.StartsWith("Ilse Varga", card.Text, StringComparison.Ordinal);
        Assert.Equal(asked.Id, bot.Telegram.Calls.All.Last(call => call.Chat == $"{group.Id}").Object("reply_parameters")?["message_id"]?.GetValue<int>());
    }

    [Fact]
    public async Task An_answer_stays_in_its_topic()
    {
        var anna = bot.Telegram.User("Anna");
        var forum = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna, isForum: true);
        anna.AddsBot(forum);
        await bot.NextAsync(forum);
        var topic = anna.OpensTopic(forum, "News");

        anna.Says("/latest", forum, topic);
        var latest = await bot.NextAsync(forum);
        anna.Presses(latest, "›");
        await bot.Telegram.Edited.NextAsync(message => message == latest, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        anna.Presses(latest, "‹");

        Assert.Equal(topic.Id, latest.Topic);
    }

    [Fact]
    public async Task Words_for_other_bots_edited_and_forwarded_words_are_nobodys_question()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);

        anna.Says("/ban varga", group);
        anna.Says("/who@other_bot varga", group);
        var said = anna.Says("/latest pier", group);
        await bot.NextAsync(group);
        anna.Edits(said, "/who varga");
        anna.Says("/about", group);

        Assert.StartsWith("DigestBot", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_gets_a_hint_from_the_bot_that_was_named()
    {
        var anna = bot.Telegram.User("Anna");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);

        anna.Says($"/serch@{bot.Telegram.Bot.Username} pier", group);

        Assert.Contains("/search", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_may_ask_and_admins_may_change_and_the_check_is_made_at_each_press()
    {
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        ben.Joins(group);

        ben.Says("/subscriptions", group);
        Assert.Contains("admin", (await bot.NextAsync(group)).Text, StringComparison.OrdinalIgnoreCase);
        anna.Says("/subscribe at:08:00 zone:Europe/Berlin", group);
        var subscribed = await bot.NextAsync(group);
        var press = ben.Presses(subscribed, subscribed.Buttons.SelectMany(row => row).First(button => button.Data!.StartsWith("/unsubscribe", StringComparison.Ordinal)).Label);

        var told = await press.AnsweredAsync(RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        Assert.True(told.IsAlert);
        Assert.Contains("admin", told.Text, StringComparison.OrdinalIgnoreCase);
        anna.Says("/subscriptions", group);
        Assert.Contains("08:00", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_becomes_an_admin_may_change_things_at_once_where_the_bot_is_told()
    {
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        anna.PromotesBot(group);
        ben.Joins(group);
        ben.Says("/subscriptions", group);
        Assert.Contains("admin", (await bot.NextAsync(group)).Text, StringComparison.OrdinalIgnoreCase);

        ben.Joins(group, MemberStatus.Administrator);
        ben.Says("/subscriptions", group);

        Assert.DoesNotContain("admin", (await bot.NextAsync(group)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_admin_who_writes_in_the_name_of_the_group_is_an_admin()
    {
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        await bot.NextAsync(group);
        ben.Joins(group, MemberStatus.Administrator, isAnonymous: true);

        ben.Says("/subscribe at:09:00 zone:Europe/Berlin", group);

        Assert.Contains("09:00", (await bot.NextAsync(group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_takes_commands_and_its_readers_are_answered_in_private()
    {
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour news", anna);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        ben.Joins(channel);

        anna.Says("/latest", channel);
        var latest = await bot.NextAsync(channel);
        var before = bot.Telegram.Calls.All.Count;
        ben.Presses(latest, "›");
        var answer = await bot.Telegram.Calls.NextAsync(call => call.Method == "answerCallbackQuery" && call.Text("url") is not null, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        ben.Says("/start " + new Uri(answer.Text("url")!).Query["?start=".Length..]);

        Assert.StartsWith("Latest", (await bot.NextAsync(ben.Private)).Text, StringComparison.Ordinal);
        Assert.Equal(0, latest.Edits);
    }

    [Fact]
    public async Task A_stranger_who_has_the_link_of_a_channel_sees_nothing_of_it()
    {
        var (anna, eve) = (bot.Telegram.User("Anna"), bot.Telegram.User("Eve"));
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour news", anna);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        anna.Says("/subscribe at:07:30 zone:Europe/Berlin", channel);
        var subscribed = await bot.NextAsync(channel);
        var button = subscribed.Buttons.SelectMany(row => row).First(one => one.Data!.StartsWith("/subscriptions", StringComparison.Ordinal) || one.Data!.StartsWith("/unsubscribe", StringComparison.Ordinal)).Label;
        anna.Presses(subscribed, button);
        var answer = await bot.Telegram.Calls.NextAsync(call => call.Method == "answerCallbackQuery" && call.Text("url") is not null, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        var payload = new Uri(answer.Text("url")!).Query["?start=".Length..];

        eve.Says("/start " + payload);
        var forEve = await bot.NextAsync(eve.Private);
        anna.Says("/subscriptions", channel);

        Assert.DoesNotContain("07:30", forEve.Text, StringComparison.Ordinal);
        Assert.Contains("07:30", (await bot.NextAsync(channel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_may_ask_and_not_change()
    {
        var anna = bot.Telegram.User("Anna");

        anna.Says("/start who_ilse-varga");
        Assert.StartsWith("Ilse Varga", (await bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);
        anna.Says("/start subscribe_1");
        Assert.StartsWith("DigestBot", (await bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_a_channel_changes_nothing_before_it_was_read()
    {
        var anna = bot.Telegram.User("Anna");
        var channel = bot.Telegram.Chat(ChatKind.Channel, "Harbour news", anna);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        anna.Says("/subscribe at:07:30 zone:Europe/Berlin", channel);
        await bot.NextAsync(channel);
        anna.Says("/forget community", channel);
        var before = await bot.NextAsync(channel);
        anna.Presses(before, before.Buttons[0][0].Label);
        var link = await bot.Telegram.Calls.NextAsync(call => call.Method == "answerCallbackQuery" && call.Text("url") is not null, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);

        anna.Says("/start " + new Uri(link.Text("url")!).Query["?start=".Length..]);
        var question = await bot.NextAsync(anna.Private);
        anna.Says("/subscriptions", channel);
        Assert.Contains("07:30", (await bot.NextAsync(channel)).Text, StringComparison.Ordinal);
        anna.Presses(question, "Yes, do it");
        await bot.NextAsync(anna.Private);
        anna.Says("/subscriptions", channel);

        Assert.Contains("forget community confirm:yes in Harbour news", question.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07:30", (await bot.NextAsync(channel)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_sources_is_imported_with_a_word_or_after_a_question()
    {
        var list = Encoding.UTF8.GetBytes("<opml version=\"2.0\"><body><outline text=\"Harbour Wire\" xmlUrl=\"https://harbour.example/feed\"/></body></opml>");
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));

        anna.SendsDocument("feeds.opml", list, "/source_import");
        Assert.Contains("Harbour Wire", (await bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);

        ben.SendsDocument("feeds.opml", list);
        var question = await bot.NextAsync(ben.Private);
        Assert.Contains("feeds.opml", question.Text, StringComparison.Ordinal);
        ben.Presses(question, "Follow them");
        Assert.Contains("Harbour Wire", (await bot.NextAsync(ben.Private)).Text, StringComparison.Ordinal);

        ben.Says("/source export");
        var export = await bot.NextAsync(ben.Private);
        Assert.Equal("sources.opml", export.Document?.Name);
        Assert.Contains("https://harbour.example/feed", Encoding.UTF8.GetString(export.Document!.Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@pier_letters")]
    [InlineData("Pier letters")]
    public async Task A_channel_is_found_by_its_admins_and_by_nobody_else(string typed)
    {
        var (anna, ben, eve) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"), bot.Telegram.User("Eve"));
        var channel = bot.Telegram.Chat(ChatKind.Channel, typed.Trim('@'), anna, typed.StartsWith('@') ? typed[1..] : null);
        anna.AddsBot(channel);
        await bot.NextAsync(channel);
        ben.Joins(channel);

        var (found, member, stranger) = (await FindAsync(anna, typed), await FindAsync(ben, typed), await FindAsync(eve, typed));

        Assert.Equal(TelegramAddress.Of(channel.Id), found.Chat);
        Assert.Equal(Access.CommunityAdmin, found.Access);
        Assert.All([member, stranger, await FindAsync(anna, "@no_such_channel")], refused => Assert.Null(refused.Chat));
        Assert.Equal(member.Problem?.ToString(), stranger.Problem?.ToString());
    }

    [Fact]
    public async Task Behind_its_name_the_bot_offers_a_card_to_any_chat()
    {
        var anna = bot.Telegram.User("Anna");

        var results = await anna.Asks("varga").AnsweredAsync(RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);

        Assert.Equal("Ilse Varga", results[0]["title"]!.GetValue<string>().Split(" · ")[0]);
        Assert.Empty(await anna.Asks("zeppelin").AnsweredAsync(RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct));
        Assert.Contains(bot.Telegram.Calls.All, call => call.Method == "answerInlineQuery" && call.Flag("is_personal"));
    }

    [Fact]
    public async Task What_is_asked_behind_its_name_changes_nothing()
    {
        var dan = bot.Telegram.User("Dan");
        var reports = bot.Services.GetRequiredService<IReports>();
        var before = await reports.OpenAsync(CommunityId.DefaultSet, 0, 1, RunningBot.Ct);

        Assert.Empty(await dan.Asks("wrong 1 kind:date").AnsweredAsync(RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct));

        Assert.Equal(before.Total, (await reports.OpenAsync(CommunityId.DefaultSet, 0, 1, RunningBot.Ct)).Total);
    }

    [Fact]
    public async Task A_button_of_a_message_that_is_gone_is_answered_anew()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/who varga");
        var card = await bot.NextAsync(anna.Private);
        anna.Deletes(card);

        anna.Presses(card, "›");

        Assert.StartsWith("Ilse Varga", (await bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_has_the_commands_of_each_kind_of_chat()
    {
        var anna = bot.Telegram.User("Anna");
        anna.Says("/about");
        await bot.NextAsync(anna.Private);

        Assert.Contains(("who", "a person's card: role, and what they said"), bot.Telegram.CommandsOf("all_group_chats"));
        Assert.DoesNotContain("source_add", bot.Telegram.CommandsOf("all_group_chats").Select(command => command.Name));
        Assert.Contains("source_add", bot.Telegram.CommandsOf("all_chat_administrators").Select(command => command.Name));
        Assert.Contains("source_add", bot.Telegram.CommandsOf("all_private_chats").Select(command => command.Name));
        Assert.DoesNotContain("person_merge", bot.Telegram.CommandsOf("all_private_chats").Select(command => command.Name));
    }

    private Task<ChannelChoice> FindAsync(Person asker, string typed) => bot.Services.GetRequiredService<TelegramChannels>().FindAsync(
        new Asker(TelegramAddress.Of(asker.Account.Id), CommunityId.DefaultSet, asker.Account.Id, Access.CommunityAdmin), typed, RunningBot.Ct);
}
