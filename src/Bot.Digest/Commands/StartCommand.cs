using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/start: the three first steps, and how far this channel is with them. Platforms post its answer when the bot joins a community.</summary>
public sealed class StartCommand(ISources sources, ISubscriptions subscriptions, IArticles articles, IQuotes quotes) : IChatCommand
{
    /// <summary>As it is typed, and asked by platforms for a community that the bot joined.</summary>
    public const string Line = "/" + Name;

    private const string Name = "start";

    private const string Payload = "payload";

    /// <summary>Newest articles in which somebody to ask for is looked up.</summary>
    private const int Newest = 10;

    public CommandSpec Spec => new(Name, CommandWords.StartSummary, Access.Everyone, CommandGroup.Bot)
    {
        IsForStrangers = true,
        // Telegram's links into a chat carry a word that means nothing here.
        Arguments = [new(Payload, ArgumentKind.Words, CommandWords.StartPayload) { Positional = true, Hidden = true }],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (call.NotServed is { } refusal)
        {
            return Reply.Ok(new Heading(Words.StartTitle), new Paragraph(Words.StartWhat), new Note(refusal));
        }

        var news = await sources.ListAsync(call.Community, skip: 0, take: 1, ct);
        var digests = await subscriptions.ListAsync(call.Community, call.Chat, ct);
        var person = await SomebodyAsync(call, ct);
        return new Reply
        {
            Blocks =
            [
                new Heading(Words.StartTitle),
                new Paragraph(Words.StartWhat),
                new Entry("1", news.Total == 0 ? Words.StartNews(SourceAddCommand.Example) : Words.StartNewsThere(news.Total, SourceAddCommand.Example)),
                new Entry("2", digests is [var first, ..] ? Words.StartDigestThere(SubscriptionLines.Next(first, call)) : Words.StartDigest),
                new Entry("3", person is null ? Words.StartAsk : Words.StartAskFor(CommandText.Of(WhoCommand.Name, person))),
                new Note(Words.StartMore),
            ],
            Buttons = ButtonRow.Of(Buttons(call, news.Total == 0, digests.Count == 0, person)),
        };
    }

    /// <summary>Somebody of whom the newest articles hold words; null for nobody.</summary>
    private async Task<string?> SomebodyAsync(CommandCall call, CancellationToken ct)
    {
        var newest = await articles.LatestAsync(call.Community, null, new ArticleFilter { OnlyTold = true }, skip: 0, Newest, ct);
        var said = await quotes.InArticlesAsync(call.Community, [.. newest.Items.Select(hit => hit.Citation.Article)], ct);
        return said.Select(quote => quote.SpeakerSlug).FirstOrDefault(slug => slug is not null);
    }

    private static IEnumerable<Button> Buttons(CommandCall call, bool hasNoNews, bool hasNoDigest, string? person)
    {
        if (call.Access >= Access.ChannelAdmin && hasNoNews)
        {
            yield return new Button(Words.ButtonAddNews, CommandText.Of(HelpCommand.Name, SourceAddCommand.Name));
        }

        if (call.Access >= Access.ChannelAdmin && hasNoDigest)
        {
            yield return new Button(Words.ButtonOrder, CommandText.Of(SubscribeCommand.Name));
        }

        yield return new Button(Words.ButtonTryDigest, CommandText.Of(DigestCommand.Name));
        if (person is not null)
        {
            yield return new Button(Words.ButtonTryWho, CommandText.Of(WhoCommand.Name, person));
        }
    }
}
