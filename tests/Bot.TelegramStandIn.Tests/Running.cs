using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.Time.Testing;

namespace Bot.TelegramStandIn.Tests;

/// <summary>A server with a clock that stands still, a bare bot, and somebody who has written to it.</summary>
internal sealed class Running : IAsyncDisposable
{
    private Running(TelegramServer server, FakeTimeProvider clock) => (Server, Clock, Bot, Ana) = (server, clock, new(server), server.User("Ana", "ana"));

    public TelegramServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public BareBot Bot { get; }

    public Person Ana { get; }

    public static async Task<Running> StartAsync(StandInOptions? options = null)
    {
        var clock = new FakeTimeProvider(new(2026, 5, 14, 8, 0, 0, TimeSpan.Zero));
        return new(await TelegramServer.StartAsync(options, clock, TestContext.Current.CancellationToken), clock);
    }

    /// <summary>A chat of Ana's with the bot in it, of which the bot was told.</summary>
    public async Task<Chat> ChatAsync(ChatKind kind, bool isForum = false)
    {
        var chat = Server.Chat(kind, "Harbour", Ana, isForum: isForum);
        Ana.AddsBot(chat);
        await ForgetAsync();
        return chat;
    }

    /// <summary>Confirms all that waits.</summary>
    public async Task ForgetAsync()
    {
        var updates = await Bot.UpdatesAsync();
        if (updates.Count > 0)
        {
            await Bot.UpdatesAsync((long)updates[^1]["update_id"]! + 1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Server.DisposeAsync();
    }
}
