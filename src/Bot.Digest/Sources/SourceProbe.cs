using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Sources;

/// <summary>Finds out what can be followed behind an address: a feed, a sitemap, or the feeds of a page. Nothing is stored.</summary>
public sealed class SourceProbe(IFetcher fetcher)
{
    /// <summary>Feeds of a page that are looked at: each is a request to somebody's server, and no question has more answers.</summary>
    private const int MostFeeds = 6;

    /// <summary>Items that are shown of each.</summary>
    private const int MostItems = 3;

    public async Task<ProbeResult> ProbeAsync(SourceAddress typed, CancellationToken ct)
    {
        var address = typed.Address;
        var result = await GetAsync(address, ct);
        if (result is FetchFailed { Reason: FetchFailure.Unreachable } && typed.Otherwise is { } otherwise)
        {
            address = otherwise;
            result = await GetAsync(address, ct);
        }

        if (result is not Fetched fetched)
        {
            return new ProbeResult([], null, result is FetchFailed failed ? failed.Reason : FetchFailure.Unexpected);
        }

        if (Read(fetched, address) is { } source)
        {
            return new ProbeResult([source], null, null);
        }

        if (DocumentKinds.Of(fetched.Bytes[..Math.Min(fetched.Bytes.Length, DocumentKinds.Reach)], fetched.Final.AbsolutePath) != DocumentKind.Page)
        {
            return new ProbeResult([], null, null);
        }

        var feeds = await BehindAsync(fetched, ct);
        return new ProbeResult(feeds, feeds.Count == 0 ? address : null, null);
    }

    private Task<FetchResult> GetAsync(Uri address, CancellationToken ct) => fetcher.FetchAsync(new FetchRequest(address, FetchKind.Feed), ct);

    /// <summary>The feeds that a page leads to, as far as they are ones; guesses only where the page itself names none.</summary>
    private async Task<IReadOnlyList<ProbedSource>> BehindAsync(Fetched page, CancellationToken ct)
    {
        var found = FeedLinks.Of(Charset.Decode(page.Bytes, Charset.OfHeader(page.ContentType)), page.Final);
        var named = found.Where(feed => feed.Ground != FeedLinkGround.Guessed).ToList();
        var articles = named.Where(feed => !feed.IsOfComments).ToList();
        var feeds = await VerifyAsync(articles.Count > 0 ? articles : named, ct);
        return feeds.Count > 0 ? feeds : [.. (await VerifyAsync(found.Where(feed => feed.Ground == FeedLinkGround.Guessed), ct)).Take(1)];
    }

    private async Task<IReadOnlyList<ProbedSource>> VerifyAsync(IEnumerable<FoundFeed> found, CancellationToken ct)
    {
        var feeds = new List<ProbedSource>();
        foreach (var candidate in found.Take(MostFeeds))
        {
            if (await GetAsync(candidate.Address, ct) is Fetched fetched && Read(fetched, candidate.Address) is { } feed)
            {
                feeds.Add(feed with { Title = feed.Title ?? candidate.Title });
            }
        }

        // One feed in two formats, or under two addresses, is one.
        return [.. feeds.DistinctBy(feed => string.Join(' ', feed.Newest.Select(item => item.Address?.AbsoluteUri ?? item.Title).DefaultIfEmpty(feed.Address.AbsoluteUri)))];
    }

    private static ProbedSource? Read(Fetched fetched, Uri asked)
    {
        var address = fetched.MovedTo ?? asked;
        if (FeedReader.Read(fetched.Bytes, fetched.ContentType, fetched.Final) is { } feed)
        {
            return new ProbedSource(
                address, SourceKind.Feed, feed.Title, feed.Items.Count, Newest(feed.Items.Select(item => new ProbedItem(item.Title, item.Address, item.Date))));
        }

        return SitemapReader.Read(fetched.Bytes, fetched.ContentType, fetched.Final) is { } map
            ? new ProbedSource(
                address, SourceKind.Sitemap, map.Pages.Select(page => page.News?.Outlet).FirstOrDefault(outlet => outlet is not null), map.Pages.Count,
                Newest(map.Pages.Select(page => new ProbedItem(page.News?.Title, page.Address, page.Date))))
            : null;
    }

    /// <summary>By date; those without one in the order of the document, which is mostly newest first.</summary>
    private static IReadOnlyList<ProbedItem> Newest(IEnumerable<ProbedItem> items) =>
        [.. items.OrderByDescending(item => item.Date ?? DateTimeOffset.MinValue).Take(MostItems)];
}
