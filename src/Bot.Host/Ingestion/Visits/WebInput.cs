using System.Runtime.CompilerServices;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>One address read once: the article of a page, or all that a feed or a sitemap lists. What is read so is not followed.</summary>
public sealed class WebInput(IFetcher fetcher, OfferReading offers, ItemReading reading)
{
    /// <summary>The articles as items of an input; what cannot be read is an item with the reason.</summary>
    public async IAsyncEnumerable<InputItem> ReadAsync(Uri address, InputStatement statement, [EnumeratorCancellation] CancellationToken ct)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Feed), ct);
        if (result is not Fetched document)
        {
            yield return Refused(address, (result as FetchFailed)?.Reason ?? FetchFailure.Unexpected);
            yield break;
        }

        var offer = await offers.ReadAsync(SourceKind.Feed, document, ct) ?? await offers.ReadAsync(SourceKind.Sitemap, document, ct);
        if (offer is null)
        {
            var page = reading.Read(document, statement.Published);
            yield return Found(address, page.Article is { } article ? ReadResult.Of(article, statement.Source ?? page.Source) : page);
            yield break;
        }

        foreach (var item in offer.Items.Where(item => !item.IsWithdrawn))
        {
            yield return await ReadAsync(item, address, statement.Source ?? offer.Title ?? address.IdnHost, ct);
        }
    }

    private async Task<InputItem> ReadAsync(OfferedItem item, Uri address, string source, CancellationToken ct)
    {
        if (item.IsWhole || item.Address is null)
        {
            return Found(item.Address ?? address, Result(item.Article, source));
        }

        var (page, failure) = await reading.FetchAsync(item.Address, item.Date, ct);
        return page is null && item.Article is null && failure is { } reason
            ? Refused(item.Address, reason)
            : Found(item.Address, Result(page is null ? item.Article : ItemPage.Join(item, page), source));
    }

    private static ReadResult Result(Article? article, string source) =>
        article is null ? ReadResult.Refused(Refusals.NoBody) : ReadResult.Of(article, source);

    private static InputItem Found(Uri address, ReadResult read) => read.Article is null
        ? new InputItem(Place(address), null, read.Refusal, 0)
        : new InputItem(Place(address), null, null, 0) { Read = read };

    private static InputItem Refused(Uri address, FetchFailure reason) =>
        new(Place(address), null, $"it was not fetched ({reason}); check the address, or try again later", 0);

    // Addresses may hold secrets, and what is told here may be kept in a log.
    private static InputPlace Place(Uri address) => new(MaskedAddress.Of(address));
}
