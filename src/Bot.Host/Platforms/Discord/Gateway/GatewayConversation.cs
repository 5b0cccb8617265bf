using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>One connection from its greeting to its end: what arrives, heartbeats, and the turn to begin a session, whichever comes first.</summary>
public sealed class GatewayConversation(GatewaySession session, IGatewaySocket socket, GatewayParts parts, TimeProvider clock) : IDisposable
{
    /// <summary>More bytes and Discord closes the connection.</summary>
    private const int LargestSent = 4096;

    private readonly PayloadStream _inflating = new();
    private readonly SentEvents _sent = new(clock);
    private TimeSpan _every = GatewaySession.HelloPatience;
    private Task _beat = Task.CompletedTask;
    private Task _turn = Task.CompletedTask;
    private CancellationTokenSource? _ending;
    private bool _waitsForTurn;
    private Task<GatewayMessage>? _receiving;

    /// <summary>Waits for the turn to begin a session.</summary>
    public required Func<CancellationToken, Task> Introduce { get; init; }

    /// <summary>How a session is begun.</summary>
    public required IdentifyData Identity { get; init; }

    /// <summary>Goes on until one side ends it.</summary>
    /// <returns>The code with which the server closed the connection; null when this side did.</returns>
    public async Task<int?> RunAsync(CancellationToken stopping)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ct = _ending.Token;
        _beat = Task.Delay(_every, clock, ct);
        while (true)
        {
            _receiving ??= socket.ReceiveAsync(ct);
            await Task.WhenAny((Task[])[_receiving, _beat, .. _waitsForTurn ? [_turn] : (Task[])[]]);
            ct.ThrowIfCancellationRequested();
            if (_receiving is { IsCompletedSuccessfully: true } received && (await received).IsEnd)
            {
                return (await received).CloseCode;
            }

            foreach (var step in await NextAsync(_receiving, ct))
            {
                if (step is GatewayStep.Close close)
                {
                    await socket.CloseAsync(close.Code);
                    return null;
                }

                await DoAsync(step, ct);
            }
        }
    }

    /// <summary>What follows from what happened first; heartbeats before messages, so that no flood of them starves the connection.</summary>
    private async Task<IReadOnlyList<GatewayStep>> NextAsync(Task<GatewayMessage> receiving, CancellationToken ct)
    {
        if (_beat.IsCompleted)
        {
            _beat = Task.Delay(_every, clock, ct);
            return [session.Beat()];
        }

        if (_waitsForTurn && _turn.IsCompleted)
        {
            _waitsForTurn = false;
            await _turn;
            await SendAsync(new IdentifyPayload(Identity), DiscordJson.Default.IdentifyPayload, ct);
            return [];
        }

        var message = await receiving;
        _receiving = null;
        return await _inflating.TakeAsync(message.Bytes) is { } payload
            ? session.Take(GatewayPayload.Read(payload))
            : [];
    }

    /// <summary>Ends what still waits: a heartbeat, a turn.</summary>
    public void Dispose()
    {
        _ending?.Cancel();
        _ending?.Dispose();
        _inflating.Dispose();
    }

    private async Task DoAsync(GatewayStep step, CancellationToken ct)
    {
        switch (step)
        {
            case GatewayStep.Beat due:
                (_beat, _every) = (Task.Delay(due.First, clock, ct), due.Every);
                break;
            case GatewayStep.Identify:
                (_turn, _waitsForTurn) = (Introduce(ct), true);
                break;
            case GatewayStep.Heartbeat heartbeat when _sent.MayCount():
                await SendAsync(new HeartbeatPayload(heartbeat.Last), DiscordJson.Default.HeartbeatPayload, ct);
                break;
            case GatewayStep.Resume resume:
                await SendAsync(new ResumePayload(new ResumeData(parts.Token, resume.Session, resume.Last)), DiscordJson.Default.ResumePayload, ct);
                break;
            case GatewayStep.Hand hand:
                parts.Take(hand.Name, hand.Data);
                break;
        }
    }

    private Task SendAsync<T>(T payload, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        return text.Length <= LargestSent ? socket.SendAsync(text, ct) : throw new InvalidOperationException($"{text.Length} bytes are more than the gateway takes.");
    }
}
