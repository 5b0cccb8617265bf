using System.Globalization;
using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Telegram;

/// <summary>How far the updates were read, kept through restarts.</summary>
public sealed class PollPosition(IPlatformState state, TimeProvider clock)
{
    private const string Key = "offset";

    /// <summary>The server remembers how it counts for a week; a day is for clocks that differ.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromDays(6);

    private int? _written;

    /// <summary>The number that was written last; null where there is none, or where it is too old to mean anything.</summary>
    public async Task<int?> ReadAsync(CancellationToken ct)
    {
        var parts = (await state.ReadAsync(TelegramAddress.Platform, Key, ct))?.Split(' ') ?? [];
        return parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var offset)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var at)
            && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at) < Good
            ? _written = offset
            : null;
    }

    /// <summary>Durable when it returns.</summary>
    public async Task WriteAsync(int? offset, CancellationToken ct)
    {
        if (offset is { } number && number != _written)
        {
            await state.WriteAsync(TelegramAddress.Platform, Key, string.Create(CultureInfo.InvariantCulture, $"{number} {clock.GetUtcNow().ToUnixTimeMilliseconds()}"), ct);
            _written = number;
        }
    }
}
