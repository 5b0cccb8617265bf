using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Digest.Commands;

/// <summary>/story: one happening as all its outlets tell it.</summary>
public sealed class StoryCommand(IStories stories, IQuotes quotes, IEvents events, IArticles articles) : IChatCommand
{
    internal const string Name = "story";

    private const string Story = "story";
    private const string Show = "show";
    private const string Timeline = "timeline";
    private const string Articles = "articles";
    private const string Quotes = "quotes";
    private const string Reasons = "reasons";

    /// <summary>Articles whose quotes and dates are read for one card; a story of hundreds says the same many times over.</summary>
    private const int MostRead = 30;

    /// <summary>Dated sentences that the timeline is made of, the weightiest.</summary>
    private const int MostEvents = 100;

    private const int EntriesAPage = 8;

    public CommandSpec Spec => new(Name, CommandWords.StorySummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Story, ArgumentKind.Story, CommandWords.StoryStory) { Positional = true, Required = true },
            new(Show, ArgumentKind.Choice, CommandWords.StoryShow) { Choices = [Timeline, Articles, Quotes, Reasons] },
            SharedArguments.PageNumber,
        ],
        Examples = ["/story 12", "/story east pier show:timeline"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var choice = await StoryChoice.MakeAsync(stories, articles, call, call.Text(Story)!, ct);
        if (choice.Story is not { } told)
        {
            return choice.Instead!;
        }

        call = call.With(Story, told.Story.Id.Value.ToString(CultureInfo.InvariantCulture));
        var card = new StoryCard(told, call);
        return call.Text(Show) switch
        {
            Timeline => await TimelineAsync(told, card, call, ct),
            Articles => await PagedAsync(told.Articles, card.Articles, article => ItemReference.Of(article.Article.Citation), told, call),
            Quotes => await QuotesAsync(told, card, call, ct),
            Reasons => await PagedAsync(told.Articles, card.Reasons, article => ItemReference.Of(article.Article.Citation), told, call),
            _ => new Reply
            {
                Blocks = [.. card.Overview(
                    await quotes.InArticlesAsync(call.Community, Read(told), ct), await events.InArticlesAsync(call.Community, Read(told), MostEvents, ct))],
                Buttons = ButtonRow.Of([.. Views(told, call), .. WrongButton.Of(Read(told).Select(article => new ItemReference(article, null)))]),
            },
        };
    }

    private async Task<Reply> TimelineAsync(StoryDetail told, StoryCard card, CommandCall call, CancellationToken ct)
    {
        var timeline = TimelineComposer.Compose(await events.InArticlesAsync(call.Community, Read(told), MostEvents, ct));
        var lines = new TimelineBlocks(call, explained: false);
        return await PagedAsync<TimelineEntry>(
            timeline.Happened,
            entries => (IEnumerable<Block>)
            [
                card.Head(),
                new Note(timeline.Happened.Count + timeline.Planned.Count > 0 ? Words.ByDayItHappened : StoryWords.NoStoryEvents),
                .. lines.Happened(entries),
                .. entries.Count == 0 || entries[^1] == timeline.Happened[^1] ? lines.Planned(timeline.Planned) : [],
            ],
            entry => ItemReference.Of(entry.Told),
            told,
            call);
    }

    private async Task<Reply> QuotesAsync(StoryDetail told, StoryCard card, CommandCall call, CancellationToken ct)
    {
        var said = TellingQuotes.All(await quotes.InArticlesAsync(call.Community, Read(told), ct));
        return await PagedAsync<QuoteHit>(
            said,
            page => (IEnumerable<Block>)
            [
                card.Head(),
                .. page.Select(quote => QuoteBlock.WithSpeaker(quote, call)),
                .. said.Count == 0 ? [new Note(StoryWords.NoStoryQuotes)] : Array.Empty<Block>(),
            ],
            ItemReference.Of,
            told,
            call);
    }

    private async Task<Reply> PagedAsync<T>(
        IReadOnlyList<T> all, Func<IReadOnlyList<T>, IEnumerable<Block>> blocks, Func<T, ItemReference> reference, StoryDetail told, CommandCall call)
    {
        var page = await PageOf<T>.ReadAsync(
            call, EntriesAPage, (skip, take) => Task.FromResult(new Hits<T>([.. all.Skip(skip).Take(take)], all.Count)));
        return new Reply
        {
            Blocks = [.. blocks(page.Hits.Items)],
            Buttons = ButtonRow.Of([.. page.Buttons(Spec, call), .. Views(told, call), .. WrongButton.Of(page.Hits.Items.Select(reference))]),
            Page = page.Shown,
        };
    }

    /// <summary>The first own article of each publisher, then the newest others: every voice is heard before one is heard twice.</summary>
    private static IReadOnlyList<ArticleId> Read(StoryDetail told)
    {
        var own = told.Articles.Where(article => article.CopyOf is null).Select(article => article.Article.Citation).ToList();
        return [.. own.DistinctBy(citation => citation.Publisher)
            .Concat(own.OrderByDescending(citation => citation.Published))
            .Select(citation => citation.Article)
            .Distinct()
            .Take(MostRead)];
    }

    /// <summary>The other ways to look at the story.</summary>
    private IEnumerable<Button> Views(StoryDetail told, CommandCall call)
    {
        (string? Show, string Label)[] views =
        [
            (null, StoryWords.ButtonOverview),
            (Timeline, Words.ButtonTimeline),
            (Articles, StoryWords.ButtonArticles(told.Articles.Count)),
            (Quotes, StoryWords.ButtonQuotes),
            (Reasons, StoryWords.ButtonReasons),
        ];
        return views.Where(view => view.Show != call.Text(Show) && (told.Articles.Count > 1 || view.Show is not (Articles or Reasons)))
            .Select(view => new Button(view.Label, CommandText.Again(Spec, call, Show, view.Show)));
    }
}
