using System.Reflection;
using Bot.Digest.Chat;
using Bot.Host.Configuration;
using Bot.Host.Platforms.Discord.Gateway;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Discord;

/// <summary>Discord's settings and registration. Without a token nothing of it is there.</summary>
public static class DiscordSetup
{
    /// <summary>The form that Discord asks for (docs.discord.com, reference, user agent).</summary>
    private static readonly string _userAgent = $"DiscordBot (DigestBot, {typeof(DiscordSetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion})";

    public static IServiceCollection AddDiscordSettings(this IServiceCollection services) =>
        services.AddSection<DiscordOptions>(DiscordOptions.Section).AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();

    /// <summary>Needs the chat commands and the archive's ports beside it.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration settings)
    {
        if (!IsSet(settings, nameof(DiscordOptions.Token)))
        {
            return services;
        }

        if (IsSet(settings, nameof(DiscordOptions.PublicKey)))
        {
            services.AddSingleton<HttpInteractions>();
        }

        // The invitation is for whoever starts the service, also where only warnings are written.
        return services
            .AddLogging(logging => logging.AddFilter(typeof(DiscordPlatform).FullName, LogLevel.Information))
            .AddSingleton<RestLimits>()
            .AddSingleton(provider => new DiscordRest(
                Http(provider), provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token, provider.GetRequiredService<RestLimits>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordRest>>()))
            .AddSingleton(provider => new AttachedFiles(Http(provider)))
            .AddSingleton<Func<IGatewaySocket>>(() => new GatewaySocket(_userAgent))
            .AddSingleton<IChatPlatform, DiscordPosts>()
            .AddSingleton<CommandTree>()
            .AddSingleton<CommandRegistration>()
            .AddSingleton<Suggestions>()
            .AddSingleton<Guilds>()
            .AddSingleton<Askers>()
            .AddSingleton<ChannelLookup>()
            .AddSingleton<Sharing>()
            .AddSingleton<InteractionDesk>()
            .AddSingleton<Welcome>()
            .AddSingleton<HeldChannels>()
            .AddSingleton<GuildLife>()
            .AddSingleton<DiscordEvents>()
            .AddSingleton<IdentifyTurns>()
            .AddHostedService<DiscordPlatform>();
    }

    /// <summary>Maps the interactions by HTTP, where they are set, before whatever guards the page: Discord's servers are no browsers.</summary>
    public static WebApplication MapDiscord(this WebApplication app)
    {
        if (app.Services.GetService<HttpInteractions>() is { } interactions)
        {
            app.Use(async (context, next) =>
            {
                if (context.Request.Path == HttpInteractions.Path && HttpMethods.IsPost(context.Request.Method))
                {
                    await (await interactions.TakeAsync(context)).ExecuteAsync(context);
                }
                else
                {
                    await next(context);
                }
            });
        }

        return app;
    }

    private static HttpClient Http(IServiceProvider provider)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var http = new HttpClient(handler) { BaseAddress = new Uri(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Server, "/api/v10/") };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", _userAgent);
        return http;
    }

    private static bool IsSet(IConfiguration settings, string key) => settings[ConfigurationPath.Combine(DiscordOptions.Section, key)] is { Length: > 0 };
}
