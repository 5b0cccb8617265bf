using Bot.Digest.Chat;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Telegram's settings and registration. Without a token nothing of it is there.</summary>
public static class TelegramSetup
{
    public static IServiceCollection AddTelegramSettings(this IServiceCollection services) =>
        services.AddSection<TelegramOptions>(TelegramOptions.Section).AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();

    /// <summary>Needs the chat commands and the archive's ports beside it.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration settings)
    {
        if (!IsSet(settings, nameof(TelegramOptions.Token)))
        {
            return services;
        }

        // That the token works, and where the bot is found, is for whoever starts the service, also where only warnings are written.
        services
            .AddLogging(logging => logging.AddFilter(typeof(TelegramMenu).FullName, LogLevel.Information))
            .AddSingleton<TelegramBot>()
            .AddSingleton<TelegramKeyboard>()
            .AddSingleton<IChatPlatform, TelegramPosts>()
            .AddSingleton<TelegramAnswers>()
            .AddSingleton<TelegramFiles>()
            .AddSingleton<TelegramChannels>()
            .AddSingleton<TelegramMenu>()
            .AddSingleton<ChatRights>()
            .AddSingleton<Asking>()
            .AddSingleton<DeepLinks>()
            .AddSingleton<MessageReading>()
            .AddSingleton<PressReading>()
            .AddSingleton<InlineReading>()
            .AddSingleton<LifeReading>()
            .AddSingleton<UpdateReading>()
            .AddSingleton<UpdateLanes>()
            .AddSingleton<TelegramTroubles>();
        return IsSet(settings, nameof(TelegramOptions.Webhook))
            ? services.AddSingleton<TelegramWebhook>().AddHostedService(provider => provider.GetRequiredService<TelegramWebhook>())
            : services.AddSingleton<PollPosition>().AddHostedService<TelegramPolling>();
    }

    /// <summary>Maps the webhook, where there is one, before whatever guards the page: Telegram's servers are no browsers.</summary>
    public static WebApplication MapTelegram(this WebApplication app)
    {
        if (app.Services.GetService<TelegramWebhook>() is { } webhook)
        {
            var path = new Uri(app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value.Webhook).AbsolutePath;
            app.Use((context, next) => context.Request.Path == path && HttpMethods.IsPost(context.Request.Method) ? webhook.TakeAsync(context) : next(context));
        }

        return app;
    }

    private static bool IsSet(IConfiguration settings, string key) => settings[ConfigurationPath.Combine(TelegramOptions.Section, key)] is { Length: > 0 };
}
