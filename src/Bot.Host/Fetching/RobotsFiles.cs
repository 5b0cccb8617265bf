using System.Collections.Concurrent;
using Bot.Digest.Ports;
using Bot.Digest.Reading.Robots;

namespace Bot.Host.Fetching;

/// <summary>The robots.txt of each site, fetched once a day at most.</summary>
internal sealed class RobotsFiles(RedirectWalk walk, TimeProvider clock)
{
    private const string Accept = "text/plain, */*;q=0.1";

    /// <summary>RFC 9309, section 2.4.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A site that does not answer is not asked again for every page.</summary>
    private static readonly TimeSpan FailureKept = TimeSpan.FromMinutes(10);

    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);

    /// <summary>What the site of an address asks for, or why that cannot be known: then nothing of it may be fetched (RFC 9309, section 2.3.1.4).</summary>
    public async Task<(RobotsRules? Rules, FetchFailed? Failure)> OfAsync(Uri address, CancellationToken ct)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var site = _sites.GetOrAdd(origin, _ => new());
        await site.Gate.WaitAsync(ct);
        try
        {
            if (site.Until <= clock.GetUtcNow())
            {
                var (answer, _) = await walk.GoAsync(new Uri($"{origin}/robots.txt"), WishAsync, ct);
                (site.Rules, site.Failure) = Understand(answer);
                // A host that rests was not asked and has said nothing.
                site.Until = clock.GetUtcNow() + (site.Failure is null ? Kept : site.Failure.Reason == FetchFailure.HostBusy ? TimeSpan.Zero : FailureKept);
            }

            return (site.Rules, site.Failure);
        }
        finally
        {
            site.Gate.Release();
            Forget();
        }
    }

    private static Task<(Wish?, FetchFailed?)> WishAsync(Uri address, CancellationToken ct) =>
        Task.FromResult<(Wish?, FetchFailed?)>((new(Accept, RobotsRules.MostBytes) { CutsAtMost = true }, null));

    private static (RobotsRules?, FetchFailed?) Understand(Answer answer) => answer switch
    {
        // More than five redirects count as no file (RFC 9309, section 2.3.1.2).
        { Failure.Reason: FetchFailure.TooManyRedirects } => (RobotsRules.None, null),
        { Failure: { } failure } => (null, failure),
        { Status: 200 or 203 } => (RobotsRules.Read(answer.Bytes.Span), null),
        { Status: 429 or 503 } => (null, new(FetchFailure.Throttled, answer.Status, answer.RetryAfter)),
        { Status: >= 500 } => (null, new(FetchFailure.ServerError, answer.Status)),
        _ => (RobotsRules.None, null),
    };

    private void Forget()
    {
        if (_sites.Count > MostKept)
        {
            foreach (var (origin, site) in _sites)
            {
                if (site.Until <= clock.GetUtcNow())
                {
                    _sites.TryRemove(origin, out _);
                }
            }
        }
    }

    private sealed class Site
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;

        public RobotsRules? Rules { get; set; }

        public FetchFailed? Failure { get; set; }
    }
}
