namespace Bot.Host.Fetching;

/// <summary>
/// One request a host at a time, in the order of asking, with a pause behind each. Whoever waits for a host holds up nobody who asks another.
/// </summary>
internal sealed class HostTurns(TimeProvider clock)
{
    /// <summary>More waiting for one host is not fetching but a queue; whoever comes then is sent away with a time to come back.</summary>
    public const int MostWaiting = 50;

    /// <summary>Hosts are remembered for their last request; beyond so many, those that were quiet for <see cref="Forgotten"/> are not.</summary>
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Dictionary<string, HostState> _hosts = new(StringComparer.Ordinal);
    private readonly Lock _door = new();

    /// <summary>Waits for a turn. Disposing it ends it and begins the pause.</summary>
    /// <param name="host">As <see cref="Bot.Digest.Ports.IHostRests"/> names hosts.</param>
    /// <param name="gap">Pause since the end of the last request.</param>
    /// <returns>Null when too many wait.</returns>
    public async Task<HostTurn?> TakeAsync(string host, TimeSpan gap, CancellationToken ct)
    {
        if (Enter(host) is not { } state)
        {
            return null;
        }

        var hasGate = false;
        try
        {
            await state.Gate.WaitAsync(ct);
            hasGate = true;
            var pause = state.EndedAt + gap - clock.GetUtcNow();
            if (pause > TimeSpan.Zero)
            {
                // A clock that was put back since must hold nobody up for hours.
                await Task.Delay(pause < gap ? pause : gap, clock, ct);
            }

            return new HostTurn(this, state);
        }
        catch
        {
            Leave(state, hasGate);
            throw;
        }
    }

    private HostState? Enter(string host)
    {
        lock (_door)
        {
            if (!_hosts.TryGetValue(host, out var state))
            {
                Forget();
                _hosts[host] = state = new();
            }

            if (state.Present > MostWaiting)
            {
                return null;
            }

            state.Present++;
            return state;
        }
    }

    private void Leave(HostState state, bool hasGate)
    {
        lock (_door)
        {
            state.Present--;
        }

        if (hasGate)
        {
            state.Gate.Release();
        }
    }

    private void Forget()
    {
        if (_hosts.Count < MostRemembered)
        {
            return;
        }

        var before = clock.GetUtcNow() - Forgotten;
        foreach (var (host, _) in _hosts.Where(entry => entry.Value.Present == 0 && entry.Value.EndedAt < before).ToList())
        {
            _hosts.Remove(host);
        }
    }

    /// <summary>What is remembered of a host.</summary>
    internal sealed class HostState
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Present { get; set; }

        public DateTimeOffset EndedAt { get; set; } = DateTimeOffset.MinValue;

        public bool IsSlow { get; set; }
    }

    /// <summary>The right to ask one host now.</summary>
    internal sealed class HostTurn(HostTurns turns, HostState state) : IDisposable
    {
        /// <summary>A host that took longer than this is slow until it answers in time.</summary>
        private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(2);

        private DateTimeOffset? _asked;

        /// <summary>Whether the host was slow the last time.</summary>
        public bool IsSlow { get; } = state.IsSlow;

        /// <summary>The request is sent now. Without one the turn leaves no pause behind.</summary>
        public void Ask() => _asked = turns.Now;

        public void Dispose()
        {
            if (_asked is { } asked)
            {
                state.EndedAt = turns.Now;
                state.IsSlow = state.EndedAt - asked > Prompt;
            }

            turns.Leave(state, hasGate: true);
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();
}
