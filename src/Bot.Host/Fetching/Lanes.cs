namespace Bot.Host.Fetching;

/// <summary>
/// How many requests are under way. A few prompt ones at a time; one that dawdles is moved to a wide lane for slow ones, so that hundreds of slow
/// hosts hold up no healthy one.
/// </summary>
internal sealed class Lanes(int prompt, TimeProvider clock) : IDisposable
{
    /// <summary>Room for slow hosts: each holds little more than a socket.</summary>
    private const int MostSlow = 240;

    /// <summary>Longer than most answers take; 200 silent hosts that come at once then cost the others less than five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _prompt = new(prompt, prompt);
    private readonly SemaphoreSlim _slow = new(MostSlow, MostSlow);

    /// <summary>Waits for room. Disposing the lane gives it back.</summary>
    /// <param name="isSlow">The host was slow before: it is not given a prompt place to lose.</param>
    public async Task<Lane> EnterAsync(bool isSlow, CancellationToken ct)
    {
        await (isSlow ? _slow : _prompt).WaitAsync(ct);
        return new(this, isSlow);
    }

    public void Dispose()
    {
        _prompt.Dispose();
        _slow.Dispose();
    }

    /// <summary>A place in one of the lanes.</summary>
    internal sealed class Lane : IDisposable
    {
        private readonly Lanes _lanes;
        private readonly Lock _door = new();
        private readonly ITimer? _timer;
        private SemaphoreSlim? _held;

        public Lane(Lanes lanes, bool isSlow)
        {
            _lanes = lanes;
            _held = isSlow ? lanes._slow : lanes._prompt;
            // Again and again, for as long as the slow lane has no room.
            _timer = isSlow ? null : lanes.Clock.CreateTimer(_ => Move(), null, Patience, Patience);
        }

        public void Dispose()
        {
            _timer?.Dispose();
            lock (_door)
            {
                _held?.Release();
                _held = null;
            }
        }

        private void Move()
        {
            lock (_door)
            {
                if (_held == _lanes._prompt && _lanes._slow.Wait(0))
                {
                    _held.Release();
                    _held = _lanes._slow;
                }
            }
        }
    }

    private TimeProvider Clock => clock;
}
