using System.Globalization;
using System.Text;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Buttons carry 64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton): a short command as it is, a longer one by its key. A button about another
/// chat than the one it stands in says so before that: "-1001234 /subscriptions".
/// </summary>
public sealed class TelegramKeyboard(IButtonCommands commands)
{
    private const int MostBytes = 64;

    /// <summary>The keyboard; null for none.</summary>
    /// <param name="about">The chat that the commands are about when it is not the one that they are shown in.</param>
    public async Task<InlineKeyboardMarkup?> MakeAsync(IReadOnlyList<IReadOnlyList<Button>> rows, long? about, CancellationToken ct)
    {
        var shown = rows.Select(row => row.Where(button => button.Label.Length > 0).ToList()).Where(row => row.Count > 0).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var place = about is { } chat ? chat.ToString(CultureInfo.InvariantCulture) + " " : "";
        var lengthy = shown.SelectMany(row => row).Select(button => button.Command).Where(command => !Fits(place + command)).Distinct(StringComparer.Ordinal).ToList();
        var keys = lengthy.Count == 0 ? [] : await commands.KeepAsync(lengthy, ct);
        var keyOf = lengthy.Zip(keys).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return new InlineKeyboardMarkup(shown.Select(row => row.Select(button =>
            InlineKeyboardButton.WithCallbackData(button.Label, place + keyOf.GetValueOrDefault(button.Command, button.Command)))));
    }

    /// <summary>The command that a button carries, and the chat that it is about; null when it is not known any more.</summary>
    public async Task<(string Command, long? About)?> FindAsync(string data, CancellationToken ct)
    {
        long? about = null;
        var space = data.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && long.TryParse(data.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            (about, data) = (chat, data[(space + 1)..]);
        }

        return (data.StartsWith('/') ? data : await commands.FindAsync(data, ct)) is { } command ? (command, about) : null;
    }

    private static bool Fits(string data) => Encoding.UTF8.GetByteCount(data) <= MostBytes;
}
