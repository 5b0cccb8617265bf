using System.Globalization;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// What a link into the conversation with the bot carries: 64 letters, digits, underscores and hyphens (core.telegram.org/bots/features#deep-linking). Either a command that only
/// asks, written like "who_ilse-varga", or the key of a command with the chat and the message that it is about.
/// </summary>
public sealed class DeepLinks(CommandDispatcher dispatcher, IButtonCommands commands)
{
    /// <summary>Letters of a key (see <see cref="IButtonCommands"/>).</summary>
    private const int KeyLength = 22;

    /// <summary>Opens the conversation with the bot, where the command of a button is answered.</summary>
    /// <param name="under">The message that the button stands under.</param>
    public async Task<string> ToAsync(string bot, string command, Message under, CancellationToken ct)
    {
        var keys = await commands.KeepAsync([command], ct);
        return string.Create(CultureInfo.InvariantCulture, $"https://t.me/{bot}?start={keys[0]}_{under.Chat.Id}_{under.Id}");
    }

    /// <summary>The command of a link, the chat that it is about and the message there; null when it says nothing here.</summary>
    public async Task<(string Command, long? About, string? Under)?> FindAsync(string payload, CancellationToken ct)
    {
        if (payload.Length > KeyLength && payload[KeyLength] == '_' && payload[(KeyLength + 1)..].Split('_') is [var chat, .. var under]
            && long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var about))
        {
            return await commands.FindAsync(payload[..KeyLength], ct) is { } kept ? (kept, about, under.FirstOrDefault()) : null;
        }

        // A link is pressed before it is read: it may ask, and never change anything.
        var line = payload.Replace('_', ' ');
        var name = line.Split(' ')[0];
        return dispatcher.CommandsFor(Access.Everyone).Any(spec => spec.Name == name && spec.Arguments.Count > 0) ? ($"/{line}", null, null) : null;
    }
}
