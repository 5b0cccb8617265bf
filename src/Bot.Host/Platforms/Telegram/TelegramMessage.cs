using System.Text.Json;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Telegram;

/// <summary>One message in Telegram's form, before the commands of its buttons are made short.</summary>
/// <param name="Html">Within the limits of one message.</param>
/// <param name="Buttons">Rows of them.</param>
public sealed record TelegramMessage(string Html, IReadOnlyList<IReadOnlyList<Button>> Buttons)
{
    /// <summary>As it is stored until it is posted.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Something else.</exception>
    public static TelegramMessage Read(string body) => JsonSerializer.Deserialize<TelegramMessage>(body) ?? throw new JsonException("No message.");
}
