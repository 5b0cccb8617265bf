using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/digest: what this channel's digest would say now; nothing is recorded as sent.</summary>
public sealed class DigestCommand(IArticles articles, IQuotes quotes) : IChatCommand
{
    private const string Topic = "topic";
    private const string Style = "style";
    private const string Brief = "brief";
    private const string Standard = "standard";

    /// <summary>Stories told in full in the standard style, and how many things are told in all.</summary>
    private const int InFull = 3;

    private const int InAll = 8;

    /// <summary>Newest articles that a digest chooses from.</summary>
    private const int Considered = 100;

    /// <summary>The hour of a digest when nobody chose one.</summary>
    private static readonly TimeOnly DefaultHour = new(8, 0);

    public CommandSpec Spec => new("digest", CommandWords.DigestSummary, Access.Everyone)
    {
        Arguments =
        [
            new(Topic, ArgumentKind.Words, CommandWords.Topic) { Positional = true },
            SharedArguments.Since,
            new(Style, ArgumentKind.Choice, CommandWords.DigestStyle) { Choices = [Brief, Standard] },
        ],
        Examples = ["/digest", "/digest ferry since:7d style:brief"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var topic = call.Text(Topic);
        var since = Start(call);
        var found = await articles.LatestAsync(
            call.Community, topic, new ArticleFilter { Since = since }, skip: 0, Considered, ct);
        var edition = found.Items.Count > 0
            ? new Edition(call.Today, since, found.Items, found.Total, IsOlder: false)
            : await NewestDayAsync(call, topic, since, ct);
        if (edition is null)
        {
            var nothing = topic is null ? Words.NothingNew : Words.NoArticles(topic);
            return await EmptyArchive.OrAsync(articles, call, Reply.Ok(new Paragraph(nothing)), ct);
        }

        var items = DigestSelection.Choose(edition.Articles, InAll);
        var inFull = call.Text(Style) == Brief ? [] : items.Take(InFull).ToList();
        var said = inFull.Count == 0
            ? []
            : await quotes.InArticlesAsync(call.Community, [.. inFull.Select(item => item.Lead.Citation.Article)], ct);
        return new Reply
        {
            Blocks = [.. DigestBlocks.Head(edition, call), .. DigestBlocks.Of(items, inFull.Count, said, call)],
            Buttons = ButtonRow.Of([OtherStyle(call, inFull.Count > 0), new Button(Words.ButtonLatest, CommandText.Of(LatestCommand.Name, topic))]),
        };
    }

    /// <summary>A digest goes from the last one on: yesterday at its hour.</summary>
    private static DateTimeOffset Start(CommandCall call) => call.Moment("since") is { } since
        ? call.StartOf(since.From)
        : call.At(call.Today.AddDays(-1), DefaultHour);

    private async Task<Edition?> NewestDayAsync(CommandCall call, string? topic, DateTimeOffset since, CancellationToken ct)
    {
        var newest = await articles.LatestAsync(call.Community, topic, new ArticleFilter(), skip: 0, Considered, ct);
        if (newest.Items.Count == 0)
        {
            return null;
        }

        var day = call.DayOf(newest.Items[0].Citation.Published);
        var ofDay = newest.Items.Where(hit => call.DayOf(hit.Citation.Published) == day).ToList();
        return new Edition(day, since, ofDay, ofDay.Count, IsOlder: true);
    }

    private Button OtherStyle(CommandCall call, bool isStandard) => isStandard
        ? new Button(Words.ButtonBrief, CommandText.Again(Spec, call, Style, Brief))
        : new Button(Words.ButtonStandard, CommandText.Again(Spec, call, Style, Standard));
}
