using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;

namespace Bot.Host.Platforms.Web;

/// <summary>The page's first bubble: how to begin with an empty archive, three things to try with a filled one.</summary>
public sealed class Greeting(IArticles articles)
{
    public async Task<Reply> WriteAsync(CancellationToken ct)
    {
        var newest = await articles.LatestAsync(CommunityId.DefaultSet, topic: null, new ArticleFilter(), skip: 0, take: 1, ct);
        if (newest.Items.Count == 0)
        {
            return Reply.Ok(
                new Heading(Words.ArchiveEmpty),
                new Paragraph(Words.ArchiveEmptySource(SourceAddCommand.Example)),
                new Paragraph(Words.ArchiveEmptySamples),
                new Paragraph(Words.ArchiveEmptyIngest),
                new Note(PageWords.ThenTry)) with
            {
                // Questions that the sample newsroom answers.
                Buttons = [[Ask("/who varga"), Ask("/timeline east pier"), Ask("/digest")]],
            };
        }

        var article = await articles.FindAsync(CommunityId.DefaultSet, newest.Items[0].Citation.Article, ct);
        return Reply.Ok(
            new Heading(PageWords.Welcome(await articles.CountAsync(CommunityId.DefaultSet, ct))),
            new Paragraph(PageWords.TryThese)) with
        {
            Buttons = [[.. ToTry(article?.People.MaxBy(person => person.Quotes))]],
        };
    }

    private static IEnumerable<Button> ToTry(PersonMatch? inTheNews) => inTheNews is null
        ? [Ask("/latest"), Ask("/digest"), Ask("/help")]
        : [new Button($"/who {inTheNews.Name}", $"/who {inTheNews.Slug}"), new Button($"/timeline {inTheNews.Name}", $"/timeline {inTheNews.Slug}"), Ask("/digest")];

    private static Button Ask(string line) => new(line, line);
}
