using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/why: why something is, or is not, in the digest, and why a quote is somebody's.</summary>
public sealed class WhyCommand(IEditions editions, IStories stories, IArticles articles, IQuotes quotes, IEvents events) : IChatCommand
{
    internal const string Name = "why";

    private const string Item = "item";
    private const string StoryNumber = "story";
    private const string ArticleNumber = "article";

    /// <summary>Quotes that are explained at once: as many as a card shows.</summary>
    private const int MostQuotes = 5;

    public CommandSpec Spec => new(Name, WhyWords.Summary, Access.Everyone, CommandGroup.Ask)
    {
        Arguments =
        [
            new(Item, ArgumentKind.Words, WhyWords.Item) { Positional = true },
            new(StoryNumber, ArgumentKind.Number, WhyWords.StoryNumber) { Min = 1 },
            new(ArticleNumber, ArgumentKind.Number, WhyWords.ArticleNumber) { Min = 1 },
        ],
        IsAboutMessage = true,
        Examples = ["/why", "/why 3", "/why story:12"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text(Item);
        if (typed is not null && Quotes(typed) is { } references)
        {
            return await QuotedAsync(call, typed, references, ct);
        }

        var isAll = typed is null && !call.Arguments.ContainsKey(StoryNumber) && !call.Arguments.ContainsKey(ArticleNumber);
        var edition = await editions.FindAsync(call.Community, call.Chat, call.RepliesTo, ct);
        if (edition is null && call.RepliesTo is not null)
        {
            return Reply.Problem(WhyWords.NotADigest(CommandText.Of(Name)));
        }

        if (edition is null || (isAll && edition.Choices.Count == 0))
        {
            return Reply.Ok(new Paragraph(WhyWords.NoDigest(CommandText.Of(DigestCommand.Name))));
        }

        var reasons = new DigestReasons(stories, edition, call);
        if (isAll)
        {
            return await reasons.AllAsync(ct);
        }

        if (typed is not null && !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return Reply.Problem(WhyWords.NotAnItem(typed, Spec.Examples[1]));
        }

        return await StoryAsync(call, typed, reasons, ct) is { } story
            ? await reasons.OneAsync(story, ct)
            : Reply.Ok(new Paragraph(WhyWords.NoSuchItem(edition.Choices.Count(DigestReasons.IsTold), $"/{Name}")));
    }

    /// <summary>References to quotes as buttons write them; null where something else was typed.</summary>
    private static List<ItemReference>? Quotes(string typed)
    {
        var read = typed.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(ItemReference.Read).ToList();
        return read.Count > 0 && read.TrueForAll(item => item is { Words: not null }) ? [.. read.OfType<ItemReference>()] : null;
    }

    private async Task<Reply> QuotedAsync(CommandCall call, string typed, List<ItemReference> references, CancellationToken ct)
    {
        var found = await FoundItem.FindAsync(articles, quotes, events, call.Community, [.. references.Take(MostQuotes)], ct);
        var said = found.Select(item => item.Quote).OfType<QuoteHit>().ToList();
        return said.Count == 0
            ? Reply.Problem(WhyWords.NoSuchQuote(typed))
            : Reply.Ok([new Heading(WhyWords.QuotesTitle), .. said.SelectMany(quote => QuoteReasons.Of(quote, call))]);
    }

    /// <summary>The story of the digest's item, of the article, or the one that was named.</summary>
    private async Task<StoryId?> StoryAsync(CommandCall call, string? typed, DigestReasons reasons, CancellationToken ct)
    {
        if (call.Arguments.ContainsKey(StoryNumber))
        {
            return new StoryId(call.Number(StoryNumber, 0));
        }

        var number = typed is null ? call.Number(ArticleNumber, 0) : int.Parse(typed, CultureInfo.InvariantCulture);
        if (typed is not null && reasons.Item(number) is { } item)
        {
            return item;
        }

        var article = new ArticleId(number);
        return (await stories.OfArticlesAsync(call.Community, [article], ct)).TryGetValue(article, out var story) ? story.Id : null;
    }
}
