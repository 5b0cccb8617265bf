using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Rest;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>The first words in a server that the bot was added to: its first steps.</summary>
public sealed class Welcome(CommandDispatcher dispatcher, DiscordRest rest, IButtonCommands buttons)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task SayAsync(ChatAddress channel, Community community, CancellationToken ct)
    {
        var reply = await dispatcher.RunAsync(
            new CommandRequest { Line = StartCommand.Line, Chat = channel, Community = community.Id, User = channel.Community, Access = Access.ChannelAdmin }, ct);
        foreach (var (at, message) in DiscordRenderer.Render(reply).Index())
        {
            var said = await ButtonIds.ShortenAsync(message, buttons, ct) with { Nonce = $"w{channel.Community}{at}", EnforceNonce = true };
            await rest.SendAsync(Routes.WriteMessage(channel.Channel, said), Patience, ct);
        }
    }
}
