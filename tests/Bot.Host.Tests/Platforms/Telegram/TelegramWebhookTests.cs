using System.Globalization;
using System.Net;
using System.Text;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Bot.Host.Tests.Platforms.Web;
using Bot.TelegramStandIn;
using Bot.TelegramStandIn.Scenario;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>A bot that Telegram sends its updates to.</summary>
public sealed class TelegramWebhookTests : IAsyncLifetime
{
    private const string Secret = "a-secret-that-nobody-guesses";

    private readonly RunningBot _bot;
    private readonly StumblingLife _life = new();

    public TelegramWebhookTests() => _bot = new RunningBot
    {
        HasSamples = false,
        Instead = _life.Replace,
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Telegram:Webhook"] = "https://bot.example.org/telegram", ["Telegram:WebhookSecret"] = Secret },
        StandIn = new StandInOptions { IsRateLimited = false, WebhookRoute = address => new Uri(_bot!.Page, address.AbsolutePath) },
    };

    public ValueTask InitializeAsync() => _bot.InitializeAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Somebody_is_answered_without_any_looking_for_updates()
    {
        await RegisteredAsync();
        var anna = _bot.Telegram.User("Anna");

        anna.Says("/about");

        Assert.StartsWith("DigestBot", (await _bot.NextAsync(anna.Private)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Telegram.Calls.All, call => call.Method == "getUpdates");
        Assert.Equal(200, await _bot.Telegram.HookStatuses.NextAsync(_ => true, RunningBot.Ct));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("a-secret-that-somebody-guesses", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, HttpStatusCode.OK)]
    public async Task Only_Telegram_is_listened_to(string? secret, HttpStatusCode status)
    {
        await RegisteredAsync();

        Assert.Equal(status, await PushAsync("""{"update_id": 7}""", secret));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"update_id": "seven"}""")]
    public async Task What_is_no_update_is_refused(string body)
    {
        await RegisteredAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PushAsync(body, Secret));
    }

    [Fact]
    public async Task An_update_that_comes_twice_is_answered_once()
    {
        await RegisteredAsync();
        var (anna, ben) = (_bot.Telegram.User("Anna"), _bot.Telegram.User("Ben"));
        ben.Says("/about");
        await _bot.NextAsync(ben.Private);
        var body = """{"update_id": 7, "message": {"message_id": 1, "date": 0, "text": "/about", "chat": {"id": 4711, "type": "private", "first_name": "Ben"}, "from": {"id": 4711, "is_bot": false, "first_name": "Ben"}}}"""
            .Replace("4711", ben.Account.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await PushAsync(body, Secret));
        Assert.Equal(HttpStatusCode.OK, await PushAsync(body, Secret));
        await _bot.NextAsync(ben.Private);
        anna.Says("/about");
        await _bot.NextAsync(anna.Private);
        ben.Says("/privacy");
        await _bot.NextAsync(ben.Private);

        Assert.Equal(4, _bot.Telegram.Sent.All.Count);
    }

    [Fact]
    public async Task A_button_that_nobody_knows_any_more_is_answered_with_what_to_do_and_one_that_is_too_old_harms_nothing()
    {
        await RegisteredAsync();
        var press = """{"update_id": 9, "callback_query": {"id": "1", "chat_instance": "1", "data": "AAAAAAAAAAAAAAAAAAAAAA", "from": {"id": 5, "is_bot": false, "first_name": "Ben"}}}""";

        Assert.Equal(HttpStatusCode.OK, await PushAsync(press, Secret));

        // The press itself is unknown to the server, which says that it is too old.
        var answer = await _bot.Telegram.Calls.NextAsync(call => call.Method == "answerCallbackQuery", RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        Assert.Contains("/help", answer.Text("text"), StringComparison.Ordinal);
        Assert.True(answer.Flag("show_alert"));
        Assert.DoesNotContain(_bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happened_is_confirmed_when_its_effect_is_stored_and_comes_again_until_then()
    {
        await RegisteredAsync();
        var anna = _bot.Telegram.User("Anna");
        anna.Says("/subscribe at:08:00 zone:Europe/Berlin");
        await _bot.NextAsync(anna.Private);
        _life.Failures = 1;

        anna.BlocksBot();

        Assert.Equal(503, await _bot.Telegram.HookStatuses.NextAsync(status => status != 200, RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct));
        await Effect.IsAsync(
            async () => (await Service<ISubscriptions>().ListAsync((await CommunityAsync(anna.Private.Id)).Id, null, RunningBot.Ct)).Single().Standing == SubscriptionStanding.Held,
            Patience.Long,
            RunningBot.Ct);
    }

    [Fact]
    public async Task What_waits_keeps_its_order_in_each_chat()
    {
        await RegisteredAsync();
        using var hook = new TelegramWebhook(Service<TelegramMenu>(), Service<UpdateLanes>(), Service<TelegramTroubles>(), Service<IOptions<TelegramOptions>>());
        var taken = Enumerable.Range(0, 800).Select(number => TakeAsync(
            hook,
            $$$"""{"update_id": {{{number + 1}}}, "message": {"message_id": {{{number + 1}}}, "date": 0, "new_chat_title": "{{{(number % 2 == 0 ? "Before" : "After")}}}", "chat": {"id": {{{-1000 - (number / 2)}}}, "type": "supergroup", "title": "{{{(number % 2 == 0 ? "Before" : "After")}}}"} } }""")).ToList();

        await hook.StartAsync(RunningBot.Ct);
        var statuses = await Task.WhenAll(taken).WaitAsync(Patience.Long, RunningBot.Ct);
        await hook.StopAsync(RunningBot.Ct);

        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(400, (await Service<ICommunities>().NamedAsync(TelegramAddress.Platform, "After", RunningBot.Ct)).Count);
    }

    [Fact]
    public async Task What_this_version_cannot_read_is_left_out_and_does_not_come_again()
    {
        await RegisteredAsync();

        Assert.Equal(HttpStatusCode.OK, await PushAsync("""{"update_id": 8, "message": {"message_id": "not a number"}}""", Secret));

        Assert.Contains(_bot.Log.Lines, line => line.Contains("has a form that this version cannot read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_behind_the_bots_name_while_it_was_away_harms_nothing()
    {
        await RegisteredAsync();

        // The server knows none of these questions, and says that they are too old; the second is read after the first.
        foreach (var number in (int[])[11, 12])
        {
            await PushAsync($$$"""{"update_id": {{{number}}}, "inline_query": {"id": "{{{number}}}", "query": "varga", "offset": "", "from": {"id": 5, "is_bot": false, "first_name": "Ben"} } }""", Secret);
            await _bot.Telegram.Calls.NextAsync(call => call.Method == "answerInlineQuery", RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);
        }

        Assert.DoesNotContain(_bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_floods_the_webhook_is_told_to_come_again()
    {
        var statuses = new List<int>();
        var options = Options.Create(new TelegramOptions { WebhookSecret = Secret });
        using var idle = new TelegramWebhook(menu: null!, lanes: null!, troubles: null!, options);
        for (var number = 1; number <= 1001; number++)
        {
            statuses.Add(await TakeAsync(
                idle, $$$"""{"update_id": {{{number}}}, "message": {"message_id": 1, "date": 0, "text": "/about", "chat": {"id": 5, "type": "private"} } }"""));
        }

        Assert.All(statuses[..1000], status => Assert.Equal(200, status));
        Assert.Equal(503, statuses[1000]);
    }

    private T Service<T>()
        where T : notnull => _bot.Services.GetRequiredService<T>();

    private Task<Community> CommunityAsync(long chat) => Service<ICommunities>().EnterAsync(TelegramAddress.Of(chat), "Anna", RunningBot.Ct);

    private static async Task<int> TakeAsync(TelegramWebhook hook, string update)
    {
        var body = Encoding.UTF8.GetBytes(update);
        var context = new DefaultHttpContext();
        (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body), body.Length);
        context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] = Secret;
        await hook.TakeAsync(context);
        return context.Response.StatusCode;
    }

    private Task RegisteredAsync() =>
        _bot.Telegram.Calls.NextAsync(call => call.Method == "setWebhook", RunningBot.Ct).WaitAsync(Patience.Long, RunningBot.Ct);

    private async Task<HttpStatusCode> PushAsync(string body, string? secret)
    {
        using var browser = new PlainBrowser(_bot.Page);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (string, string)[] headers = secret is null ? [] : [("X-Telegram-Bot-Api-Secret-Token", secret)];
        using var answer = await browser.SendAsync(HttpMethod.Post, "/telegram", content, headers);
        return answer.StatusCode;
    }
}
