using Bot.Digest.Ports;

namespace Bot.Digest.Vocabularies;

/// <summary>
/// Keeps in memory what communities can ask about, for as long as somebody types: read when it is first wanted, again behind the asker's back after a
/// minute, and anew when it is older or people were corrected since. Communities that see the same share one. Safe for many threads.
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

    /// <summary>The last reading in each of two lanes, in which one begins when the one before has ended: what is being read takes memory too.</summary>
    private readonly Task[] _lanes = [Task.CompletedTask, Task.CompletedTask];
    private int _lane;

    /// <summary>What a community can ask about.</summary>
    public async Task<TermIndex> OfAsync(CommunityId asker, CancellationToken ct) =>
        await Find(await archive.SightAsync(asker, ct)).WaitAsync(ct);

    private Task<TermIndex> Find(Sight sight)
    {
        lock (_lock)
        {
            if (_kept.GetValueOrDefault(sight.Reader) is not { } kept || kept.Sight != sight || clock.GetElapsedTime(kept.ReadAt) > Oldest || kept.Index is { IsFaulted: true })
            {
                kept = _kept[sight.Reader] = Begin(sight);
            }

            kept.UsedAt = clock.GetTimestamp();
            if (clock.GetElapsedTime(kept.ReadAt) > Fresh && kept.Next is null or { IsCompleted: true })
            {
                kept.Next = RenewAsync(kept);
            }

            return kept.Index;
        }
    }

    private Kept Begin(Sight sight)
    {
        var kept = new Kept(sight, clock.GetTimestamp());
        _lane = Array.FindIndex(_lanes, last => last.IsCompleted) is >= 0 and var free ? free : (_lane + 1) % _lanes.Length;
        _lanes[_lane] = kept.Index = ReadAsync(kept, _lanes[_lane]);
        return kept;
    }

    /// <summary>Whoever began it may give up; the others want it all the same.</summary>
    /// <param name="before">To be waited for.</param>
    private async Task<TermIndex> ReadAsync(Kept kept, Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var index = new TermIndex(await archive.ReadAsync(kept.Sight.Reader, CancellationToken.None));
        kept.Terms = index.Count;
        MakeRoom(kept);
        return index;
    }

    private async Task RenewAsync(Kept old)
    {
        var renewed = Begin(old.Sight);
        await ((Task)renewed.Index).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            if (renewed.Index.IsCompletedSuccessfully && _kept.GetValueOrDefault(old.Sight.Reader) == old)
            {
                renewed.UsedAt = old.UsedAt;
                _kept[old.Sight.Reader] = renewed;
            }
        }
    }

    /// <summary>Those that nobody used for longest give way, and those that nobody will be shown any more; never what is still being read, for which somebody waits.</summary>
    private void MakeRoom(Kept read)
    {
        lock (_lock)
        {
            var terms = read.Terms;
            foreach (var (other, kept) in _kept.Where(one => one.Key != read.Sight.Reader && one.Value.Index.IsCompleted).OrderByDescending(one => one.Value.UsedAt).ToList())
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
    /// <param name="sight">For whom, and what was known of changes before.</param>
    /// <param name="readAt">By the clock that nobody puts back, as all moments here.</param>
    private sealed class Kept(Sight sight, long readAt)
    {
        public Sight Sight { get; } = sight;

        public Task<TermIndex> Index { get; set; } = null!;

        public long ReadAt { get; } = readAt;

        public long UsedAt { get; set; }

        /// <summary>0 until it is read.</summary>
        public int Terms { get; set; }

        /// <summary>The last reading that was to take its place; null for none.</summary>
        public Task? Next { get; set; }
    }
}
