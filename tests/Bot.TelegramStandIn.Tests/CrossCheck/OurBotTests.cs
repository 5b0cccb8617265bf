using System.Diagnostics;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>Our bot asks the server for the same as a bot of the same kind on grammY, but for what was reviewed.</summary>
public sealed class OurBotTests
{
    /// <summary>Looks for updates in a second: while it answers, a bot may look again, and not all the time.</summary>
    private const int MostLooks = 10;

    [Fact]
    public async Task Our_bot_goes_through_the_same_conversation_and_differs_only_as_was_reviewed()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await TelegramServer.StartAsync(ct: ct);
        var began = Stopwatch.StartNew();
        await using var bot = await OurBot.StartAsync("Telegram", server.Token, server.Address, clock: null, ct);

        var calls = await new Conversation(server, ct).HoldAsync(next: "›");

        Requests.Kept.OursAre(Requests.Lines(calls));
        Assert.InRange(server.Calls.All.Count(call => call.Method == "getUpdates"), 1, MostLooks * (1 + began.Elapsed.TotalSeconds));
    }
}
