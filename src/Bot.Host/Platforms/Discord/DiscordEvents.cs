using System.Text.Json;
using System.Threading.Channels;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord;

/// <summary>
/// Takes the gateway's events: what people do is answered at once, each beside the others; what happens to servers waits its turn, in its order.
/// </summary>
public sealed partial class DiscordEvents(InteractionDesk desk, GuildLife life, DiscordRest rest, ILogger<DiscordEvents> logger)
{
    private readonly Channel<GuildHappening> _waiting = System.Threading.Channels.Channel.CreateUnbounded<GuildHappening>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Returns at once; never throws.</summary>
    public void Take(HappeningReader reader, string name, ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        try
        {
            if (name == "INTERACTION_CREATE" && JsonSerializer.Deserialize(data.Span, DiscordJson.Default.Interaction) is { } interaction)
            {
                // Off the connection's own thread: an answer may take longer than a heartbeat.
                _ = Task.Run(() => desk.HandleAsync(interaction, new RequestedAnswer(rest, interaction), ct), ct);
            }
            else if (reader.Read(name, data) is { } happening)
            {
                _waiting.Writer.TryWrite(happening);
            }
        }
        catch (JsonException unreadable)
        {
            LogUnreadable(name, unreadable);
        }
    }

    /// <summary>Follows what happens to servers until <paramref name="ct"/> is cancelled.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await foreach (var happening in _waiting.Reader.ReadAllAsync(ct))
        {
            try
            {
                await life.TakeAsync(happening, ct);
            }
            catch (Exception defect) when (!ct.IsCancellationRequested)
            {
                LogNotFollowed(happening.GetType().Name, defect);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event {Name} of Discord's gateway is not as it is documented")]
    private partial void LogUnreadable(string name, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What follows from an event of Discord ({Kind}) was not done")]
    private partial void LogNotFollowed(string kind, Exception error);
}
