namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>A bot on grammY, which others wrote against the real server, gets along with the stand-in.</summary>
public sealed class GrammyTests
{
    [Fact]
    public async Task A_bot_on_grammy_goes_through_the_conversation_without_breaking_a_rule()
    {
        if (NodeBot.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        var ct = TestContext.Current.CancellationToken;
        await using var server = await TelegramServer.StartAsync(ct: ct);
        await using var bot = NodeBot.Start(server);

        var calls = await new Conversation(server, ct).HoldAsync(next: "Next");
        var end = await bot.EndAsync(ct);

        Assert.Equal((0, ""), end);
        Assert.Empty(server.Violations);
        Requests.Kept.TheirsAre(Requests.Lines(calls));
    }
}
