using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Takes the updates that the server sends to the webhook. A question is answered at once and read afterwards; what tells of something that happened, which nobody would
/// say again, when its effect is stored. When that failed or too many wait, the server is told to come again with it, which it does.
/// </summary>
public sealed class TelegramWebhook(
    TelegramMenu menu, UpdateLanes lanes, TelegramTroubles troubles, IOptions<TelegramOptions> options)
    : BackgroundService
{
    /// <summary>Connections that the server may open side by side.</summary>
    public const int MostAtOnce = 40;

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Updates that wait; one is a few kilobytes.</summary>
    private const int MostWaiting = 1000;

    /// <summary>Updates that are read side by side.</summary>
    private const int MostRead = 64;

    /// <summary>Bytes of one update.</summary>
    private const int Largest = 1024 * 1024;

    /// <summary>Numbers that are remembered to know one that comes again.</summary>
    private const int Remembered = 4096;

    private readonly Channel<Waiting> _waiting = System.Threading.Channels.Channel.CreateBounded<Waiting>(MostWaiting);
    private readonly SemaphoreSlim _room = new(MostRead);
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<int, Task<bool>> _seen = [];

    /// <summary>POST to the webhook's path.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        context.Response.StatusCode = !IsTelegram(context.Request) ? StatusCodes.Status401Unauthorized
            : await ReadAsync(context.Request, context.RequestAborted) is not var (number, update) ? StatusCodes.Status400BadRequest
            : update is null || await TryTakeAsync(update, context.RequestAborted) ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await RegisterAsync(stoppingToken))
            {
                return;
            }

            // One after the other finds its place in its lane, so that none overtakes another there.
            await foreach (var waiting in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await _room.WaitAsync(stoppingToken);
                _ = ReadAsync(waiting, stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task ReadAsync(Waiting waiting, CancellationToken ct)
    {
        try
        {
            waiting.Read.SetResult(await lanes.ReadAsync(waiting.Update, ct));
        }
        catch (OperationCanceledException)
        {
            waiting.Read.SetResult(false);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Until the server knows where to send updates.</summary>
    /// <returns>False when it does not know the bot.</returns>
    private async Task<bool> RegisterAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await menu.StartAsync(ct);
                troubles.Over();
                return true;
            }
            catch (RequestException failure) when (failure.IsUnknownBot())
            {
                troubles.SayUnknownBot();
                return false;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                await troubles.WaitAsync(failure, ct);
            }
        }
    }

    private bool IsTelegram(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())),
        SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret)));

    /// <summary>The update of a request; null where there is none. One that the client's library cannot read would only come again, and is left out.</summary>
    private async Task<(int Number, Update? Update)?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is null or > Largest)
        {
            return null;
        }

        try
        {
            var raw = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, JsonBotAPI.Options, ct);
            if (raw.ValueKind != JsonValueKind.Object || !raw.TryGetProperty("update_id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out _))
            {
                return null;
            }

            var (number, update) = RawUpdates.Read(raw);
            if (update is null)
            {
                troubles.SayUnreadable(number);
            }

            return (number, update);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False when it has to come again. One that came before is not read twice.</summary>
    private async Task<bool> TryTakeAsync(Update update, CancellationToken ct)
    {
        if (!TryTake(update, out var read))
        {
            return false;
        }

        if (UpdateReading.IsQuestion(update) || await read.WaitAsync(ct))
        {
            return true;
        }

        lock (_lock)
        {
            _seen.Remove(update.Id);
        }

        return false;
    }

    /// <summary>False when too many wait.</summary>
    /// <param name="read">Ends when the update was read.</param>
    private bool TryTake(Update update, out Task<bool> read)
    {
        lock (_lock)
        {
            if (_seen.TryGetValue(update.Id, out read!))
            {
                return true;
            }

            var waiting = new Waiting(update, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
            read = waiting.Read.Task;
            if (!_waiting.Writer.TryWrite(waiting))
            {
                return false;
            }

            if (_seen.Count == Remembered)
            {
                _seen.RemoveAt(0);
            }

            _seen.Add(update.Id, read);
            return true;
        }
    }

    private sealed record Waiting(Update Update, TaskCompletionSource<bool> Read);
}
