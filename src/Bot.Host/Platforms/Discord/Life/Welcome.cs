using System.Globalization;
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

    /// <summary>Says them once: a second try makes no second message.</summary>
    /// <param name="language">The server's; what its admins chose here comes before it.</param>
    public async Task SayAsync(ChatAddress channel, Community community, CultureInfo language, CancellationToken ct)
    {
        // Flows into what is called here, and ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = community.Settings.LanguageOr(language);
        var reply = await dispatcher.RunAsync(
            new CommandRequest { Line = StartCommand.Line, Chat = channel, Community = community.Id, User = channel.Community, Access = Access.ChannelAdmin, Language = language }, ct);
        foreach (var (at, message) in DiscordRenderer.Render(reply).Index())
        {
            var said = await ButtonIds.ShortenAsync(message, buttons, ct) with { Nonce = $"w{channel.Community}{at}", EnforceNonce = true };
            await rest.SendAsync(Routes.WriteMessage(channel.Channel, said), Patience, ct);
        }
    }
}
