using Bot.Digest.Ports;
using Bot.Digest.Reading.Visits;

namespace Bot.Host.Ingestion.Visits;

/// <summary>Visits on demand.</summary>
public sealed class SourceVisits(
    ISourceQueue queue, SourceVisit visit, ItemReading reading, IFetcher fetcher, IArchiveWriter writer, IArticles articles, TimeProvider clock) : ISourceVisits
{
    private const int NewestTold = 3;

    public async Task<VisitReport> VisitAsync(SourceId source, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await queue.ClaimAsync(source, now, DueVisits.Lease, ct) is not { } claimed)
        {
            return await StoredAsync(source, ct);
        }

        if (claimed.Memory.VisitedAt is { } last && now - last < NextVisit.Shortest)
        {
            await queue.ReleaseAsync(claimed, ct);
            return await StoredAsync(source, ct);
        }

        return await visit.RunAsync(claimed, ct);
    }

    public async Task<(ArticleId? Article, FetchFailure? Failure)> ReadPageAsync(CommunityId community, Uri address, CancellationToken ct)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), ct);
        if (result is not Fetched page)
        {
            return (null, (result as FetchFailed)?.Reason ?? FetchFailure.Unexpected);
        }

        var read = reading.Read(page, published: null);
        if (reading.Understood(read.Article) is not { } understood)
        {
            return (null, null);
        }

        var source = await writer.EnsureSourceAsync(community, read.Source ?? page.Final.IdnHost, ct);
        await writer.AddAsync(source, [understood], ct);
        return ((await articles.FindAsync(community, understood.Article.Address ?? page.Final, ct))?.Citation.Article, null);
    }

    private async Task<VisitReport> StoredAsync(SourceId source, CancellationToken ct) =>
        new(0, 0, 0, 0, await queue.NewestAsync(source, NewestTold, ct), Failure: null);
}
