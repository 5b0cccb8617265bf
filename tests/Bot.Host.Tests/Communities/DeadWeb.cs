using Bot.Digest.Ports;

namespace Bot.Host.Tests.Communities;

/// <summary>Nothing can be reached.</summary>
internal sealed class DeadWeb : IFetcher, ISourceVisits
{
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct) => Task.FromResult<FetchResult>(new FetchFailed(FetchFailure.Unreachable));

    public Task<VisitReport> VisitAsync(SourceId source, CancellationToken ct) =>
        Task.FromResult(new VisitReport(0, 0, 0, 0, [], FetchFailure.Unreachable));

    public Task<(ArticleId? Article, FetchFailure? Failure)> ReadPageAsync(CommunityId community, Uri address, CancellationToken ct) =>
        Task.FromResult<(ArticleId?, FetchFailure?)>((null, FetchFailure.Unreachable));
}
