using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/latest: the newest articles, on everything or on a topic.</summary>
public sealed class LatestCommand(IArticles articles) : IChatCommand
{
    internal const string Name = "latest";

    private const string Topic = "topic";
    private const string Source = "source";
    private const int ArticlesAPage = 5;

    public CommandSpec Spec => new(Name, CommandWords.LatestSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Topic, ArgumentKind.Topic, CommandWords.Topic) { Positional = true },
            new(Source, ArgumentKind.Source, CommandWords.SourceOption),
            SharedArguments.PageNumber,
        ],
        Examples = ["/latest", "/latest ferry strike source:\"Radio Lind\""],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (topic, source) = (call.Text(Topic), call.Text(Source));
        var page = await PageOf<ArticleHit>.ReadAsync(
            call,
            ArticlesAPage,
            (skip, take) => articles.LatestAsync(call.Community, topic, new ArticleFilter { Source = source, OnlyTold = topic is null }, skip, take, ct));
        var title = string.Join(" · ", new[] { topic, source }.Where(part => part is not null));
        return page.Hits.Items.Count == 0
            ? await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NoArticles(title))), ct)
            : new Reply
            {
                Blocks =
                [
                    new Heading(title.Length > 0 ? title : Words.LatestTitle, Words.ArticleCount(page.Hits.Total)),
                    .. page.Hits.Items.Select(hit => ArticleEntry.Of(hit, call)),
                ],
                Buttons = ButtonRow.Of(page.Buttons(Spec, call)),
                Page = page.Shown,
            };
    }
}
