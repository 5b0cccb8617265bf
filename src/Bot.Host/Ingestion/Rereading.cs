using Bot.Digest;
using Bot.Digest.Ports;

namespace Bot.Host.Ingestion;

/// <summary>
/// Reads again what an earlier program had understood, batch by batch in the order of publication. Holds no state: what is done is in the
/// archive, so a run that was killed goes on where it stopped.
/// </summary>
public sealed partial class Rereading(IRereading archive, ILogger<Rereading> logger)
{
    /// <summary>Articles of one transaction: others wait for it about as long as for a batch of new ones.</summary>
    private const int BatchSize = 20;

    /// <summary>Reads until nothing older is left.</summary>
    /// <returns>How many articles were read again.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var count = 0;
        while (await archive.NextAsync(BatchSize, ct) is { Count: > 0 } batch)
        {
            await archive.StoreAsync([.. batch.AsParallel().AsOrdered().Select(Understood)], ct);
            count += batch.Count;
        }

        return count;
    }

    private RereadArticle Understood(ArticleToReread stored)
    {
        try
        {
            return new(stored.Id, stored.Article.Hash, new(stored.Article, Understanding.Read(stored.Article)));
        }
        catch (Exception defect)
        {
            // One article must not keep the others from being read.
            LogDefect(stored.Id.Value, defect);
            return new(stored.Id, stored.Article.Hash, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Article {Article} was not understood again; it stays as it was")]
    private partial void LogDefect(long article, Exception defect);
}
