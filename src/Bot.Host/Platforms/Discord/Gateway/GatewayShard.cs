using System.Net.WebSockets;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>What every shard is made of.</summary>
/// <param name="FindHome">Where new sessions begin; null while that cannot be learnt.</param>
/// <param name="Connect">A connection to be made.</param>
/// <param name="Take">Takes an event and returns at once, with nothing kept of its bytes; in the order of the shard.</param>
/// <param name="Chance">Evenly from 0 up to 1.</param>
public sealed record GatewayParts(
    string Token, Func<CancellationToken, Task<GatewayAddress?>> FindHome, Func<IGatewaySocket> Connect, IdentifyTurns Turns, Action<string, ReadOnlyMemory<byte>> Take, Func<double> Chance);

/// <summary>Keeps one shard connected: a thin loop around <see cref="GatewaySession"/> that sends what it says and keeps its times.</summary>
public sealed partial class GatewayShard(int number, int count, GatewayParts parts, TimeProvider clock, ILogger logger)
{
    /// <summary>Servers, their channels and roles; none of the intents that need permission (docs.discord.com, events/gateway, intents).</summary>
    public const int Intents = 1 << 0;

    private readonly GatewaySession _session = new(parts.Chance);
    private GatewayAddress? _home;

    /// <summary>Runs until <paramref name="ct"/> is cancelled.</summary>
    /// <returns>Why Discord can never be connected to, and what to change; null when it was cancelled.</returns>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var end = _session.Ended(await TryAsync(ct));
                if (end is GatewayEnd.Stop stop)
                {
                    return stop.Why;
                }

                await Task.Delay(((GatewayEnd.Again)end).After, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Connects once and stays as long as the connection does.</summary>
    /// <returns>The code with which the server closed the connection; null when it broke.</returns>
    private async Task<int?> TryAsync(CancellationToken ct)
    {
        try
        {
            if (_session.IsNew || _home is null)
            {
                _home = await parts.FindHome(ct);
            }

            if (_home is null)
            {
                return null;
            }

            await using var socket = parts.Connect();
            await ConnectAsync(socket, _session.Connect(new Uri(_home.Url)), ct);
            using var conversation = new GatewayConversation(_session, socket, parts, clock)
            {
                Introduce = turn => parts.Turns.WaitAsync(number, count, _home.SessionStartLimit, turn),
                Identity = new IdentifyData(parts.Token, Intents, [number, count]),
            };
            var code = await conversation.RunAsync(ct);
            LogEnded(number, code);
            return code;
        }
        // One that is reset while something is sent ends as if somebody had cancelled it.
        catch (Exception broken) when (broken is WebSocketException or HttpRequestException or IOException || (broken is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var kind = broken.GetType().Name;
            LogBroken(number, kind, broken.Message);
            return null;
        }
        // Whatever else it is, an archive too that takes nothing for a moment, the bot is not to be deaf afterwards.
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(number, defect);
            return null;
        }
    }

    /// <summary>A server that takes a connection and then says nothing is left.</summary>
    private async Task ConnectAsync(IGatewaySocket socket, Uri address, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(GatewaySession.HelloPatience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        await socket.ConnectAsync(address, both.Token);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The connection of Discord shard {Shard} ended with {Code}")]
    private partial void LogEnded(int shard, int? code);

    [LoggerMessage(Level = LogLevel.Information, Message = "The connection of Discord shard {Shard} broke ({Kind}: {Reason}); it is made again")]
    private partial void LogBroken(int shard, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection of Discord shard {Shard} ended with something unexpected; it is made again")]
    private partial void LogDefect(int shard, Exception error);
}
