using System.Diagnostics;
using System.Net;
using System.Text;
using Bot.Digest.Chat;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Bot.TelegramStandIn.Wire;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What goes wrong between the bot and Telegram, and what the operator reads of it.</summary>
public sealed class TelegramTroubleTests
{
    private static CancellationToken Ct => RunningBot.Ct;

    [Fact]
    public async Task What_was_answered_is_not_answered_again_after_a_restart()
    {
        await using var bot = await StartAsync();
        var anna = bot.Telegram.User("Anna");
        anna.Says("/about");
        await bot.NextAsync(anna.Private);

        await bot.RestartAsync();
        anna.Says("/privacy");
        await bot.NextAsync(anna.Private);

        Assert.Equal(2, bot.Telegram.Sent.All.Count);
        Assert.Equal(3 * InterfaceLanguages.All.Count, bot.Telegram.Calls.All.Count(call => call.Method == "setMyCommands"));
    }

    [Fact]
    public async Task Updates_that_come_again_or_in_another_order_are_answered_once()
    {
        await using var bot = await StartAsync();
        var (anna, ben) = (bot.Telegram.User("Anna"), bot.Telegram.User("Ben"));
        bot.Telegram.Updates.RepeatNext();
        bot.Telegram.Updates.ReverseNext();

        anna.Says("/about");
        ben.Says("/about");
        await bot.NextAsync(anna.Private);
        await bot.NextAsync(ben.Private);
        anna.Says("/privacy");
        await bot.NextAsync(anna.Private);

        Assert.Equal(3, bot.Telegram.Sent.All.Count);
    }

    [Fact]
    public async Task A_server_that_fails_for_a_while_is_asked_again_and_nothing_is_lost()
    {
        await using var bot = await StartAsync();
        var anna = bot.Telegram.User("Anna");
        bot.Telegram.Mishaps
            .Next(Mishap.Broken(502, isDone: false), "getUpdates")
            .Next(Mishap.Closed, "getUpdates");

        anna.Says("/about");

        await bot.NextAsync(anna.Private);
        Assert.Equal(0, bot.Telegram.Mishaps.Left);
    }

    [Fact]
    public async Task An_answer_waits_when_Telegram_wants_to_be_left_alone_for_a_moment()
    {
        await using var bot = await StartAsync();
        var anna = bot.Telegram.User("Anna");
        bot.Telegram.Mishaps.Next(Mishap.TooMany(1), "sendMessage");

        anna.Says("/about");

        await bot.NextAsync(anna.Private);
    }

    [Theory]
    [InlineData("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", "Another program fetches this bot's updates")]
    [InlineData("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", "deleteWebhook")]
    public async Task Whoever_is_in_the_way_is_named_with_what_to_do(string conflict, string advice)
    {
        await using var bot = await StartAsync(mishap: Mishap.Refused(409, conflict));

        Assert.StartsWith("Error", await bot.Log.HasAsync(advice, Ct).WaitAsync(Patience.Long, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_nobody_knows_ends_Telegram_with_a_sentence_and_the_page_goes_on()
    {
        await using var bot = await StartAsync(mishap: Mishap.Unauthorized);

        Assert.StartsWith("Critical", await bot.Log.HasAsync("does not know the token", Ct).WaitAsync(Patience.Long, Ct), StringComparison.Ordinal);
        using var browser = new Web.PlainBrowser(bot.Page);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task The_token_is_in_no_log_no_exception_and_no_trace()
    {
        var traced = new StringBuilder();
        using var spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (traced)
                {
                    traced.AppendJoin(' ', span.TagObjects).Append(span.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(spans);
        await using var bot = await StartAsync(new() { ["Log:Level"] = "Trace" });
        var anna = bot.Telegram.User("Anna");
        foreach (var mishap in (Mishap[])[Mishap.Closed, Mishap.Page, Mishap.HalfReply, Mishap.Broken(502, isDone: false), Mishap.Refused(400, "Bad Request: odd")])
        {
            bot.Telegram.Mishaps.Next(mishap, "sendMessage");
            anna.Says("/about");
        }

        bot.Telegram.Mishaps.Next(Mishap.Closed, "getUpdates").Next(Mishap.Page, "getUpdates");

        anna.Says("/privacy");
        await bot.Telegram.Sent.NextAsync(message => message.Text.Contains("stored", StringComparison.OrdinalIgnoreCase), Ct).WaitAsync(Patience.Long, Ct);

        var secret = bot.Telegram.Token.Split(':')[1];
        Assert.NotEmpty(bot.Log.Lines);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        lock (traced)
        {
            Assert.DoesNotContain(secret, traced.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"message_id": "not a number"}""")]
    [InlineData("""{"message_id": 1, "date": 999999999999999, "text": "/about", "chat": {"id": 5, "type": "private"}}""")]
    public async Task An_update_that_cannot_be_read_does_not_keep_the_others_back(string message)
    {
        await using var bot = await StartAsync();
        var anna = bot.Telegram.User("Anna");
        bot.Telegram.Mishaps.Next(
            new Mishap("odd update", IsDone: false, (context, _, ct) => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, $$"""{"ok":true,"result":[{"update_id":5,"message":{{message}}}]}""", ct)),
            "getUpdates");

        anna.Says("/about");

        await bot.NextAsync(anna.Private);
        await bot.Log.HasAsync("has a form that this version cannot read", Ct).WaitAsync(Patience.Long, Ct);
    }

    [Fact]
    public async Task Somebody_who_floods_the_bot_keeps_nobody_waiting()
    {
        await using var bot = await StartAsync();
        var (anna, eve) = (bot.Telegram.User("Anna"), bot.Telegram.User("Eve"));
        anna.Says("/about");
        await bot.NextAsync(anna.Private);
        for (var number = 0; number < 2000; number++)
        {
            eve.Says("/about");
        }

        anna.Says("/privacy");
        await bot.NextAsync(anna.Private);

        Assert.InRange(bot.Telegram.Sent.All.Count(message => message.Chat == eve.Private), 1, 1000);
    }

    [Fact]
    public async Task However_many_groups_the_bot_is_added_to_at_once_it_greets_all_of_them_without_being_too_fast()
    {
        await using var bot = new RunningBot { HasSamples = false, StandIn = new() };
        await bot.InitializeAsync();
        var anna = bot.Telegram.User("Anna");
        var groups = Enumerable.Range(1, 35).Select(number => bot.Telegram.Chat(ChatKind.Supergroup, $"Harbour {number}", anna)).ToList();

        groups.ForEach(anna.AddsBot);

        await Task.WhenAll(groups.Select(bot.NextAsync));
        Assert.Equal(0, bot.Telegram.TooFast);
    }

    private static async Task<RunningBot> StartAsync(Dictionary<string, string?>? settings = null, Mishap? mishap = null)
    {
        var bot = new RunningBot { Settings = settings ?? [], HasSamples = false, First = mishap };
        await bot.InitializeAsync();
        return bot;
    }
}
