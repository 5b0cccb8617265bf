using System.Globalization;
using Bot.Digest.Chat;
using Bot.Host.Health;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Host.Platforms.Web;

/// <summary>The page's registration and its addresses.</summary>
public static class WebSetup
{
    /// <summary>Needs the chat commands and the archive's reading ports beside it.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(Limit)
        .AddSingleton<WebAssets>()
        .AddSingleton<VisitorSeals>()
        .AddSingleton<Conversations>()
        .AddSingleton<WebPosts>()
        .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<WebPosts>())
        .AddSingleton<Greeting>()
        .AddSingleton<FormReader>()
        .AddSingleton<WebPlatform>()
        .AddSingleton<HealthBoard>()
        .AddSingleton<WebHealth>()
        .AddSingleton<FaultPage>()
        .AddSingleton<RequestGuard>()
        .AddSingleton<Visitor>()
        .AddSingleton<AccessGate>();

    /// <summary>Maps the page at /, what it needs, and /health.</summary>
    public static void MapWeb(this WebApplication app)
    {
        var (platform, forms, gate) = (
            app.Services.GetRequiredService<WebPlatform>(), app.Services.GetRequiredService<FormReader>(), app.Services.GetRequiredService<AccessGate>());
        app.UseRequestLocalization(Languages()).UseMiddleware<RequestGuard>().UseMiddleware<FaultPage>();
        app.UseWhen(
            context => !IsOpen(context.Request.Path),
            page => page.UseMiddleware<Visitor>().UseWhen(context => context.Request.Path != "/key", inside => inside.UseMiddleware<AccessGate>()));

        app.MapGet("/health", app.Services.GetRequiredService<WebHealth>().CheckAsync);
        app.MapGet("/metrics", app.Services.GetRequiredService<WebHealth>().Metrics);
        app.MapGet("/assets/{file}", app.Services.GetRequiredService<WebAssets>().Serve);
        app.MapGet("/", platform.ShowAsync);
        app.MapGet("/complete", platform.CompleteAsync);
        app.MapGet("/posts", platform.PostsAsync);
        app.MapPost("/ask", (HttpContext context, CancellationToken ct) => forms.ReadAsync(context, platform.AskAsync, ct));
        app.MapPost("/import", (HttpContext context, CancellationToken ct) => forms.ReadAsync(context, platform.ImportAsync, ct, takesFile: true));
        app.MapPost("/clear", (HttpContext context, CancellationToken ct) => forms.ReadAsync(context, platform.ClearAsync, ct));
        app.MapPost("/key", (HttpContext context, CancellationToken ct) => forms.ReadAsync(context, gate.TryAsync, ct));
    }

    // What says nothing about anybody: whether the service is well, and the files that are in the source anyway.
    private static bool IsOpen(PathString path) => path == "/health" || path.StartsWithSegments("/assets", StringComparison.Ordinal);

    /// <summary>What the browser asks for first and the interface speaks; else English.</summary>
    private static RequestLocalizationOptions Languages() => new()
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture),
        SupportedCultures = [.. InterfaceLanguages.All],
        SupportedUICultures = [.. InterfaceLanguages.All],
        RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
    };

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = FormReader.LargestBody;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxConcurrentConnections = 256;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
