using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Web;

/// <summary>The last resort: what fails outside a command (an archive that cannot be read, a browser that breaks off) is logged and said in a sentence.</summary>
public sealed partial class FaultPage(ILogger<FaultPage> logger) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error)
        {
            await SayAsync(context, error.StatusCode, PageWords.NotAForm);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogFault(context.Request.Path, error);
            await SayAsync(context, StatusCodes.Status500InternalServerError, Words.Bug);
        }
    }

    private static async Task SayAsync(HttpContext context, int status, string sentence)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(sentence, context.RequestAborted);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} was not answered")]
    private partial void LogFault(string path, Exception error);
}
