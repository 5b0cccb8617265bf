using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Web;

/// <summary>Lets nobody in who has not shown the access key, where one is set.</summary>
public sealed class AccessGate(IOptions<WebOptions> options, IOptions<ChatOptions> chat, VisitorSeals seals, WebAssets assets, TimeProvider clock) : IMiddleware
{
    private const string CookieName = "digestbot-entry";

    private static readonly ChatAddress Door = new("web", "door", "door");

    private readonly RateLimit _attempts = new(clock);
    private readonly WebPage _page = new(assets, chat.Value.TimeZone);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (options.Value.AccessKey.Length == 0 || seals.IsSealed(Visitor.Of(context), VisitorSeals.Entry, context.Request.Cookies[CookieName]))
        {
            await next(context);
            return;
        }

        await Closed(context, problem: null).ExecuteAsync(context);
    }

    /// <summary>POST /key: compares the key and opens the page.</summary>
    public Task<IResult> TryAsync(HttpContext context, IFormCollection form, CancellationToken ct)
    {
        if (_attempts.Wait(Door, context.Connection.RemoteIpAddress?.ToString() ?? "") is not null)
        {
            return Task.FromResult(Closed(context, PageWords.TooManyKeys, StatusCodes.Status429TooManyRequests));
        }

        if (options.Value.AccessKey.Length == 0 || !VisitorSeals.SameText(options.Value.AccessKey, form["key"].ToString()))
        {
            return Task.FromResult(Closed(context, PageWords.WrongKey));
        }

        Visitor.SetCookie(context, CookieName, seals.Seal(Visitor.Renew(context), VisitorSeals.Entry));
        return Task.FromResult(Results.Redirect("/"));
    }

    private IResult Closed(HttpContext context, string? problem, int status = StatusCodes.Status401Unauthorized) => Results.Content(
        _page.Door(seals.Seal(Visitor.Of(context), VisitorSeals.Form), problem), "text/html; charset=utf-8", statusCode: status);
}
