using Bot.Host.Platforms.Discord.Gateway;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Discord;

/// <summary>The bot on Discord for as long as the service runs: says how to invite it, registers the commands, keeps its shards connected.</summary>
public sealed partial class DiscordPlatform(
    IOptions<DiscordOptions> options, DiscordRest rest, CommandRegistration commands, IdentifyTurns turns, DiscordEvents events, Func<IGatewaySocket> connect, TimeProvider clock,
    ILoggerFactory loggers, ILogger<DiscordPlatform> logger) : BackgroundService
{
    /// <summary>As in <see cref="Bot.Digest.Chat.ChatAddress.Platform"/>.</summary>
    public const string Name = "discord";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await FindAsync(stoppingToken) is not var (application, gateway))
            {
                return;
            }

            var invitation = new Uri(options.Value.Server, $"/oauth2/authorize?client_id={application.Id}&scope=bot+applications.commands&permissions={Permissions.Text(Permissions.Invited)}");
            LogInvitation(invitation);
            await RunAsync(application.Id, options.Value.Shards > 0 ? options.Value.Shards : Math.Max(1, gateway.Shards), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Tries until Discord answers.</summary>
    /// <returns>Null when it does not know the token.</returns>
    private async Task<(Application Application, GatewayAddress Gateway)?> FindAsync(CancellationToken ct)
    {
        while (!rest.IsRefused)
        {
            if (await rest.ReadAsync(Routes.FindApplication(), DiscordJson.Default.Application, ct) is { } application
                && await rest.ReadAsync(Routes.FindGateway(), DiscordJson.Default.GatewayAddress, ct) is { } gateway)
            {
                return (application, gateway);
            }

            if (!rest.IsRefused)
            {
                LogNotReached(options.Value.Server);
                await Task.Delay(BetweenTries, clock, ct);
            }
        }

        return null;
    }

    private async Task RunAsync(string application, int shards, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var ct = ending.Token;
        var registering = await commands.TryAsync(application, ct) ? Task.CompletedTask : commands.RetryAsync(application, ct);
        var running = Enumerable.Range(0, shards).Select(number => RunShardAsync(number, shards, ct)).ToList();
        var following = events.FollowAsync(ct);

        // What one shard is refused for holds for all of them.
        if (await await Task.WhenAny(running) is { } why)
        {
            LogStopped(why);
        }

        await ending.CancelAsync();
        await Task.WhenAll([.. running, following, registering]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task<string?> RunShardAsync(int number, int shards, CancellationToken ct)
    {
        var reader = new HappeningReader(number, shards);
        var parts = new GatewayParts(
            options.Value.Token, token => rest.ReadAsync(Routes.FindGateway(), DiscordJson.Default.GatewayAddress, token), connect, turns,
            (name, data) => events.Take(reader, name, data, ct), Random.Shared.NextDouble);
        return new GatewayShard(number, shards, parts, clock, loggers.CreateLogger<GatewayShard>()).RunAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Invite the bot to a Discord server: {Address}")]
    private partial void LogInvitation(Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord cannot be reached at {Server}; it is tried again")]
    private partial void LogNotReached(Uri server);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The bot is not on Discord: {Why}")]
    private partial void LogStopped(string why);
}
