namespace Bot.Host.Platforms.Web;

/// <summary>Gives every browser an id of its own in a cookie that no script can read and no foreign form sends.</summary>
public sealed class Visitor : IMiddleware
{
    private const string CookieName = "digestbot-visitor";

    /// <summary>The id of the one who asks.</summary>
    public static string Of(HttpContext context) => (string)context.Items[typeof(Visitor)]!;

    /// <summary>Starts over with a fresh id, so that an id that somebody planted is worth nothing.</summary>
    public static string Renew(HttpContext context)
    {
        var id = VisitorSeals.NewVisitor();
        context.Items[typeof(Visitor)] = id;
        SetCookie(context, CookieName, id);
        return id;
    }

    public static void SetCookie(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,

        // Not Strict: a link to the page from elsewhere must find the conversation again. Forms of other sites do not get it.
        SameSite = SameSiteMode.Lax,
        Path = "/",
    });

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var id = context.Request.Cookies[CookieName];
        if (VisitorSeals.IsVisitor(id))
        {
            context.Items[typeof(Visitor)] = id;
        }
        else
        {
            Renew(context);
        }

        return next(context);
    }
}
