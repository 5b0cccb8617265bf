using Bot.Digest.Ports;
using Bot.Host.Health;

namespace Bot.Host.Platforms.Web;

/// <summary>
/// GET /health: whether the archive can be read and the watch found nothing wrong, as JSON: 200 <c>{"status":"healthy"}</c> or 503
/// <c>{"status":"unhealthy"}</c>; what is wrong stands in the log and in /status. GET /metrics: the watch's numbers.
/// </summary>
public sealed partial class WebHealth(IArticles articles, HealthBoard board, ILogger<WebHealth> logger)
{
    /// <summary>An archive that takes longer than this to count is as good as gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IResult> CheckAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await articles.CountAsync(CommunityId.DefaultSet, patience.Token);
            return board.IsWell ? Results.Json(new { status = "healthy" }) : Unhealthy();
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Any failure means the same to whoever asks; the reason is for the log.
            LogUnreachable(error);
            return Unhealthy();
        }
    }

    /// <summary>Numbers for Prometheus.</summary>
    public IResult Metrics() => Results.Text(ServiceMeter.Write(board.Last), "text/plain; version=0.0.4; charset=utf-8");

    private static IResult Unhealthy() => Results.Json(new { status = "unhealthy" }, statusCode: StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(Level = LogLevel.Error, Message = "The archive cannot be read")]
    private partial void LogUnreachable(Exception error);
}
