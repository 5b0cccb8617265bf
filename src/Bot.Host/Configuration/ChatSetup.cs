using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;

namespace Bot.Host.Configuration;

/// <summary>Registers the chat commands and what runs them.</summary>
public static class ChatSetup
{
    public static IServiceCollection AddChatCommands(this IServiceCollection services)
    {
        foreach (var command in ChatCommands.Types)
        {
            services.AddSingleton(typeof(IChatCommand), command);
        }

        services.AddSingleton<CommandDefects>();
        services.AddSingleton<RateLimit>();
        services.AddSingleton<KeptVocabularies>();
        services.AddSingleton<CommandCompletion>();
        return services.AddSingleton(provider => new CommandDispatcher(
            provider.GetServices<IChatCommand>(),
            provider.GetRequiredService<RateLimit>(),
            provider.GetRequiredService<ICommunities>(),
            provider.GetRequiredService<INotices>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<CommandDefects>().Report));
    }
}
