using System.Threading.Channels;
using Bot.Digest;
using Bot.Digest.Ports;
using Bot.Digest.Reading;

namespace Bot.Host.Ingestion;

/// <summary>
/// The way of an article: read and understood on all cores, stored by one writer in the order of the input. Holds no state of its own:
/// what was committed is in the archive, and reading the same input again completes what a stop left undone.
/// </summary>
public sealed partial class IngestionPipeline(IArchiveWriter writer, ILogger<IngestionPipeline> logger)
{
    /// <summary>Name of the source for articles that name no outlet.</summary>
    public const string NamelessSource = "Files";

    /// <summary>Documents on their way are held to this much, counted in <see cref="Portion"/>s of bytes.</summary>
    private const int MostPortions = 1024;

    private const int Portion = 64 * 1024;

    /// <summary>Portions that any document counts at least, so that at most 128 of them wait.</summary>
    private const int LeastPortions = 8;

    /// <summary>Reads, understands and stores all items.</summary>
    /// <param name="community">Whose sources the articles' outlets become.</param>
    public async Task<IngestionReport> RunAsync(
        IAsyncEnumerable<InputItem> items, CommunityId community, IProgress<IngestionCounts>? progress, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var portions = new SemaphoreSlim(MostPortions);
        var window = Channel.CreateUnbounded<(Task<ReadItem> Item, int Portions)>(new() { SingleReader = true, SingleWriter = true });
        var feeding = FeedAsync(items, window.Writer, portions, stop.Token);
        var storing = new ArticleBatches(writer, community, progress);
        try
        {
            await foreach (var (item, taken) in window.Reader.ReadAllAsync(ct))
            {
                await storing.AddAsync(await item, ct);
                portions.Release(taken);
            }

            await storing.FlushAsync(ct);
            return storing.Report;
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    /// <summary>Starts the work on each item as soon as there is room; a failing input reaches the reader of the window.</summary>
    private async Task FeedAsync(
        IAsyncEnumerable<InputItem> items, ChannelWriter<(Task<ReadItem>, int)> window, SemaphoreSlim portions, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            await foreach (var item in items.WithCancellation(ct))
            {
                var taken = Math.Clamp((item.Document?.Bytes.Length ?? 0) / Portion, LeastPortions, MostPortions);
                for (var i = 0; i < taken; i++)
                {
                    await portions.WaitAsync(ct);
                }

                await window.WriteAsync((Task.Run(() => Understood(item), ct), taken), ct);
            }
        }
        catch (Exception error)
        {
            failure = error;
        }

        window.Complete(failure);
    }

    private ReadItem Understood(InputItem item)
    {
        if (item is { Document: null, Read: null })
        {
            return new(item, null, null, item.Refusal);
        }

        try
        {
            var read = item.Read ?? ArticleReader.Read(item.Document!);
            return read.Article is { } article
                ? new(item, new(article, Understanding.Read(article)), read.Source ?? NamelessSource, null)
                : new(item, null, null, read.Refusal);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // One article must not keep the others from being read.
            LogDefect(item.Place.ToString(), defect);
            return new(item, null, null, $"a defect of DigestBot kept it from being read ({defect.GetType().Name}); please report it");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Place} was not understood")]
    private partial void LogDefect(string place, Exception defect);
}

/// <summary>An item with its article and source, or with the reason why there is none.</summary>
internal sealed record ReadItem(InputItem Item, UnderstoodArticle? Article, string? Source, string? Refusal);
