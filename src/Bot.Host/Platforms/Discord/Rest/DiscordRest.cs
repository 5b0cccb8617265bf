using System.Net;
using System.Text.Json;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>
/// Makes requests of Discord's HTTP interface, version 10, within its limits. Whatever happens comes back as an answer; only a cancelled token throws.
/// The bot's token stands in one header and nowhere else. Safe for many threads.
/// </summary>
/// <param name="http">With the address of the server, up to "/api/v10/".</param>
/// <param name="token">The bot's.</param>
public sealed partial class DiscordRest(HttpClient http, string token, RestLimits limits, TimeProvider clock, ILogger<DiscordRest> logger)
{
    private const int MostTries = 4;

    /// <summary>A request that takes longer than this is as good as lost.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    /// <summary>What is waited for when a ban is near, or stands: it comes as a page of HTML.</summary>
    private static readonly TimeSpan BanRest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan NotConnectedRest = TimeSpan.FromSeconds(5);

    private readonly ClockSkew _skew = new(clock, logger);
    private volatile bool _isRefused;

    /// <summary>True since Discord said that it does not know the token: nothing is sent any more.</summary>
    public bool IsRefused => _isRefused;

    /// <summary>Makes a request, and again where that is harmless.</summary>
    /// <param name="patience">How long it may wait for its turn before it comes back as to be tried later.</param>
    public async Task<RestAnswer> SendAsync(RestRequest request, TimeSpan patience, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            if (_isRefused && !request.IsInteraction)
            {
                return new RestAnswer.Refused((int)HttpStatusCode.Unauthorized, 0, "");
            }

            var answer = await TakeTurnAsync(request, patience - clock.GetElapsedTime(start), ct) ?? await TryAsync(request, ct);
            var wait = answer switch
            {
                RestAnswer.Later later when later.After <= patience - clock.GetElapsedTime(start) => later.After,
                RestAnswer.Lost when request.IsIdempotent => TimeSpan.FromSeconds(tries * (0.25 + (Random.Shared.NextDouble() / 2))),
                _ => (TimeSpan?)null,
            };
            if (wait is not { } rest || tries == MostTries)
            {
                return answer;
            }

            await Task.Delay(rest, clock, ct);
        }
    }

    /// <summary>Reads what a request answered; null unless it was carried out and is what was asked for.</summary>
    public async Task<T?> ReadAsync<T>(RestRequest request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await SendAsync(request, Deadline, ct) is RestAnswer.Done done ? JsonSerializer.Deserialize(done.Body.Span, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Waits for the request's turn.</summary>
    /// <returns>Null when it is the request's turn.</returns>
    private async Task<RestAnswer?> TakeTurnAsync(RestRequest request, TimeSpan patience, CancellationToken ct)
    {
        while (limits.Take(request) is var (wait, isForAll))
        {
            if (wait > patience)
            {
                return new RestAnswer.Later(wait, isForAll);
            }

            patience -= wait;
            await Task.Delay(wait, clock, ct);
        }

        return null;
    }

    private async Task<RestAnswer> TryAsync(RestRequest request, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var message = request.ToMessage(token);
            using var response = await http.SendAsync(message, both.Token);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            limits.Learn(request, response.StatusCode, response.Headers);
            _skew.Compare(response.Headers.Date);
            return Read(request, response, body);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new RestAnswer.Lost();
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing has left this machine.
            return new RestAnswer.Later(NotConnectedRest, IsForAll: true);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new RestAnswer.Lost();
        }
    }

    private RestAnswer Read(RestRequest request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return new RestAnswer.Done(body);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return TooMany(request, response, body);
        }

        if (status >= 500)
        {
            return new RestAnswer.Lost();
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized && !request.IsInteraction && !_isRefused)
        {
            _isRefused = true;
            LogRefused();
        }

        var error = Error(body);
        return new RestAnswer.Refused(status, error?.Code ?? 0, error?.Message ?? "");
    }

    private RestAnswer TooMany(RestRequest request, HttpResponseMessage response, byte[] body)
    {
        var told = response.Headers.RetryAfter?.Delta;
        if (Error(body) is not { RetryAfter: { } seconds } error)
        {
            // Not Discord itself, but what stands before it: the whole machine is shut out for a while.
            var ban = told > BanRest ? told.Value : BanRest;
            limits.ShutOut(ban);
            LogShutOut(ban);
            return new RestAnswer.Later(ban, IsForAll: true);
        }

        // A little more than asked: the two clocks are not one.
        var wait = TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(50);
        limits.Rest(request, wait, error.Global == true);
        return new RestAnswer.Later(wait, error.Global == true);
    }

    private static ErrorBody? Error(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Discord does not know the token in Discord:Token; nothing is sent any more. Copy it anew from the developer portal (Bot, Reset Token) and start again")]
    private partial void LogRefused();

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord shuts this machine out for {Wait}: too many requests were refused")]
    private partial void LogShutOut(TimeSpan wait);
}
