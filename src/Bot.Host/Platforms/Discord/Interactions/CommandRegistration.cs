using System.Security.Cryptography;
using System.Text.Json;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Registers the commands with Discord when they are other than those that were registered last: Discord takes 200 new ones a day.</summary>
public sealed partial class CommandRegistration(CommandTree tree, DiscordRest rest, IPlatformState state, ILogger<CommandRegistration> logger)
{
    private const string StateName = "commands";

    public async Task RegisterAsync(string application, CancellationToken ct)
    {
        try
        {
            await CompareAsync(application, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The archive: without it nobody knows what was registered, and everything else can begin.
            LogNotRegistered(failure.Message);
        }
    }

    private async Task CompareAsync(string application, CancellationToken ct)
    {
        var commands = JsonSerializer.SerializeToUtf8Bytes(tree.Bodies(), DiscordJson.Default.IReadOnlyListCommandBody);
        var hash = $"{application} {Convert.ToHexStringLower(SHA256.HashData(commands))}";
        if (await state.ReadAsync(DiscordPlatform.Name, StateName, ct) == hash)
        {
            return;
        }

        var answer = await rest.SendAsync(Routes.RegisterCommands(application, commands), TimeSpan.FromMinutes(1), ct);
        if (answer is RestAnswer.Done)
        {
            await state.WriteAsync(DiscordPlatform.Name, StateName, hash, ct);
            LogRegistered(tree.Specs.Count);
        }
        else
        {
            LogNotRegistered(answer is RestAnswer.Refused refused ? $"{refused.Status} {refused.Code} {refused.Message}" : answer.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord knows the {Count} commands")]
    private partial void LogRegistered(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take the commands ({Answer}); those that it had go on to work, and it is tried again at the next start")]
    private partial void LogNotRegistered(string answer);
}
