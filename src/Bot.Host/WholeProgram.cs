using Bot.Host.CommandLine;
using Bot.Host.Configuration;
using Bot.Host.Fetching;
using Bot.Host.Health;
using Bot.Host.Ingestion;
using Bot.Host.Ingestion.Visits;
using Bot.Host.Jobs;
using Bot.Host.Platforms.Discord;
using Bot.Host.Platforms.Telegram;
using Bot.Host.Platforms.Terminal;
using Bot.Host.Platforms.Web;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;

namespace Bot.Host;

/// <summary>What the program is put together from, a line a part. Whoever tries the program out takes these very parts and adds to them.</summary>
public static class WholeProgram
{
    public static ProgramParts Parts { get; } = new()
    {
        Settings = settings => settings.AddSettings().AddTelegramSettings().AddDiscordSettings(),
        Archive = (archive, folder) => archive.AddStorage(folder).AddStatus(folder).AddFetching().AddVisits().AddChatCommands().AddTerminal(),
        Open = (services, ct) => services.GetRequiredService<Migrator>().MigrateAsync(ct),
        Service = (service, settings) => service.AddWeb().AddTelegram(settings).AddDiscord(settings).AddJobs().AddHealthWatch().AddSingleton<Rereading>().AddHostedService<BackgroundRereading>().AddHostedService<UnfinishedEdits>(),
        Endpoints = page => page.MapTelegram().MapDiscord().MapWeb(),
    };
}
