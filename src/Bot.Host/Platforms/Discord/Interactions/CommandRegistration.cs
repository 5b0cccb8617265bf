using System.Security.Cryptography;
using System.Text.Json;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Registers the commands with Discord when they are other than those that were registered last: Discord takes 200 new ones a day.</summary>
public sealed partial class CommandRegistration(CommandTree tree, DiscordRest rest, IPlatformState state, TimeProvider clock, ILogger<CommandRegistration> logger)
{
    /// <summary>How long an archive that fails is left alone.</summary>
    public static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    private const string StateName = "commands";

    /// <summary>Tries once.</summary>
    /// <returns>False when the archive fails: without it nobody knows what was registered.</returns>
    public async Task<bool> TryAsync(string application, CancellationToken ct)
    {
        var commands = JsonSerializer.SerializeToUtf8Bytes(tree.Bodies(), DiscordJson.Default.IReadOnlyListCommandBody);
        var hash = $"{application} {Convert.ToHexStringLower(SHA256.HashData(commands))}";
        try
        {
            if (await state.ReadAsync(DiscordPlatform.Name, StateName, ct) == hash)
            {
                return true;
            }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogNotCompared(BetweenTries, failure);
            return false;
        }

        var answer = await rest.SendAsync(Routes.RegisterCommands(application, commands), TimeSpan.FromMinutes(1), ct);
        if (answer is RestAnswer.Done)
        {
            LogRegistered(tree.Specs.Count);
            await NoteAsync(hash, ct);
        }
        else
        {
            LogNotRegistered(answer is RestAnswer.Refused refused ? $"{refused.Status} {refused.Code} {refused.Message}" : answer.GetType().Name);
        }

        return true;
    }

    /// <summary>Tries again, each time after a pause, until the archive answers.</summary>
    public async Task RetryAsync(string application, CancellationToken ct)
    {
        do
        {
            await Task.Delay(BetweenTries, clock, ct);
        }
        while (!await TryAsync(application, ct));
    }

    private async Task NoteAsync(string hash, CancellationToken ct)
    {
        try
        {
            await state.WriteAsync(DiscordPlatform.Name, StateName, hash, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogNotNoted(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord knows the {Count} commands")]
    private partial void LogRegistered(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take the commands ({Answer}); those that it had go on to work, and it is tried again at the next start")]
    private partial void LogNotRegistered(string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The archive does not tell which commands Discord knows; those that it had go on to work, and it is tried again in {Pause}")]
    private partial void LogNotCompared(TimeSpan pause, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That Discord knows the commands could not be noted; it is told them once more at the next start")]
    private partial void LogNotNoted(Exception failure);
}
