using System.Globalization;
using System.Net.Http.Headers;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Robots;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Fetching;

/// <summary>Sends one request when the host's turn has come, and brings back what the host sent within all limits. Follows nothing.</summary>
internal sealed partial class PoliteClient(
    WebClient client, IHostRests rests, IOptions<FetchingOptions> options, TimeProvider clock, ILogger<PoliteClient> logger) : IDisposable
{
    /// <summary>From the first look-up to the end of the headers.</summary>
    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);

    /// <summary>As long as readers ask that a rest be kept; one said in years is a mistake.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(7);

    /// <summary>The rest after "too many requests" without a time: the shortest interval of any source.</summary>
    private static readonly TimeSpan UnsaidRest = TimeSpan.FromMinutes(15);

    private static readonly string Version = typeof(PoliteClient).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly HostTurns _turns = new(clock);
    private readonly Lanes _lanes = new(options.Value.AtOnce, clock);
    private readonly AnswerBody _body = new(clock);

    /// <summary>Asks once. Only a cancelled <paramref name="ct"/> throws.</summary>
    public async Task<Answer> AskAsync(Uri address, Wish wish, CancellationToken ct)
    {
        var host = HostOf(address);
        var gap = wish.Gap > options.Value.HostGap ? wish.Gap : options.Value.HostGap;
        using var turn = await _turns.TakeAsync(host, gap, ct);
        if (turn is null)
        {
            return Failed(FetchFailure.HostBusy, retryAfter: gap * HostTurns.MostWaiting);
        }

        if (await rests.UntilAsync(host, ct) - clock.GetUtcNow() is { } rest && rest > TimeSpan.Zero)
        {
            return Failed(FetchFailure.HostBusy, retryAfter: rest);
        }

        using var lane = await _lanes.EnterAsync(turn.IsSlow, ct);
        turn.Ask();
        var answer = await SendAsync(address, wish, ct);
        if (answer.Status is 429 or 503 && (answer.RetryAfter ?? (answer.Status == 429 ? UnsaidRest : null)) is { } wait)
        {
            wait = wait < LongestRest ? wait : LongestRest;
            await rests.RestAsync(host, clock.GetUtcNow() + wait, ct);
            LogRest(host, answer.Status, wait);
            return answer with { RetryAfter = wait };
        }

        return answer;
    }

    public void Dispose()
    {
        _lanes.Dispose();
        _body.Dispose();
    }

    private async Task<Answer> SendAsync(Uri address, Wish wish, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(options.Value.Deadline, clock);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var response = await HeadersAsync(address, wish, whole.Token);
            var answer = AnswerHeaders.Read(response, clock.GetUtcNow());
            return answer.Status is 200 or 203 ? answer with { Bytes = await _body.ReadAsync(response, wish, whole.Token) } : answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed(FetchFailure.TooSlow);
        }
        catch (BodyRefusedException error)
        {
            return Failed(error.Reason);
        }
        catch (Exception error) when (error is HttpRequestException or IOException && !ct.IsCancellationRequested)
        {
            // The user is told less: see FetchFailure.Unreachable.
            var (shown, reason) = (MaskedAddress.Of(address), error.GetBaseException().Message);
            LogFailure(shown, reason);
            return Failed(ReasonOf(error));
        }
    }

    private async Task<HttpResponseMessage> HeadersAsync(Uri address, Wish wish, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(HeaderTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        return await client.SendAsync(address, headers => Describe(headers, wish), either.Token);
    }

    private void Describe(HttpRequestHeaders headers, Wish wish)
    {
        var facts = new[]
        {
            options.Value.Contact.Length > 0 ? $"+{options.Value.Contact}" : "",
            wish.Subscribers > 0 ? string.Create(CultureInfo.InvariantCulture, $"{wish.Subscribers} {(wish.Subscribers == 1 ? "subscriber" : "subscribers")}") : "",
        }.Where(fact => fact.Length > 0).ToList();

        headers.TryAddWithoutValidation("User-Agent", $"{RobotsRules.ProductToken}/{Version}{(facts.Count > 0 ? $" ({string.Join("; ", facts)})" : "")}");
        headers.TryAddWithoutValidation("Accept", wish.Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (wish.Known?.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (wish.Known?.LastModified is { } modified)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }
    }

    private static FetchFailure ReasonOf(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchFailure.TooLarge,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError } => FetchFailure.Broken,
        HttpRequestException => FetchFailure.Unreachable,
        _ => FetchFailure.Broken,
    };

    private static Answer Failed(FetchFailure reason, TimeSpan? retryAfter = null) => new() { Failure = new(reason, RetryAfter: retryAfter) };

    private static string HostOf(Uri address) =>
        address.IsDefaultPort ? address.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Address} was not fetched: {Reason}")]
    private partial void LogFailure(string address, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Host} answers {Status} and is left alone for {Rest}")]
    private partial void LogRest(string host, int status, TimeSpan rest);
}
