using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/top: the biggest or fastest growing stories, and the people and topics that rise.</summary>
public sealed class TopCommand(IStories stories, IArticles articles) : IChatCommand
{
    private const string By = "by";
    private const string Size = "size";
    private const string Growth = "growth";
    private const int StoriesAPage = 5;
    private const int MostRising = 5;

    /// <summary>Who rises is counted over the end of a long period: it is of now, and months of articles would take longer than one waits.</summary>
    private static readonly TimeSpan LongestRise = TimeSpan.FromDays(7);

    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromHours(24);

    public CommandSpec Spec => new("top", CommandWords.TopSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            SharedArguments.Since,
            new(By, ArgumentKind.Choice, CommandWords.TopBy) { Choices = [Size, Growth] },
            SharedArguments.PageNumber,
        ],
        Examples = ["/top", "/top since:7d by:growth"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var since = call.Moment("since") is { } asked ? call.StartOf(asked.From) : (DateTimeOffset?)null;
        var period = since is { } from ? NewsPeriod.From(from, call) : NewsPeriod.Last(DefaultPeriod, call);
        var page = await ReadAsync(call, period, ct);
        if (page.Hits.Items.All(one => one.Later == 0))
        {
            var newest = await articles.LatestAsync(call.Community, null, new ArticleFilter { OnlyTold = true }, skip: 0, take: 1, ct);
            if (newest.Items.Count > 0)
            {
                period = period.EndingWith(newest.Items[0].Citation, call);
                page = await ReadAsync(call, period, ct);
            }
        }

        if (page.Hits.Items.Count == 0)
        {
            return await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NothingNew)), ct);
        }

        var lately = period.Lately(LongestRise);
        var rising = page.Number == 1 ? await stories.RisingAsync(call.Community, lately.Period, MostRising, ct) : new Rising([], []);
        return new Reply
        {
            Blocks =
            [
                .. Head(page.Hits.Total, period, call),
                .. page.Hits.Items.Select((one, index) => Line(one, page.First + index, period, call)),
                .. Rising(rising, lately, call),
            ],
            Buttons =
            [
                [.. page.Hits.Items.Select(one => StoryLines.Button(one.Story.Id))],
                [.. page.Buttons(Spec, call), OtherOrder(call)],
            ],
            Page = page.Shown,
        };
    }

    private Task<PageOf<RankedStory>> ReadAsync(CommandCall call, NewsPeriod period, CancellationToken ct)
    {
        var order = call.Text(By) == Growth ? StoryOrder.Growth : StoryOrder.Size;
        return PageOf<RankedStory>.ReadAsync(
            call, StoriesAPage, (skip, take) => stories.TopAsync(call.Community, period.Period, order, skip, take, ct));
    }

    private static IEnumerable<Block> Head(int total, NewsPeriod period, CommandCall call)
    {
        var since = MomentWords.Of(period.Asked, call);
        var time = period.IsOlder ? DayWords.WithWeekday(call.DayOf(period.Period.Since), call.Today) : Words.DigestSince(since);
        var order = call.Text(By) == Growth ? StoryWords.ByGrowth : StoryWords.BySize;
        yield return new Heading(StoryWords.TopTitle, $"{time} · {StoryWords.StoryCount(total)} {order}");
        if (period.IsOlder)
        {
            yield return new Note(Words.NothingSince(since));
        }
    }

    /// <summary>"Norrmark keeps east pier open; 5 publishers · 9 articles · +4 since 14:00".</summary>
    private static Entry Line(RankedStory one, int number, NewsPeriod period, CommandCall call)
    {
        var middle = MomentWords.Of(period.Middle, call);
        var growth = one.Later > 0 ? StoryWords.Grown(one.Later, middle) : StoryWords.Quiet(middle);
        return new Entry(
            number.ToString(CultureInfo.InvariantCulture),
            [new Strong(one.Story.Headline)],
            [new Subtle($"{StoryLines.Counts(one.Story)} · {growth} · "), StoryLines.Number(one.Story.Id)]);
    }

    private static IEnumerable<Block> Rising(Rising rising, NewsPeriod period, CommandCall call)
    {
        var middle = MomentWords.Of(period.Middle, call);
        return
        [
            .. Risers(
                StoryWords.RisingPeople(middle),
                rising.People.Select(person => (person.Name, CommandText.Of(WhoCommand.Name, person.Slug), person.Later - person.Earlier))),
            .. Risers(
                StoryWords.RisingTopics(middle),
                rising.Topics.Select(topic => (topic.Words, CommandText.Of(SearchCommand.Name, topic.Words), topic.Later - topic.Earlier))),
        ];
    }

    /// <summary>"Ilse Varga +5 · Omar Feld +3": how many articles more than before name each.</summary>
    private static IEnumerable<Block> Risers(string title, IEnumerable<(string Words, string Command, int More)> risers)
    {
        var nodes = risers.SelectMany((riser, index) => (Inline[])
        [
            .. index > 0 ? [new Subtle(" · ")] : Array.Empty<Inline>(),
            new CommandLink(riser.Words, riser.Command),
            new Subtle(" " + Words.MoreOutlets(riser.More)),
        ]).ToArray();
        return nodes.Length == 0 ? [] : [new Section(title), new Paragraph([.. nodes])];
    }

    private Button OtherOrder(CommandCall call) => call.Text(By) == Growth
        ? new Button(StoryWords.ButtonBySize, CommandText.Again(Spec, call, By, Size))
        : new Button(StoryWords.ButtonByGrowth, CommandText.Again(Spec, call, By, Growth));
}
