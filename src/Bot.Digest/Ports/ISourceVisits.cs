namespace Bot.Digest.Ports;

/// <summary>An article that a visit brought.</summary>
public sealed record BroughtArticle(ArticleId Id, string Title, DateTimeOffset Published, Uri? Address);

/// <summary>What a visit of a source brought.</summary>
/// <param name="New">Articles that were not known.</param>
/// <param name="Revised">Articles whose text the publisher has changed.</param>
/// <param name="Known">Items that were known as they are.</param>
/// <param name="LeftOut">Items that were passed over because there were too many.</param>
/// <param name="Newest">The newest of the source's articles, newest first; a few.</param>
/// <param name="Failure">Why nothing was read; null when something was, or when nothing had changed.</param>
public sealed record VisitReport(
    int New, int Revised, int Known, int LeftOut, IReadOnlyList<BroughtArticle> Newest, FetchFailure? Failure);

/// <summary>Reading the web on demand, by the same rules by which sources are visited when they are due.</summary>
public interface ISourceVisits
{
    /// <summary>Visits a source now. One that is being visited or that must rest is not asked again; the report then tells what is stored.</summary>
    Task<VisitReport> VisitAsync(SourceId source, CancellationToken ct);

    /// <summary>
    /// Reads one page into the archive of a community, under a source named as its site names itself.
    /// </summary>
    /// <returns>The article, or why there is none; neither when the page was read and holds no article.</returns>
    Task<(ArticleId? Article, FetchFailure? Failure)> ReadPageAsync(CommunityId community, Uri address, CancellationToken ct);
}
