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
/// Takes the updates that the server sends to the webhook. Each is answered at once and read afterwards; when too many wait, the server is told to come again
/// with it, which it does.
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

    private readonly Channel<Update> _waiting = System.Threading.Channels.Channel.CreateBounded<Update>(MostWaiting);
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<int, bool> _seen = [];

    /// <summary>POST to the webhook's path.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        if (!IsTelegram(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.StatusCode = await ReadAsync(context.Request, context.RequestAborted) is not { } update ? StatusCodes.Status400BadRequest
            : TryTake(update) ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await RegisterAsync(stoppingToken))
            {
                await Parallel.ForEachAsync(
                    _waiting.Reader.ReadAllAsync(stoppingToken),
                    new ParallelOptions { MaxDegreeOfParallelism = MostRead, CancellationToken = stoppingToken },
                    async (update, ct) => await lanes.ReadAsync(update, ct));
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
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

    private static async Task<Update?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is null or > Largest)
        {
            return null;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<Update>(request.Body, JsonBotAPI.Options, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False when too many wait. One that came before counts as taken.</summary>
    private bool TryTake(Update update)
    {
        lock (_lock)
        {
            if (_seen.ContainsKey(update.Id))
            {
                return true;
            }

            if (!_waiting.Writer.TryWrite(update))
            {
                return false;
            }

            if (_seen.Count == Remembered)
            {
                _seen.RemoveAt(0);
            }

            _seen.Add(update.Id, true);
            return true;
        }
    }
}
