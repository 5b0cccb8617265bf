using System.Net;
using Bot.Digest.Chat;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Web;

/// <summary>
/// Turns away requests that were not made for this page: a foreign Host is a name that somebody points at this machine (DNS rebinding), a
/// foreign Origin is another site's script or form. Says on every response what a browser may do with it.
/// </summary>
public sealed class RequestGuard(IOptions<WebOptions> options) : IMiddleware
{
    /// <summary>Nothing but our own files, no script or style inside the page, no frame around it.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly WebOptions _options = options.Value;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        AddHeaders(context.Response.Headers);
        var refusal = !IsOurs(context.Request.Host, context.Connection.LocalPort) ? PageWords.ForeignHost
            : !IsFromHere(context.Request) ? PageWords.ForeignOrigin
            : null;
        if (refusal is null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync(refusal, context.RequestAborted);
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        // Not no-referrer: with it browsers send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>
    /// A name must be one that the settings give. An address of numbers cannot be rebound, so where every interface is served any of them will do.
    /// </summary>
    private bool IsOurs(HostString host, int port)
    {
        var name = host.Host.Trim('[', ']');
        if (_options.HostNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        return _options.IsLoopback
            ? (IsLocalhost(name) || IsLoopback(name)) && (host.Port ?? 80) == port
            : IsLocalhost(name) || IPAddress.TryParse(name, out _) || name.Equals(_options.Address.DnsSafeHost, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLocalhost(string name) => name.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string name) => IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);

    // Behind a proxy that ends TLS the scheme differs, so only host and port are compared.
    private static bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var address)
                && address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
