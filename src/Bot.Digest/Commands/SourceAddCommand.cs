using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Digest.Commands;

/// <summary>/source add: follows a feed, a sitemap, or what is found behind a page.</summary>
public sealed class SourceAddCommand(ISources sources, ISourceVisits visits, IFetcher fetcher, IArticles articles) : IChatCommand
{
    internal const string Name = "source add";

    /// <summary>A line to try.</summary>
    public const string Example = "/source add https://norrmark-post.example";

    private const string Url = "url";
    private const string Called = "name";
    private const string For = "for";
    private const string Everyone = "everyone";
    private const string As = "as";
    private const string Page = "page";

    public CommandSpec Spec => new(Name, CommandWords.SourceAddSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments =
        [
            new(Url, ArgumentKind.Words, CommandWords.SourceAddUrl) { Positional = true, Required = true },
            new(Called, ArgumentKind.Words, CommandWords.SourceAddName),
            new(For, ArgumentKind.Choice, CommandWords.SourceAddFor) { Choices = [Everyone], Access = Access.Operator },
            new(As, ArgumentKind.Choice, CommandWords.SourceAddAs) { Choices = [Page] },
            SharedArguments.In,
        ],
        Examples = [Example, "/source add kanal-oest.example/rss name:\"Kanal Öst\""],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var isForEveryone = call.Text(For) == Everyone;
        if (SourceAddress.Read(call.Text(Url)!) is not { } typed)
        {
            return Reply.Problem(SourceWords.NotAnAddress(call.Text(Url)!, Example));
        }

        var editor = isForEveryone ? call.Editor with { Community = CommunityId.DefaultSet } : call.Editor;
        if (call.Text(As) == Page)
        {
            return await FollowAsync(call, editor, new NewSource(typed.Address, SourceKind.Page, null, call.Text(Called)), ct);
        }

        var probed = await new SourceProbe(fetcher).ProbeAsync(typed, ct);
        return probed.Sources is [var only]
            ? await FollowAsync(call, editor, new NewSource(only.Address, only.Kind, only.Title, call.Text(Called)), ct)
            : ProbeAnswer.Of(
                probed,
                typed.Address,
                address => CommandText.Again(Spec, call, Url, address),
                new Button(SourceWords.ButtonWatch, CommandText.Again(Spec, call, As, Page)));
    }

    private async Task<Reply> FollowAsync(CommandCall call, Editor editor, NewSource source, CancellationToken ct)
    {
        var followed = await sources.AddAsync(editor, source, ct);
        return followed switch
        {
            { Outcome: FollowOutcome.TooMany } => Reply.Problem(SourceWords.TooMany(followed.Most, $"/{SourceRemoveCommand.Name}")),
            { Outcome: FollowOutcome.TooManyToday } => Reply.Problem(SourceWords.TooManyToday(followed.Most, $"/{SourceImportCommand.Name}")),
            { Outcome: FollowOutcome.Known, Source: { } known } => new Reply
            {
                Blocks = [new Paragraph(SourceWords.Known(known.Name))],
                Buttons = ButtonRow.Of([AllSources]),
            },
            _ => await VisitAsync(call, followed.Source!, ct),
        };
    }

    /// <summary>The first visit, so that the answer shows what is there.</summary>
    private async Task<Reply> VisitAsync(CommandCall call, FollowedSource source, CancellationToken ct)
    {
        var report = await visits.VisitAsync(source.Id, ct);
        var number = SourceChoice.NumberOf(source);
        var now = await sources.FindAsync(call.Community, number, limit: 1, ct) is [var found, ..] ? found : source;
        var isForEveryone = now.IsForEveryone && call.Community != CommunityId.DefaultSet;
        var reply = new Reply
        {
            Blocks =
            [
                new Paragraph(isForEveryone ? SourceWords.AddedForEveryone(now.Name) : SourceWords.Added(now.Name)),
                .. Newest(report, call),
                .. Remarks(report, now, call),
            ],
            Buttons = ButtonRow.Of([AllSources, new Button(SourceWords.ButtonRemove, CommandText.Of(SourceRemoveCommand.Name, number))]),
        };
        return await UnreadLanguages.AddToAsync(articles, call, reply, ct);
    }

    private static Button AllSources => new(SourceWords.ButtonList, $"/{SourceListCommand.Name}");

    private static IEnumerable<Block> Newest(VisitReport report, CommandCall call) => report.Newest.Count == 0
        ? []
        :
        [
            new Section(SourceWords.Newest),
            .. report.Newest.Select(article => new Entry(
                null,
                [
                    article.Address is { } address ? new Link(article.Title, address) : new Strong(article.Title),
                    new Subtle($" · {DayWords.Of(call.DayOf(article.Published), call.Today)} · "),
                    Citations.Number(article.Id),
                ])),
        ];

    private static IEnumerable<Block> Remarks(VisitReport report, FollowedSource source, CommandCall call)
    {
        string?[] remarks =
        [
            report.New > 0 ? SourceWords.Brought(report.New) : null,
            report.LeftOut > 0 ? SourceWords.LeftOut(report.LeftOut) : null,
            report.Failure is { } failure ? SourceWords.FirstVisitFailed(SourceHealthWords.Of(failure)) : null,
        ];
        var said = string.Join(' ', remarks.Where(remark => remark is not null));
        return new[] { said, SourceHealthWords.Next(source, call) }.Where(part => part is { Length: > 0 }).Select(part => new Note(Capitals.First(part!)));
    }
}
