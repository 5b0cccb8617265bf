using System.Globalization;
using Bot.Digest.Commands;
using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// What a link into the conversation with the bot carries: 64 letters, digits, underscores and hyphens (core.telegram.org/bots/features#deep-linking). Either a command that only
/// asks, written like "who_ilse-varga", or the key of a command with the chat that it is about.
/// </summary>
public sealed class DeepLinks(CommandDispatcher dispatcher, IButtonCommands commands)
{
    /// <summary>Letters of a key (see <see cref="IButtonCommands"/>).</summary>
    private const int KeyLength = 22;

    /// <summary>Opens the conversation with the bot, where the command of a button is answered.</summary>
    public async Task<string> ToAsync(string bot, string command, long about, CancellationToken ct)
    {
        var keys = await commands.KeepAsync([command], ct);
        return string.Create(CultureInfo.InvariantCulture, $"https://t.me/{bot}?start={keys[0]}_{about}");
    }

    /// <summary>The command of a link, and the chat that it is about; null when it says nothing here.</summary>
    public async Task<(string Command, long? About)?> FindAsync(string payload, CancellationToken ct)
    {
        if (payload.Length > KeyLength && payload[KeyLength] == '_' && long.TryParse(payload.AsSpan(KeyLength + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var about))
        {
            return await commands.FindAsync(payload[..KeyLength], ct) is { } kept ? (kept, about) : null;
        }

        // A link is pressed before it is read: it may ask, and never change anything.
        var line = payload.Replace('_', ' ');
        var name = line.Split(' ')[0];
        return dispatcher.CommandsFor(Access.Everyone).Any(spec => spec.Name == name && spec.Arguments.Count > 0) ? ($"/{line}", null) : null;
    }
}
