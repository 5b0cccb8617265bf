using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Commands;

/// <summary>/source import: follows all feeds of an OPML file.</summary>
public sealed class SourceImportCommand(ISources sources) : IChatCommand
{
    public const string Name = "source import";

    private const string File = "file";

    /// <summary>Lines of a report that a phone shows without much turning.</summary>
    private const int MostNamed = 10;

    public CommandSpec Spec => new(Name, CommandWords.SourceImportSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [new(File, ArgumentKind.File, CommandWords.SourceImportFile) { Positional = true }, SharedArguments.In],
        Examples = ["/source import feeds.opml"],
    };

    /// <summary>A feed of the list and what became of it.</summary>
    /// <param name="Refused">Why it is not followed; null when it is.</param>
    private sealed record Line(string Name, FollowOutcome? Outcome, string? Refused);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var path = call.Text(File);
        if (await call.FileAsync(path, Opml.MostBytes + 1, ct) is not { } file)
        {
            return Reply.Problem(path is not null && call.ReadFile is not null ? SourceWords.ImportNoFile(path) : SourceWords.ImportHow(Spec.Examples[0]));
        }

        if (file.Bytes.Length > Opml.MostBytes)
        {
            return Reply.Problem(SourceWords.ImportTooLarge(Opml.MostBytes / (1024 * 1024)));
        }

        return Opml.Read(file.Bytes) is { Count: > 0 } feeds
            ? Report(await ImportAsync(call, feeds, ct))
            : Reply.Problem(SourceWords.ImportNothing);
    }

    private async Task<IReadOnlyList<Line>> ImportAsync(CommandCall call, IReadOnlyList<OpmlFeed> feeds, CancellationToken ct)
    {
        // What the list calls a feed is what this community wants to see; how the feed calls itself its first visit tells.
        var distinct = feeds.DistinctBy(feed => feed.Address?.AbsoluteUri ?? feed.Printed).ToList();
        var good = distinct.Where(feed => feed.Address is not null).ToList();
        var followed = good.Count == 0
            ? []
            : await sources.ImportAsync(call.Editor, [.. good.Select(feed => new NewSource(feed.Address!, SourceKind.Feed, null, feed.Title))], ct);
        return
        [
            .. good.Zip(followed, (feed, outcome) => new Line(
                outcome.Source?.Name ?? NameOf(feed),
                outcome.Outcome,
                outcome.Outcome switch
                {
                    FollowOutcome.TooMany => SourceWords.RefusedTooMany(outcome.Most),
                    FollowOutcome.TooManyToday => SourceWords.RefusedToday(outcome.Most),
                    _ => null,
                })),
            .. distinct.Where(feed => feed.Address is null).Select(feed => new Line(NameOf(feed), null, SourceWords.RefusedAddress)),
        ];
    }

    private static string NameOf(OpmlFeed feed) => feed.Title ?? feed.Address?.IdnHost ?? SourceWords.Untitled;

    private static Reply Report(IReadOnlyList<Line> lines)
    {
        var added = lines.Where(line => line.Outcome == FollowOutcome.Added).ToList();
        var known = lines.Count(line => line.Outcome == FollowOutcome.Known);
        var refused = lines.Where(line => line.Refused is not null).ToList();
        return new Reply
        {
            Blocks =
            [
                new Heading(
                    SourceWords.ImportTitle,
                    string.Join(" · ", SourceWords.ImportAdded(added.Count), SourceWords.ImportKnown(known), SourceWords.ImportRefused(refused.Count))),
                .. Named(added.Select(line => new Entry(null, [new Strong(line.Name)])), added.Count),
                .. Named(refused.Select(line => new Entry(null, line.Name, line.Refused)), refused.Count),
                .. added.Count > 0 ? [new Note(SourceWords.ImportSoon)] : Array.Empty<Block>(),
            ],
            Buttons = [[new Button(SourceWords.ButtonList, $"/{SourceListCommand.Name}")]],
        };
    }

    private static IEnumerable<Block> Named(IEnumerable<Entry> entries, int count) =>
        [.. entries.Take(MostNamed), .. count > MostNamed ? [new Note(SourceWords.AndMore(count - MostNamed))] : Array.Empty<Block>()];
}
