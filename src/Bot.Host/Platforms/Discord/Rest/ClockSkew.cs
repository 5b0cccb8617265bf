using System.Globalization;

namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>Warns, once an hour at most, when this machine's clock is not Discord's: interactions are answered within three seconds by theirs.</summary>
public sealed partial class ClockSkew(TimeProvider clock, ILogger logger)
{
    private DateTimeOffset _warned = DateTimeOffset.MinValue;

    /// <summary>The header has whole seconds, so that up to one is no difference.</summary>
    /// <param name="date">Of an answer that came just now.</param>
    public void Compare(DateTimeOffset? date)
    {
        if (date is { } theirs && (clock.GetUtcNow() - theirs).TotalSeconds is var ahead and (< -1 or > 3) && clock.GetUtcNow() - _warned > TimeSpan.FromHours(1))
        {
            _warned = clock.GetUtcNow();
            LogSkew(Math.Abs(ahead).ToString("F0", CultureInfo.InvariantCulture), ahead > 0 ? "ahead of" : "behind");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is {Seconds} seconds {Side} Discord's; set it by a time server")]
    private partial void LogSkew(string seconds, string side);
}
