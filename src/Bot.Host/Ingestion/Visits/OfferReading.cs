using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>A fetched document to what it offers, whichever kind of source it is of.</summary>
public sealed class OfferReading(IFetcher fetcher, TimeProvider clock)
{
    /// <summary>Null when the document is nothing of that kind.</summary>
    public Task<Offer?> ReadAsync(SourceKind kind, Fetched document, CancellationToken ct) => kind switch
    {
        SourceKind.Sitemap => new SitemapWalk(fetcher, clock).ReadAsync(document, ct),
        SourceKind.Page => Task.FromResult(PageOffer.Of(document, CharsetGuess.Of)),
        _ => Task.FromResult(FeedOffer.Of(document, clock.GetUtcNow(), CharsetGuess.Of)),
    };
}
