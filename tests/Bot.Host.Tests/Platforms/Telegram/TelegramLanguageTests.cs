using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>Which language people read on Telegram.</summary>
public sealed class TelegramLanguageTests(CountingOnAStandstill bot) : IClassFixture<CountingOnAStandstill>
{
    [Fact]
    public async Task The_menu_is_in_each_language_of_the_interface()
    {
        var anna = bot.Telegram.User("Anna");
        await AsksAsync(anna, "/about", anna.Private);

        Assert.All(
            ["all_private_chats", "all_group_chats", "all_chat_administrators"],
            scope => Assert.Contains(("latest", "die neuesten Artikel"), bot.Telegram.CommandsOf(scope, "de")));
        Assert.Contains(("latest", "the newest articles"), bot.Telegram.CommandsOf("all_private_chats"));
        Assert.Empty(bot.Telegram.CommandsOf("all_private_chats", "en"));
    }

    [Fact]
    public async Task In_private_people_read_the_language_of_their_app_until_they_choose_another()
    {
        var (uwe, anaïs) = (bot.Telegram.User("Uwe", language: "de"), bot.Telegram.User("Anaïs", language: "fr"));

        Assert.StartsWith("Befehle", await AsksAsync(uwe, "/help", uwe.Private), StringComparison.Ordinal);
        Assert.StartsWith("Commands", await AsksAsync(anaïs, "/help", anaïs.Private), StringComparison.Ordinal);
        await AsksAsync(uwe, "/settings language:english", uwe.Private);
        Assert.StartsWith("Commands", await AsksAsync(uwe, "/help", uwe.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_group_read_the_language_that_its_admins_chose_and_English_before()
    {
        var uwe = bot.Telegram.User("Uwe", language: "de");
        var group = bot.Telegram.Chat(ChatKind.Supergroup, "Hafen", uwe);
        uwe.AddsBot(group);
        await bot.NextAsync(group);

        Assert.StartsWith("Commands", await AsksAsync(uwe, "/help", group), StringComparison.Ordinal);
        await AsksAsync(uwe, "/settings language:deutsch", group);
        Assert.StartsWith("Befehle", await AsksAsync(bot.Telegram.User("Anna"), "/help", group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_so_in_the_language_of_the_community()
    {
        var ben = bot.Telegram.User("Ben");
        await AsksAsync(ben, "/settings language:deutsch", ben.Private);
        for (var count = 1; count < RateLimit.PerUser; count++)
        {
            await AsksAsync(ben, "/about", ben.Private);
        }

        Assert.StartsWith("Das waren zu viele Befehle", await AsksAsync(ben, "/about", ben.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_too_often_about_another_chat_is_told_so_in_the_language_of_the_chat_where_it_is_asked()
    {
        var ben = bot.Telegram.User("Ben");
        await AsksAsync(ben, "/settings language:deutsch", ben.Private);
        var key = Assert.Single(await bot.Services.GetRequiredService<IButtonCommands>().KeepAsync(["/latest"], RunningBot.Ct));
        for (var count = 1; count < RateLimit.PerUser; count++)
        {
            await AsksAsync(ben, "/about", ben.Private);
        }

        Assert.StartsWith("Das waren zu viele Befehle", await AsksAsync(ben, $"/start {key}_-300001_1", ben.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_ordered_in_private_is_written_in_the_language_of_the_app()
    {
        var uwe = bot.Telegram.User("Uwe", language: "de");

        var told = await AsksAsync(uwe, "/subscribe at:08:00 zone:Europe/Berlin", uwe.Private);

        var community = await bot.Services.GetRequiredService<ICommunities>().EnterAsync(TelegramAddress.Of(uwe.Private.Id), "Uwe", RunningBot.Ct);
        var ordered = Assert.Single(await bot.Services.GetRequiredService<ISubscriptions>().ListAsync(community.Id, null, RunningBot.Ct));
        Assert.StartsWith("Digests für diesen Kanal", told, StringComparison.Ordinal);
        Assert.Equal("de", ordered.Wish.Language);
    }

    [Fact]
    public async Task What_is_asked_beside_the_commands_is_asked_in_the_language_of_the_app()
    {
        var uwe = bot.Telegram.User("Uwe", language: "de");

        uwe.SendsDocument("feeds.opml", "<opml version=\"2.0\"/>"u8.ToArray());
        var question = await bot.NextAsync(uwe.Private);

        Assert.StartsWith("Den Feeds folgen, die in feeds.opml stehen?", question.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_beside_the_commands_is_asked_in_the_language_that_was_chosen_for_the_chat()
    {
        var ben = bot.Telegram.User("Ben");
        await AsksAsync(ben, "/settings language:deutsch", ben.Private);
        var key = Assert.Single(await bot.Services.GetRequiredService<IButtonCommands>().KeepAsync(["/pause"], RunningBot.Ct));

        var linked = await AsksAsync(ben, $"/start {key}_-300001_1", ben.Private);
        ben.SendsDocument("feeds.opml", "<opml version=\"2.0\"/>"u8.ToArray());
        var sent = (await bot.NextAsync(ben.Private)).Text;

        Assert.StartsWith("Der Link, dem du gefolgt bist, möchte ", linked, StringComparison.Ordinal);
        Assert.StartsWith("Den Feeds folgen, die in feeds.opml stehen?", sent, StringComparison.Ordinal);
    }

    private async Task<string> AsksAsync(Person who, string line, Chat chat)
    {
        who.Says(line, chat);
        return (await bot.NextAsync(chat)).Text;
    }
}
