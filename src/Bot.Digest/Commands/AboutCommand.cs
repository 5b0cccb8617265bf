using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Digest.Commands;

/// <summary>/about: what this bot is, what its replies promise, and how much it has read.</summary>
public sealed class AboutCommand(IArticles articles) : IChatCommand
{
    public CommandSpec Spec => new("about", CommandWords.AboutSummary, Access.Everyone, CommandGroup.Bot) { IsForStrangers = true };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var count = await articles.CountAsync(call.Community, ct);
        return Reply.Ok(
            new Heading(Words.AboutTitle, Words.ArticleCount(count)),
            new Paragraph(Words.AboutWhat),
            new Entry(null, Words.AboutQuotes),
            new Entry(null, Words.AboutNames(string.Join(", ", Languages.OfShown.Select(Counted)))),
            new Entry(null, Words.AboutSources),
            new Note(Words.AboutVersion(typeof(AboutCommand).Assembly.GetName().Version?.ToString(3) ?? string.Empty)));
    }

    private static string Counted((string Code, MeasuredSpeakers Shown) language) =>
        Words.AboutNamesOf(CultureInfo.GetCultureInfo(language.Code).DisplayName, language.Shown.Right, language.Shown.Of);
}
