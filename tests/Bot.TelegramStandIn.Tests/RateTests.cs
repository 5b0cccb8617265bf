using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;

namespace Bot.TelegramStandIn.Tests;

/// <summary>A bot that writes too fast is told to wait, and how long.</summary>
public sealed class RateTests
{
    [Fact]
    public async Task A_chat_takes_a_short_burst_and_then_a_message_a_second()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");

        var burst = await SendAsync(running, running.Ana.Private, 5);
        running.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await SendAsync(running, running.Ana.Private, 2);

        Assert.Equal([0, 0, 0, 0, 1], burst);
        Assert.Equal([0, 1], after);
        Assert.Equal(2, running.Server.TooFast);
    }

    [Fact]
    public async Task A_group_takes_twenty_a_minute()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Supergroup);
        var waits = new List<int>();

        for (var i = 0; i < 21; i++)
        {
            waits.AddRange(await SendAsync(running, group, 1));
            running.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Enumerable.Repeat(0, 20), waits.Take(20));
        Assert.Equal(40, waits[20]);
    }

    [Fact]
    public async Task All_chats_together_take_thirty_a_second()
    {
        await using var running = await Running.StartAsync();
        var chats = Enumerable.Range(0, 31).Select(number =>
        {
            var person = running.Server.User($"Reader {number}");
            person.Says("/start");
            return person.Private;
        }).ToList();
        var waits = new List<int>();

        foreach (var chat in chats)
        {
            waits.AddRange(await SendAsync(running, chat, 1));
        }

        Assert.Equal([.. Enumerable.Repeat(0, 30), 1], waits);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public async Task A_chat_or_all_can_be_let_rest(bool isForOne, int waitOfOthers)
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        var bela = running.Server.User("Bela");
        bela.Says("/start");

        running.Server.Rests(isForOne ? running.Ana.Private : null, TimeSpan.FromSeconds(3));
        var resting = await SendAsync(running, running.Ana.Private, 1);
        var other = await SendAsync(running, bela.Private, 1);
        running.Clock.Advance(TimeSpan.FromSeconds(3));
        var after = await SendAsync(running, running.Ana.Private, 1);

        Assert.Equal((3, waitOfOthers, 0), (resting[0], other[0], after[0]));
        Assert.Equal([429, isForOne ? 200 : 429, 200], running.Server.Answers.All.Select(answered => answered.Answer!.Status));
    }

    /// <summary>After how many seconds each would be taken; 0 for at once.</summary>
    private static async Task<IReadOnlyList<int>> SendAsync(Running running, Chat chat, int count)
    {
        var waits = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var answer = await running.Bot.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat.Id, ["text"] = "x" });
            waits.Add((int?)answer["parameters"]?["retry_after"] ?? 0);
        }

        return waits;
    }
}
