using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Reading;

namespace Bot.Host.Ingestion;

/// <summary>Collects understood articles by source and stores them in batches, each source's in the order they came; counts what became of them.</summary>
internal sealed class ArticleBatches(IArchiveWriter writer, CommunityId community, IProgress<IngestionCounts>? progress)
{
    /// <summary>As many as one transaction takes.</summary>
    private const int BatchSize = 50;

    /// <summary>Waiting articles of all sources together; a thousand sources side by side would otherwise be a thousand small commits.</summary>
    private const int MostWaiting = 1_000;

    private const int MostWaitingCharacters = 8_000_000;

    private readonly Dictionary<string, List<UnderstoodArticle>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceId> _sources = new(StringComparer.Ordinal);
    private readonly List<IngestionRefusal> _refusals = [];

    // By outlet and key: without an address two texts of one title and day would be taken for revisions of one article.
    private readonly Dictionary<(string Source, string Key), string> _unaddressed = [];
    private IngestionCounts _counts;
    private int _articles;
    private long _characters;

    public IngestionReport Report => new(_counts, _refusals);

    public async Task AddAsync(ReadItem read, CancellationToken ct)
    {
        _counts = _counts with { Read = _counts.Read + 1, BytesDone = read.Item.BytesDone };
        if (read.Article is not { } article)
        {
            Refuse(read.Item.Place, read.Refusal!);
            return;
        }

        if (IsAnotherOfItsTitle(read.Source!, article.Article))
        {
            Refuse(read.Item.Place, Refusals.SameTitle);
            return;
        }

        var batch = _waiting.TryGetValue(read.Source!, out var waiting) ? waiting : _waiting[read.Source!] = [];
        batch.Add(article);
        _articles++;
        _characters += article.Article.Text.Length;
        if (_articles >= MostWaiting || _characters >= MostWaitingCharacters)
        {
            await FlushAsync(ct);
        }
        else if (batch.Count >= BatchSize)
        {
            await StoreAsync(read.Source!, batch, ct);
        }
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        foreach (var (source, batch) in _waiting)
        {
            await StoreAsync(source, batch, ct);
        }

        _waiting.Clear();
    }

    private bool IsAnotherOfItsTitle(string source, Article article) =>
        article.Address is null && !_unaddressed.TryAdd((source, article.Key), article.Hash) && _unaddressed[(source, article.Key)] != article.Hash;

    private void Refuse(InputPlace place, string reason)
    {
        _counts = _counts with { Refused = _counts.Refused + 1 };
        if (_refusals.Count < IngestionReport.MostRefusals)
        {
            _refusals.Add(new(place, reason));
        }
    }

    private async Task StoreAsync(string name, List<UnderstoodArticle> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return;
        }

        if (!_sources.TryGetValue(name, out var source))
        {
            source = _sources[name] = await writer.EnsureSourceAsync(community, name, ct);
        }

        foreach (var outcome in await writer.AddAsync(source, batch, ct))
        {
            _counts = outcome switch
            {
                AddOutcome.New => _counts with { New = _counts.New + 1 },
                AddOutcome.Revised => _counts with { Revised = _counts.Revised + 1 },
                _ => _counts with { Unchanged = _counts.Unchanged + 1 },
            };
        }

        _articles -= batch.Count;
        _characters -= batch.Sum(article => (long)article.Article.Text.Length);
        batch.Clear();
        progress?.Report(_counts);
    }
}
