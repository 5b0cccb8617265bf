using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Fetching;

/// <summary>Gets feeds, sitemaps and pages: asks robots.txt where a program should, walks along redirects, and says in the product's words how it ended.</summary>
internal sealed class Fetcher(RedirectWalk walk, RobotsFiles robots, IOptions<FetchingOptions> options) : IFetcher
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A site that asks for more between two requests is asked as seldom as this: a page would else hold a turn for minutes.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(30);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct)
    {
        var wish = WishOf(request);
        var (answer, trail) = await walk.GoAsync(request.Address, (address, token) => AdjustAsync(request.Kind, address, wish, token), ct);
        return trail is null || answer.Failure is not null ? answer.Failure! : answer.Status switch
        {
            200 or 203 => new Fetched(answer.Bytes)
            {
                ContentType = answer.ContentType,
                Final = trail.Current,
                MovedTo = trail.MovedTo,
                Validators = answer.Validators,
                MaxAge = answer.MaxAge,
            },
            304 when request.Known is { } known => new NotModified
            {
                Validators = new(answer.Validators?.ETag ?? known.ETag, answer.Validators?.LastModified ?? known.LastModified),
                MovedTo = trail.MovedTo,
                MaxAge = answer.MaxAge,
            },
            _ => new FetchFailed(ReasonOf(answer.Status), answer.Status, answer.RetryAfter),
        };
    }

    private async Task<(Wish?, FetchFailed?)> AdjustAsync(FetchKind kind, Uri address, Wish wish, CancellationToken ct)
    {
        if (kind == FetchKind.Feed)
        {
            return (wish, null);
        }

        var (rules, failure) = await robots.OfAsync(address, ct);
        return rules is null ? (null, failure)
            : !rules.Allow(address) ? (null, new FetchFailed(FetchFailure.RefusedByRobots))
            : (wish with { Gap = rules.Delay < LongestGap ? rules.Delay.Value : rules.Delay is null ? TimeSpan.Zero : LongestGap }, null);
    }

    private Wish WishOf(FetchRequest request)
    {
        var wish = request.Kind switch
        {
            FetchKind.Feed => new Wish(
                "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1",
                options.Value.FeedMegabytes * Megabyte),
            FetchKind.Sitemap => new Wish("application/xml, text/xml, application/gzip;q=0.9, text/plain;q=0.5, */*;q=0.1", options.Value.FeedMegabytes * Megabyte),
            _ => new Wish("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1", options.Value.PageMegabytes * Megabyte),
        };
        return wish with { Known = request.Known, Subscribers = request.Subscribers };
    }

    private static FetchFailure ReasonOf(int status) => status switch
    {
        401 or 403 or 451 => FetchFailure.Forbidden,
        404 => FetchFailure.NotFound,
        410 => FetchFailure.Gone,
        429 or 503 => FetchFailure.Throttled,
        >= 500 => FetchFailure.ServerError,
        _ => FetchFailure.Unexpected,
    };
}
