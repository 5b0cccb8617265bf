using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Registers the terminal.</summary>
public static class TerminalSetup
{
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        .AddSingleton<TerminalPosts>()
        .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<TerminalPosts>())
        .AddSingleton<TerminalPlatform>();
}
