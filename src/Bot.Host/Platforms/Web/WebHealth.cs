using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Web;

/// <summary>GET /health: whether the archive can be read, as JSON: 200 <c>{"status":"healthy"}</c> or 503 <c>{"status":"unhealthy"}</c>.</summary>
public sealed partial class WebHealth(IArticles articles, ILogger<WebHealth> logger)
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
            return Results.Json(new { status = "healthy" });
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Any failure means the same to whoever asks; the reason is for the log.
            LogUnreachable(error);
            return Results.Json(new { status = "unhealthy" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The archive cannot be read")]
    private partial void LogUnreachable(Exception error);
}
