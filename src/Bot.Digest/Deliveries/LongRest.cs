using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>A long time for which a platform wants to hear nothing at all, kept through restarts: a bot that asks again too early is told to wait for longer.</summary>
public sealed class LongRest(string platform, IPlatformState state, TimeProvider clock)
{
    private const string Name = "rest";

    /// <summary>Shorter ones are over when the program has started again.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    /// <summary>Writes down what a platform asked for; durable when it returns.</summary>
    public async Task KeepAsync(PostOutcome? outcome, CancellationToken ct)
    {
        // A bot that the platform did not know is no platform that wants to rest: the operator has put that right, or it is told so once more.
        if (outcome is PostLater { IsForAll: true } later && later.After >= Shortest)
        {
            await state.WriteAsync(platform, Name, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():O} {later.After:c}"), ct);
        }
    }

    /// <summary>What is left of it; null when nothing is. A clock that was put back makes it no longer than it was.</summary>
    public async Task<PostLater?> LeftAsync(CancellationToken ct)
    {
        if ((await state.ReadAsync(platform, Name, ct))?.Split(' ') is not [var since, var length])
        {
            return null;
        }

        var whole = TimeSpan.Parse(length, CultureInfo.InvariantCulture);
        var left = DateTimeOffset.Parse(since, CultureInfo.InvariantCulture) + whole - clock.GetUtcNow();
        return left > TimeSpan.Zero ? new PostLater(left < whole ? left : whole, IsForAll: true) : null;
    }
}
