using Bot.Digest.Commands;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>The documents that people send.</summary>
public sealed class TelegramFiles(TelegramBot bot)
{
    private static readonly string[] ListEndings = [".opml", ".xml"];

    /// <summary>Reads the document of a message, or of the one that it answers; null where there is none.</summary>
    public ReadFile? Of(Message? message) => (message?.Document ?? message?.ReplyToMessage?.Document) is { } document
        ? (_, most, ct) => ReadAsync(document, most, ct)
        : null;

    /// <summary>Whether a document can be a list of sources.</summary>
    public static bool IsList(Document document) =>
        document.MimeType?.EndsWith("opml", StringComparison.OrdinalIgnoreCase) == true
        || ListEndings.Any(ending => document.FileName?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);

    private async Task<GivenFile?> ReadAsync(Document document, int most, CancellationToken ct)
    {
        try
        {
            return new GivenFile(document.FileName ?? "", await bot.ReadFileAsync(document.FileId, most, ct));
        }
        catch (RequestException)
        {
            return null; // Too large for the server to hand out, or gone.
        }
    }
}
