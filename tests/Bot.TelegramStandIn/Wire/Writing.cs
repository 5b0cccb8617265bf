using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.TelegramStandIn.Wire;

/// <summary>Writes answers as the server does: the status of HTTP is that of the body.</summary>
internal static class Writing
{
    public static async Task WriteAsync(HttpContext context, ApiAnswer answer, CancellationToken ct)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        if (answer.Parameters?["retry_after"] is { } seconds)
        {
            context.Response.Headers.RetryAfter = ((int)seconds).ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(answer.ToWire().ToJsonString(), ct);
    }
}
