using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Digest.Commands;

/// <summary>/article: one article's summary, quotes and people.</summary>
public sealed class ArticleCommand(IArticles articles, IQuotes quotes, IStories stories, ISourceVisits visits) : IChatCommand
{
    internal const string Name = "article";

    private const string Article = "article";
    private const int QuotesAPage = 5;
    private const int MostPeople = 12;

    public CommandSpec Spec => new(Name, CommandWords.ArticleSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Article, ArgumentKind.Words, CommandWords.ArticleArticle) { Positional = true, Required = true },
            SharedArguments.PageNumber,
        ],
        Examples = ["/article 12", "/article https://norrmark-post.example/east-pier"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text(Article)!;
        var isNumber = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber && !Uri.TryCreate(typed, UriKind.Absolute, out _))
        {
            return Reply.Problem(Words.NotAnArticle(typed, CommandText.Of(SearchCommand.Name, typed)));
        }

        var (found, unread) = await FindAsync(call, typed, isNumber ? number : null, ct);
        if (found is null)
        {
            return unread ?? await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NoSuchArticle(typed))), ct);
        }

        var said = await quotes.InArticlesAsync(call.Community, [found.Citation.Article], ct);
        var page = await PageOf<QuoteHit>.ReadAsync(
            call, QuotesAPage, (skip, take) => Task.FromResult(new Hits<QuoteHit>([.. said.Skip(skip).Take(take)], said.Count)));
        var story = (await stories.OfArticlesAsync(call.Community, [found.Citation.Article], ct)).GetValueOrDefault(found.Citation.Article);
        return new Reply
        {
            Blocks = [.. Head(found, call), .. Story(story), .. Quotes(page), .. People(found)],
            Buttons = ButtonRow.Of(
            [
                .. page.Buttons(Spec, call),
                .. WrongButton.Of(page.Hits.Items.Select(ItemReference.Of).Prepend(ItemReference.Of(found.Citation))),
            ]),
            Page = page.Shown,
        };
    }

    /// <summary>The article that is meant; a page that is not known yet is read now, or the reply says why it cannot be.</summary>
    private async Task<(ArticleDetail? Found, Reply? Unread)> FindAsync(CommandCall call, string typed, long? number, CancellationToken ct)
    {
        var known = number is { } asked
            ? await articles.FindAsync(call.Community, new ArticleId(asked), ct)
            : await articles.FindAsync(call.Community, new Uri(typed), ct);
        if (known is not null || number is not null || SourceAddress.Read(typed) is not { } link)
        {
            return (known, null);
        }

        var (read, failure) = await visits.ReadPageAsync(call.Community, link.Address, ct);
        return read is { } article ? (await articles.FindAsync(call.Community, article, ct), null)
            : (null, Reply.Problem(failure is { } reason ? SourceWords.PageUnread(SourceHealthWords.Of(reason)) : SourceWords.PageNoArticle));
    }

    private static IEnumerable<Block> Head(ArticleDetail article, CommandCall call)
    {
        RichText source =
        [
            Citations.Outlet(article.Citation),
            new Subtle($", {DayWords.Of(call.DayOf(article.Citation.Published), call.Today)}{Citations.Withdrawn(article.Citation)}"),
        ];
        yield return new Heading(
            article.Citation.Title,
            article.Author is { Length: > 0 } author ? source.With(new Subtle(" · " + author)) : source);
        if (article.Summary.Count > 0)
        {
            yield return new Paragraph(string.Join(' ', article.Summary));
        }

        if (article.Revisions > 1)
        {
            yield return new Note(Words.Revised(article.Revisions - 1));
        }
    }

    /// <summary>The story that the article is one of several of.</summary>
    private static IEnumerable<Block> Story(Story? story) => story is { Articles: > 1 }
        ? [new Note([.. StoryWords.PartOf(story.Headline, StoryLines.Card(story.Id)), new Subtle($" · {StoryLines.Counts(story)} · "), StoryLines.Number(story.Id)])]
        : [];

    private static IEnumerable<Block> Quotes(PageOf<QuoteHit> page) => page.Hits.Items.Count == 0
        ? []
        : [new Section(Words.QuotesTitle), .. page.Hits.Items.Select(quote => QuoteBlock.InArticle(quote))];

    private static IEnumerable<Block> People(ArticleDetail article) => article.People.Count == 0
        ? []
        :
        [
            new Section(Words.PeopleTitle),
            .. article.People.Take(MostPeople).Select(person => new Entry(
                null,
                [new CommandLink(person.Name, CommandText.Of(WhoCommand.Name, person.Slug))],
                person.Role is { Length: > 0 } role ? role : null)),
        ];
}
