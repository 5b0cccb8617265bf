using System.Net;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// The bot at the Bot API server. The token is part of each address, so nothing here writes addresses down, and no spans are made of requests.
/// Safe for many threads.
/// </summary>
public sealed class TelegramBot : IDisposable
{
    /// <summary>Of any other server the library takes it that it may leave its files on this very machine.</summary>
    private const string TelegramsOwn = "https://api.telegram.org";

    /// <summary>Longer than the server holds back an answer to a request for updates.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(10);

    /// <summary>What an answer to somebody who waits may be put off by.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Between tries while the server cannot be reached.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9)];

    private readonly HttpClient _http;
    private readonly TelegramBotClient _client;
    private readonly TimeProvider _clock;
    private User? _me;

    public TelegramBot(IOptions<TelegramOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Spans and diagnostic events have the address in them.
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectTimeout = Connecting,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            Timeout = LongestRequest,
        };

        // Who waits, and how long, is not the client's to decide: a digest waits in the ledger.
        var server = options.Value.Server.GetLeftPart(UriPartial.Authority);
        _client = new TelegramBotClient(
            new TelegramBotClientOptions(options.Value.Token, server == TelegramsOwn ? null : server) { RetryCount = 0 }, _http);
    }

    /// <summary>The bot itself; known after the first request for it.</summary>
    /// <exception cref="RequestException">The server cannot be reached or does not know the token.</exception>
    public async Task<User> MeAsync(CancellationToken ct) => _me ??= await TryAsync(new GetMeRequest(), ct);

    /// <summary>One request, tried once.</summary>
    /// <exception cref="RequestException">It failed; the message has no token in it.</exception>
    public Task<T> TryAsync<T>(RequestBase<T> request, CancellationToken ct) => _client.SendRequest(request, ct);

    /// <summary>
    /// A request for somebody who waits for an answer: when the server wants to be left alone for some seconds or cannot be reached, it is sent again.
    /// One whose answer was lost is not, for it may have been carried out.
    /// </summary>
    /// <exception cref="RequestException">It failed.</exception>
    public async Task<T> SendAsync<T>(RequestBase<T> request, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await TryAsync(request, ct);
            }
            catch (RequestException failure) when (attempt < Waits.Length && WaitAfter(failure, Waits[attempt]) is { } wait && wait <= LongestWait)
            {
                await Task.Delay(wait, _clock, ct);
            }
        }
    }

    /// <summary>A file that was sent to the bot, or as much of it as is wanted.</summary>
    /// <exception cref="RequestException">It is too large for the server, or not there any more.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadFileAsync(string id, int most, CancellationToken ct)
    {
        var file = await SendAsync(new GetFileRequest { FileId = id }, ct);
        using var bytes = new CappedStream(most);
        await _client.DownloadFile(file, bytes, ct);
        return bytes.Taken;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>How long until a request that was not carried out may be sent again; null when it may have been, or always will fail.</summary>
    private static TimeSpan? WaitAfter(RequestException failure, TimeSpan unreachable) => failure switch
    {
        ApiRequestException { Parameters.RetryAfter: { } seconds } => TimeSpan.FromSeconds(seconds),
        _ when failure.IsUnsent() => unreachable,
        _ => null,
    };
}
