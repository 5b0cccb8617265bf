using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What a reference leads to as it stands now: a quote, a dated sentence, or the article itself.</summary>
internal sealed record FoundItem(ItemReference Item, Citation Citation, QuoteHit? Quote, string? Sentence)
{
    /// <summary>Dated sentences of the articles that are looked through: more than any article has.</summary>
    private const int MostEvents = 1000;

    /// <summary>The words alone, with their speaker.</summary>
    public string Shown => Quote is null ? Sentence ?? Citation.Title
        : Quote.Speaker is null ? QuoteWords.Of(Quote)
        : $"{QuoteWords.Of(Quote)} · {Quote.Speaker}";

    /// <summary>What these references lead to, in their order; those that lead nowhere are left out.</summary>
    public static async Task<IReadOnlyList<FoundItem>> FindAsync(
        IArticles articles, IQuotes quotes, IEvents events, CommunityId asker, IReadOnlyList<ItemReference> items, CancellationToken ct)
    {
        var found = new Dictionary<ItemReference, FoundItem>();
        IReadOnlyList<ArticleId> holding = [.. items.Where(item => item.Words is not null).Select(item => item.Article).Distinct()];
        foreach (var quote in holding.Count == 0 ? [] : await quotes.InArticlesAsync(asker, holding, ct))
        {
            found.TryAdd(ItemReference.Of(quote), new FoundItem(ItemReference.Of(quote), quote.Citation, quote, null));
        }

        if (items.Any(item => item.Words is not null && !found.ContainsKey(item)))
        {
            foreach (var dated in await events.InArticlesAsync(asker, holding, MostEvents, ct))
            {
                found.TryAdd(ItemReference.Of(dated), new FoundItem(ItemReference.Of(dated), dated.Citation, null, dated.Sentence));
            }
        }

        foreach (var item in items.Where(item => item.Words is null).Distinct())
        {
            if (await articles.FindAsync(asker, item.Article, ct) is { } article)
            {
                found[item] = new FoundItem(item, article.Citation, null, null);
            }
        }

        return [.. items.Select(item => found.GetValueOrDefault(item)).OfType<FoundItem>()];
    }

    /// <summary>It as a line of a list.</summary>
    public Entry Line(string? label, CommandCall call) => Quote is { } quote
        ? new Entry(label, QuoteBlock.WordsOf(quote), [.. QuoteBlock.Speaker(quote), new Subtle(" · "), .. Citations.OutletAndDay(Citation, call)])
        : new Entry(label, Sentence is null ? [Citations.Title(Citation)] : Sentence, Citations.OutletAndDay(Citation, call));
}
