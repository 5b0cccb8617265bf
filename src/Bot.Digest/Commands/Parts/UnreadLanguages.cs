using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Language;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Says which of a community's articles nobody's words can be found in, because their language is not read.</summary>
internal static class UnreadLanguages
{
    private const int MostNamed = 3;

    /// <summary>The reply with a line for each such language, the most articles first.</summary>
    public static async Task<Reply> AddToAsync(IArticles articles, CommandCall call, Reply reply, CancellationToken ct)
    {
        var languages = await articles.LanguagesAsync(call.Community, ct);
        var unread = languages.Where(language => !Languages.IsRead(language.Language)).Take(MostNamed);
        return reply with { Blocks = [.. reply.Blocks, .. unread.Select(language => new Note(Words.NotRead(language.Articles, NameOf(language.Language))))] };
    }

    /// <summary>In the reader's language; the code itself where no name is known.</summary>
    private static string NameOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
