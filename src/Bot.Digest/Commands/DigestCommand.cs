using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/digest: what this channel's digest would say now; nothing is recorded as sent.</summary>
public sealed class DigestCommand(IStories stories, IArticles articles, IQuotes quotes, INotices notices) : IChatCommand
{
    internal const string Name = "digest";
    internal const string Style = "style";

    private const string Topic = "topic";
    private const string Brief = "brief";
    private const string Standard = "standard";
    private const string Full = "full";

    /// <summary>Biggest stories, and newest articles on a topic, that a digest chooses from: more are read for nothing.</summary>
    private const int StoriesConsidered = 40;

    private const int ArticlesConsidered = 100;

    /// <summary>The hour of a digest when nobody chose one.</summary>
    private static readonly TimeOnly DefaultHour = new(8, 0);

    public CommandSpec Spec => new(Name, CommandWords.DigestSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Topic, ArgumentKind.Topic, CommandWords.Topic) { Positional = true },
            SharedArguments.Since,
            new(Style, ArgumentKind.Choice, CommandWords.DigestStyle) { Choices = [Brief, Standard, Full] },
        ],
        Examples = ["/digest", "/digest ferry since:7d style:brief"],
    };

    /// <summary>What a digest chooses from.</summary>
    /// <param name="Count">How much there is of it, in words.</param>
    private sealed record News(NewsPeriod Period, IReadOnlyList<StoryId> Stories, string Count);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var topic = call.Text(Topic);
        var period = NewsPeriod.From(Start(call), call);
        var news = topic is null ? await BiggestAsync(call, period, ct) : await OnTopicAsync(call, topic, period, ct);
        if (news is null)
        {
            var nothing = topic is null ? Words.NothingNew : Words.NoArticles(topic);
            return await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(nothing)), ct);
        }

        var style = call.Text(Style) ?? Standard;
        var told = await stories.InPeriodAsync(call.Community, news.Stories, news.Period.Period, ct);
        var wish = new EditionWish(news.Period.Period, style switch { Brief => DigestStyle.Brief, Full => DigestStyle.Full, _ => DigestStyle.Standard });
        var edition = EditionComposer.Compose([.. told.Select(story => new DigestCandidate(story))], wish);
        var said = edition.InFull == 0
            ? []
            : await quotes.InArticlesAsync(
                call.Community, [.. edition.Items.Take(edition.InFull).SelectMany(DigestBlocks.Telling).Select(article => article.Citation.Article)], ct);
        var lines = DigestBlocks.Of(edition, said);
        return new Reply
        {
            Blocks =
            [
                .. DigestBlocks.Head(news.Period, news.Count, call),
                .. lines.Select(line => line.Block),
                .. SourceNotices.Foot(await notices.CurrentAsync(call.Community, ct), call),
            ],
            Buttons = ButtonRow.Of(
            [
                .. OtherStyles(call, style), new Button(Words.ButtonLatest, CommandText.Of(LatestCommand.Name, topic)), .. DigestBlocks.Wrong(lines),
            ]),
        };
    }

    /// <summary>A digest goes from the last one on: yesterday at its hour.</summary>
    private static DateTimeOffset Start(CommandCall call) => call.Moment("since") is { } since
        ? call.StartOf(since.From)
        : call.At(call.Today.AddDays(-1), DefaultHour);

    /// <summary>The biggest stories; those of the newest day that has news where the time asked for has none.</summary>
    private async Task<News?> BiggestAsync(CommandCall call, NewsPeriod period, CancellationToken ct)
    {
        var top = await stories.TopAsync(call.Community, period.Period, StoryOrder.Size, skip: 0, StoriesConsidered, ct);
        if (top.Items.Count == 0)
        {
            var newest = await articles.LatestAsync(call.Community, null, new ArticleFilter { OnlyTold = true }, skip: 0, take: 1, ct);
            if (newest.Items.Count == 0)
            {
                return null;
            }

            period = period.EndingWith(newest.Items[0].Citation, call);
            top = await stories.TopAsync(call.Community, period.Period, StoryOrder.Size, skip: 0, StoriesConsidered, ct);
        }

        return top.Items.Count == 0 ? null : new News(period, [.. top.Items.Select(one => one.Story.Id)], StoryWords.StoryCount(top.Total));
    }

    /// <summary>The biggest stories among the newest articles on a topic, likewise. Where there are more articles than that, these are counted.</summary>
    private async Task<News?> OnTopicAsync(CommandCall call, string topic, NewsPeriod period, CancellationToken ct)
    {
        var filter = new ArticleFilter { Since = period.Period.Since, OnlyTold = true };
        var found = await articles.LatestAsync(call.Community, topic, filter, skip: 0, ArticlesConsidered, ct);
        if (found.Items.Count == 0)
        {
            found = await articles.LatestAsync(call.Community, topic, new ArticleFilter { OnlyTold = true }, skip: 0, ArticlesConsidered, ct);
            if (found.Items.Count == 0)
            {
                return null;
            }

            period = period.EndingWith(found.Items[0].Citation, call);
            var ofDay = found.Items.Where(hit => hit.Citation.Published >= period.Period.Since).ToList();
            found = new Hits<ArticleHit>(ofDay, ofDay.Count);
        }

        var storyOf = await stories.OfArticlesAsync(call.Community, [.. found.Items.Select(hit => hit.Citation.Article)], ct);
        var told = storyOf.Values.DistinctBy(story => story.Id).OrderByDescending(story => story.Publishers).ThenByDescending(story => story.Last).ToList();
        return told.Count == 0
            ? null
            : new News(
                period,
                [.. told.Take(StoriesConsidered).Select(story => story.Id)],
                found.Total > found.Items.Count ? Words.ArticleCount(found.Total) : StoryWords.StoryCount(told.Count));
    }

    private IEnumerable<Button> OtherStyles(CommandCall call, string style)
    {
        (string Style, string Label)[] styles = [(Brief, Words.ButtonBrief), (Standard, Words.ButtonStandard), (Full, StoryWords.ButtonFull)];
        return styles.Where(other => other.Style != style)
            .Select(other => new Button(other.Label, CommandText.Again(Spec, call, Style, other.Style)));
    }
}
