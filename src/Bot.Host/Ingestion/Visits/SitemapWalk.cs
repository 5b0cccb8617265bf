using Bot.Digest.Ports;
using Bot.Digest.Reading.Feeds;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>A sitemap with the sitemaps that it lists, the newest first and not without end.</summary>
internal sealed class SitemapWalk(IFetcher fetcher, TimeProvider clock)
{
    /// <summary>Sites cut their sitemaps by month or by topic; the newest few hold the news.</summary>
    private const int MostSitemaps = 8;

    /// <summary>An index of indexes does not exist by the protocol, yet some sites have one.</summary>
    private const int MostLevels = 2;

    /// <summary>What all of them offer; null when the document is no sitemap.</summary>
    public async Task<Offer?> ReadAsync(Fetched document, CancellationToken ct)
    {
        if (Read(document) is not { } first)
        {
            return null;
        }

        var (read, level, seen) = (new List<Sitemap> { first }, first.Sitemaps, new HashSet<Uri> { document.Final });
        for (var depth = 0; depth < MostLevels && level.Count > 0; depth++)
        {
            var listed = new List<SitemapEntry>();
            foreach (var entry in level.OrderByDescending(entry => entry.Date ?? DateTimeOffset.MinValue).Where(entry => seen.Add(entry.Address)))
            {
                if (read.Count > MostSitemaps)
                {
                    break;
                }

                if (await fetcher.FetchAsync(new FetchRequest(entry.Address, FetchKind.Sitemap), ct) is Fetched inner && Read(inner) is { } sitemap)
                {
                    read.Add(sitemap);
                    listed.AddRange(sitemap.Sitemaps);
                }
            }

            level = listed;
        }

        return SitemapOffer.Of(read, clock.GetUtcNow());
    }

    private static Sitemap? Read(Fetched document) => SitemapReader.Read(document.Bytes, document.ContentType, document.Final);
}
