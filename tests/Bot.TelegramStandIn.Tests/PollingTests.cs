using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;

namespace Bot.TelegramStandIn.Tests;

/// <summary>A bot is told what happens: once it confirms no more, one process at a time, and of the kinds that it wants.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task Updates_come_until_they_are_confirmed()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("one");
        running.Ana.Says("two");

        var both = await running.Bot.UpdatesAsync();
        var again = await running.Bot.UpdatesAsync();
        var second = await running.Bot.UpdatesAsync((long)both[0]["update_id"]! + 1);
        var none = await running.Bot.UpdatesAsync((long)both[1]["update_id"]! + 1);

        Assert.Equal(["one", "two"], both.Select(Text));
        Assert.Equal(["one", "two"], again.Select(Text));
        Assert.Equal(["two"], second.Select(Text));
        Assert.Empty(none);
    }

    [Fact]
    public async Task A_negative_offset_leaves_the_last_alone()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("one");
        running.Ana.Says("two");

        Assert.Equal(["two"], (await running.Bot.UpdatesAsync(-1)).Select(Text));
        Assert.Equal(1, running.Server.Updates.Pending);
    }

    [Fact]
    public async Task What_a_bot_does_not_fetch_is_forgotten_after_a_day()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("one");
        running.Clock.Advance(TimeSpan.FromHours(23));
        running.Ana.Says("two");
        running.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["two"], (await running.Bot.UpdatesAsync()).Select(Text));
    }

    [Fact]
    public async Task A_bot_that_waits_is_told_as_soon_as_something_happens()
    {
        await using var running = await Running.StartAsync();

        var waiting = running.Bot.CallAsync("getUpdates", """{"timeout":30}""");
        await running.Server.Waiting.NextAsync(_ => true, TestContext.Current.CancellationToken);
        running.Ana.Says("now");

        Assert.Equal("now", Text((await waiting)["result"]![0]!.AsObject()));
    }

    [Fact]
    public async Task Of_two_that_wait_the_first_is_sent_away()
    {
        await using var running = await Running.StartAsync();

        var first = running.Bot.CallAsync("getUpdates", """{"timeout":30}""");
        await running.Server.Waiting.NextAsync(_ => true, TestContext.Current.CancellationToken);
        var second = running.Bot.CallAsync("getUpdates", """{"timeout":30}""");
        var conflict = await first;
        running.Ana.Says("now");

        Assert.Equal(409, (int)conflict["error_code"]!);
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", (string?)conflict["description"]);
        Assert.Equal("now", Text((await second)["result"]![0]!.AsObject()));
    }

    [Fact]
    public async Task While_a_webhook_is_set_nobody_may_ask()
    {
        await using var running = await Running.StartAsync();
        await running.Bot.CallAsync("setWebhook", """{"url":"https://bot.example.org/telegram"}""");

        var conflict = await running.Bot.CallAsync("getUpdates");
        await running.Bot.CallAsync("deleteWebhook");
        var well = await running.Bot.CallAsync("getUpdates");

        Assert.Equal("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", (string?)conflict["description"]);
        Assert.True((bool)well["ok"]!);
    }

    [Fact]
    public async Task Kinds_that_were_not_asked_for_do_not_come_and_the_wish_lasts()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Supergroup);
        running.Ana.PromotesBot(group);
        await running.Bot.CallAsync("getUpdates", """{"allowed_updates":["chat_member"]}""");
        await running.ForgetAsync();

        running.Ana.Says("/who varga", group);
        running.Server.User("Bela").Joins(group);

        Assert.Equal("member", (string?)Assert.Single(await running.Bot.UpdatesAsync())["chat_member"]!["new_chat_member"]!["status"]);
    }

    [Fact]
    public async Task In_a_group_a_bot_hears_commands_mentions_and_answers_alone()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Group);
        var sent = (await running.Bot.SayAsync(group.Id, "Good morning"))["result"]!;

        running.Ana.Says("Hello all", group);
        running.Ana.Says("/who varga", group);
        running.Ana.Says("/who@other_bot varga", group);
        running.Ana.Says("/WHO@digest_test_bot varga", group);
        running.Ana.Says("Well, @digest_test_bot", group);
        running.Ana.Replies(running.Server.Sent.All.Single(message => message.Id == (int)sent["message_id"]!), "Thanks");

        Assert.Equal(["/who varga", "/WHO@digest_test_bot varga", "Well, @digest_test_bot", "Thanks"], (await running.Bot.UpdatesAsync()).Select(Text));
    }

    [Fact]
    public async Task Updates_can_come_twice_and_in_the_wrong_order()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("one");
        running.Ana.Says("two");
        running.Server.Updates.ReverseNext();
        running.Server.Updates.RepeatNext();

        var turned = await running.Bot.UpdatesAsync();
        var repeated = await running.Bot.UpdatesAsync((long)turned[0]["update_id"]! + 1);

        Assert.Equal(["two", "one"], turned.Select(Text));
        Assert.Equal(["one", "two"], repeated.Select(Text));
    }

    private static string? Text(JsonObject update) => (string?)update["message"]!["text"];
}
