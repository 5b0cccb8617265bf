using System.Net;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Tests;

/// <summary>All that can go wrong with a request.</summary>
public sealed class TroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("closed", 0)]
    [InlineData("lost", 1)]
    public async Task A_connection_is_closed_before_or_after_it_was_done(string when, int sent)
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        running.Server.Mishaps.Next(when == "closed" ? Mishap.Closed : Mishap.LostReply, "sendMessage", running.Ana.Private);

        await Assert.ThrowsAsync<HttpRequestException>(() => running.Bot.SayAsync(running.Ana.Account.Id, "x"));

        Assert.Equal((sent, 0), (running.Server.Sent.All.Count, running.Server.Mishaps.Left));
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        await using var running = await Running.StartAsync();
        running.Server.Mishaps.Next(Mishap.HalfReply);

        await Assert.ThrowsAsync<HttpRequestException>(() => running.Bot.CallAsync("getMe"));
        Assert.True((bool)(await running.Bot.CallAsync("getMe"))["ok"]!);
    }

    [Theory]
    [InlineData(500, true, 1, "application/json")]
    [InlineData(502, false, 0, "text/html")]
    [InlineData(504, true, 1, "text/html")]
    public async Task The_server_breaks_before_or_after_it_was_done(int status, bool isDone, int sent, string type)
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        running.Server.Mishaps.Next(Mishap.Broken(status, isDone));

        using var response = await running.Bot.RawAsync("sendMessage", $$"""{"chat_id":{{running.Ana.Account.Id}},"text":"x"}""", Ct);

        Assert.Equal((status, type, sent), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, running.Server.Sent.All.Count));
    }

    [Fact]
    public async Task A_page_comes_where_json_should_be()
    {
        await using var running = await Running.StartAsync();
        running.Server.Mishaps.Next(Mishap.Page, "getMe");

        using var response = await running.Bot.RawAsync("getMe", "{}", Ct);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Refusals_come_as_they_were_written()
    {
        await using var running = await Running.StartAsync();
        running.Server.Mishaps.Next(Mishap.Unauthorized).Next(Mishap.TooMany(7)).Next(Mishap.Refused(403, "Forbidden: bots can't send messages to bots"));

        var revoked = await running.Bot.CallAsync("getMe");
        var tooMany = await running.Bot.CallAsync("getMe");
        var forbidden = await running.Bot.CallAsync("getMe");

        Assert.Equal("Unauthorized", (string?)revoked["description"]);
        Assert.Equal(("Too Many Requests: retry after 7", 7), ((string?)tooMany["description"], (int)tooMany["parameters"]!["retry_after"]!));
        Assert.Equal("Forbidden: bots can't send messages to bots", (string?)forbidden["description"]);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Nothing_comes_until_the_bot_hangs_up(bool isDone, int sent)
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        running.Server.Mishaps.Next(isDone ? Mishap.SilenceAfter : Mishap.Silence);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var waiting = running.Bot.RawAsync("sendMessage", $$"""{"chat_id":{{running.Ana.Account.Id}},"text":"x"}""", patience.Token);
        await (isDone ? running.Server.Sent.NextAsync(_ => true, Ct) : (Task)running.Server.Calls.NextAsync(_ => true, Ct));
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(sent, running.Server.Sent.All.Count);
    }

    [Fact]
    public async Task An_answer_takes_its_time()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        running.Server.Mishaps.Next(Mishap.Slow(TimeSpan.FromSeconds(20), running.Clock));

        var waiting = running.Bot.SayAsync(running.Ana.Account.Id, "x");
        await running.Server.Sent.NextAsync(_ => true, Ct);
        var wasDone = waiting.IsCompleted;
        while (!waiting.IsCompleted)
        {
            running.Clock.Advance(TimeSpan.FromSeconds(20)); // It may not wait yet when the clock is first moved.
            await Task.Yield();
        }

        Assert.False(wasDone);
        Assert.True((bool)(await waiting)["ok"]!);
    }
}
