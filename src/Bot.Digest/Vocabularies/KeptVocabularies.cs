using Bot.Digest.Ports;

namespace Bot.Digest.Vocabularies;

/// <summary>
/// Keeps in memory what communities can ask about, for as long as somebody types: read when it is first wanted, again behind the asker's back after a
/// minute, and anew when it is older. Communities that see the same share one. Safe for many threads.
/// </summary>
public sealed class KeptVocabularies(IVocabulary archive, TimeProvider clock)
{
    /// <summary>Terms in memory, of all communities together: about a hundred megabytes.</summary>
    private const int MostTerms = 200_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Older, it may name what is gone.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<CommunityId, Kept> _kept = [];

    /// <summary>What a community can ask about.</summary>
    public async Task<TermIndex> OfAsync(CommunityId asker, CancellationToken ct)
    {
        var reader = await archive.ReaderAsync(asker, ct);
        return await Find(reader).WaitAsync(ct);
    }

    private Task<TermIndex> Find(CommunityId reader)
    {
        lock (_lock)
        {
            if (_kept.GetValueOrDefault(reader) is not { } kept || clock.GetElapsedTime(kept.ReadAt) > Oldest || kept.Index is { IsFaulted: true })
            {
                kept = _kept[reader] = new Kept(clock.GetTimestamp());
                kept.Index = ReadAsync(reader, kept);
            }

            kept.UsedAt = clock.GetTimestamp();
            if (clock.GetElapsedTime(kept.ReadAt) > Fresh && kept.Next is null or { IsCompleted: true })
            {
                kept.Next = RenewAsync(reader, kept);
            }

            return kept.Index;
        }
    }

    /// <summary>Whoever began it may give up; the others want it all the same.</summary>
    private async Task<TermIndex> ReadAsync(CommunityId reader, Kept kept)
    {
        var index = new TermIndex(await archive.ReadAsync(reader, CancellationToken.None));
        kept.Terms = index.Count;
        MakeRoom(reader, index.Count);
        return index;
    }

    private async Task RenewAsync(CommunityId reader, Kept old)
    {
        var renewed = new Kept(clock.GetTimestamp());
        renewed.Index = ReadAsync(reader, renewed);
        await ((Task)renewed.Index).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            if (renewed.Index.IsCompletedSuccessfully && _kept.GetValueOrDefault(reader) == old)
            {
                renewed.UsedAt = old.UsedAt;
                _kept[reader] = renewed;
            }
        }
    }

    /// <summary>Those that nobody used for longest give way, and those that nobody will be shown any more.</summary>
    private void MakeRoom(CommunityId reader, int terms)
    {
        lock (_lock)
        {
            foreach (var (other, kept) in _kept.Where(one => one.Key != reader).OrderByDescending(one => one.Value.UsedAt).ToList())
            {
                terms += kept.Terms;
                if (terms > MostTerms || clock.GetElapsedTime(kept.ReadAt) > Oldest)
                {
                    _kept.Remove(other);
                }
            }
        }
    }

    /// <summary>What was read for a community.</summary>
    /// <param name="readAt">By the clock that nobody puts back, as all moments here.</param>
    private sealed class Kept(long readAt)
    {
        public Task<TermIndex> Index { get; set; } = null!;

        public long ReadAt { get; } = readAt;

        public long UsedAt { get; set; }

        /// <summary>0 until it is read.</summary>
        public int Terms { get; set; }

        /// <summary>The last reading that was to take its place; null for none.</summary>
        public Task? Next { get; set; }
    }
}
