using System.Globalization;

namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>Discord's ids: the upper bits are the milliseconds since 2015 (docs.discord.com, reference, snowflakes).</summary>
public static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When it was made; the beginning for what is no id.</summary>
    public static DateTimeOffset Time(string id) => DateTimeOffset.FromUnixTimeMilliseconds(
        (ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (long)(number >> 22) : 0) + Epoch);
}
