using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;

namespace Bot.Digest.Commands;

/// <summary>/timeline: what happened when, to a person or in a matter, with its sources.</summary>
public sealed class TimelineCommand(IEvents events, IPeople people, IStories stories, IArticles articles) : IChatCommand
{
    internal const string Name = "timeline";

    private const string Topic = "topic";
    private const string Show = "show";
    private const string All = "all";
    private const string Dates = "dates";
    private const string Explained = "explained";

    /// <summary>Dated sentences that one timeline is made of, the weightiest.</summary>
    private const int MostEvents = 150;

    private const int EntriesAPage = 10;

    public CommandSpec Spec => new(Name, CommandWords.TimelineSummary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Topic, ArgumentKind.Subject, CommandWords.TimelineTopic) { Positional = true, Required = true },
            SharedArguments.SinceEvent,
            SharedArguments.UntilEvent,
            new(Show, ArgumentKind.Choice, CommandWords.TimelineShow) { Choices = [All] },
            new(Dates, ArgumentKind.Choice, CommandWords.TimelineDates) { Choices = [Explained] },
            SharedArguments.PageNumber,
        ],
        Examples = ["/timeline east pier", "/timeline ilse-varga since:2026-05", "/timeline 12"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var topic = call.Text(Topic)!;
        var story = await StoryChoice.NumberedAsync(stories, call, topic, ct);
        var person = story is null ? await NamedPerson.FindAsync(people, call, topic, ct) : null;
        var found = story is null ? await EventsAsync(call, topic, person, ct) : await EventsAsync(call, story, ct);
        if (found.Count == 0)
        {
            return await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(Words.NoEvents(topic, CommandText.Of(SearchCommand.Name, topic)))), ct);
        }

        var timeline = TimelineComposer.Compose(found, call.Text(Show) == All ? TimelineSize.Everything : null);
        var page = await PageOf<TimelineEntry>.ReadAsync(call, EntriesAPage, (skip, take) => Task.FromResult(
            new Hits<TimelineEntry>([.. timeline.Happened.Skip(skip).Take(take)], timeline.Happened.Count)));
        var lines = new TimelineBlocks(call, call.Text(Dates) == Explained);
        return new Reply
        {
            Blocks =
            [
                new Heading(story?.Story.Headline ?? person?.Name ?? Capitals.First(topic), Words.EventCount(timeline.Happened.Count)),
                new Note(Words.ByDayItHappened),
                .. lines.Happened(page.Hits.Items),
                .. page.Number == page.Count ? lines.Planned(timeline.Planned) : [],
            ],
            Buttons = ButtonRow.Of([.. page.Buttons(Spec, call), .. More(call, timeline), .. Wrong(page, timeline)]),
            Page = page.Shown,
        };
    }

    private async Task<IReadOnlyList<EventHit>> EventsAsync(CommandCall call, StoryDetail story, CancellationToken ct)
    {
        var (since, until) = (call.Moment("since")?.From ?? DateOnly.MinValue, call.Moment("until")?.To ?? DateOnly.MaxValue);
        var told = await events.InArticlesAsync(
            call.Community, [.. story.Articles.Select(article => article.Article.Citation.Article)], MostEvents, ct);
        return [.. told.Where(one => one.From <= until && one.To >= since)];
    }

    private async Task<IReadOnlyList<EventHit>> EventsAsync(CommandCall call, string topic, PersonMatch? person, CancellationToken ct)
    {
        var (since, until) = (call.Moment("since")?.From, call.Moment("until")?.To);
        var ofPerson = person is null
            ? []
            : await events.OfPersonAsync(call.Community, person.Id, since, until, MostEvents, ct);
        return ofPerson.Count > 0
            ? ofPerson
            : await events.AboutAsync(call.Community, person?.Name ?? topic, since, until, MostEvents, ct);
    }

    private static IEnumerable<Button> Wrong(PageOf<TimelineEntry> page, Timeline timeline) => WrongButton.Of(
        page.Hits.Items.Concat(page.Number == page.Count ? timeline.Planned : []).Select(entry => ItemReference.Of(entry.Told)));

    private IEnumerable<Button> More(CommandCall call, Timeline timeline)
    {
        if (timeline.LeftOut > 0)
        {
            yield return new Button(Words.ButtonAllEvents(timeline.Happened.Count + timeline.Planned.Count + timeline.LeftOut), CommandText.Again(Spec, call, Show, All));
        }

        if (call.Text(Dates) is null)
        {
            yield return new Button(Words.ButtonHowDated, CommandText.Again(Spec, call, Dates, Explained));
        }
    }
}
