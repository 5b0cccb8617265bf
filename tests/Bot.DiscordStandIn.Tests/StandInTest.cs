using Bot.DiscordStandIn.Communities;
using Microsoft.Extensions.Time.Testing;

namespace Bot.DiscordStandIn.Tests;

/// <summary>A stand-in on a clock that stands still, one server with one channel, and a caller.</summary>
public abstract class StandInTest : IAsyncLifetime
{
    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero));

    private protected StandInDiscord Discord { get; private set; } = null!;

    private protected Guild Guild { get; private set; } = null!;

    private protected Channel News { get; private set; } = null!;

    private protected Caller Caller { get; private set; } = null!;

    /// <summary>What the client did wrong, in words.</summary>
    private protected IEnumerable<string> Wrong => Discord.Violations.All.Select(one => one.ToString());

    public async ValueTask InitializeAsync()
    {
        Discord = await StandInDiscord.StartAsync(Clock, Ct);
        Guild = Discord.World.AddGuild("Norrmark");
        News = Guild.AddChannel("news");
        Caller = new Caller(Discord);
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        await Discord.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
