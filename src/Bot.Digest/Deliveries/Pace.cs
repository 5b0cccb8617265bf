using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>
/// How fast a platform is written to: so many messages a second in all, a gap in each channel, and what the platform itself asks for. A wish
/// to wait halves the rate, which comes back little by little (additive increase, multiplicative decrease, as TCP does). Safe for many threads.
/// </summary>
/// <remarks>Counts by a clock that nobody puts forward or back: a wait of a second is one even while the system's time is put right.</remarks>
public sealed class Pace
{
    /// <summary>Never slower than a tenth of what is documented: the platform's own waits hold beside it.</summary>
    private const double LeastShare = 0.1;

    /// <summary>From half to whole in ten seconds.</summary>
    private const double RegainedASecond = 0.05;

    /// <summary>Turns that may be made up for when the program was late; more would be a burst.</summary>
    private const double MostTurns = 3;

    private readonly PostingTerms _terms;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly long _began;
    private readonly Dictionary<ChannelId, TimeSpan> _resting = [];
    private double _share = 1;
    private double _turns = 1;
    private TimeSpan _counted;
    private TimeSpan _quietUntil;

    public Pace(PostingTerms terms, TimeProvider clock)
    {
        _terms = terms;
        _clock = clock;
        _began = clock.GetTimestamp();
    }

    // What is a turn but for the rounding of clocks is one.
    private int WholeTurns => (int)(_turns + 1e-6);

    /// <summary>How many messages may be sent at this moment.</summary>
    public int Turns()
    {
        lock (_lock)
        {
            return Count() < _quietUntil ? 0 : WholeTurns;
        }
    }

    /// <summary>Channels that are not to be written to at this moment.</summary>
    public IReadOnlyCollection<ChannelId> Resting()
    {
        lock (_lock)
        {
            Count();
            return [.. _resting.Keys];
        }
    }

    /// <summary>A message goes out now.</summary>
    public void Spend(ChannelId channel, ChatAddress address)
    {
        lock (_lock)
        {
            var now = Count();
            _turns--;
            Rest(channel, now + _terms.ChannelGap(address));
        }
    }

    /// <summary>The platform asked to wait.</summary>
    public void Slow(ChannelId channel, PostLater later)
    {
        lock (_lock)
        {
            Rest(channel, Count() + later.After);
            if (later.IsForAll)
            {
                _share = Math.Max(LeastShare, _share / 2);
                Quiet(later.After);
            }
        }
    }

    /// <summary>Nothing may be sent for some time.</summary>
    public void Quiet(TimeSpan time)
    {
        lock (_lock)
        {
            _quietUntil = Max(_quietUntil, Count() + time);
        }
    }

    /// <summary>How long until there is a turn.</summary>
    public TimeSpan UntilTurn()
    {
        lock (_lock)
        {
            var now = Count();
            return Max(_quietUntil - now, TimeSpan.FromSeconds(WholeTurns > 0 ? 0 : (1 - _turns) / (_terms.MessagesASecond * _share)));
        }
    }

    /// <summary>How long until the first of the resting channels has rested; nothing where none rests.</summary>
    public TimeSpan UntilRested()
    {
        lock (_lock)
        {
            var now = Count();
            return Max(_quietUntil - now, _resting.Count == 0 ? TimeSpan.Zero : _resting.Values.Min() - now);
        }
    }

    /// <summary>Brings turns and rests up to date.</summary>
    /// <returns>The time since the beginning.</returns>
    private TimeSpan Count()
    {
        var now = _clock.GetElapsedTime(_began);
        var passed = (now - _counted).TotalSeconds;
        _turns = Math.Min(MostTurns, _turns + (passed * _terms.MessagesASecond * _share));
        _share = Math.Min(1, _share + (passed * RegainedASecond));
        _counted = now;
        foreach (var (channel, until) in _resting)
        {
            if (until <= now)
            {
                _resting.Remove(channel);
            }
        }

        return now;
    }

    private void Rest(ChannelId channel, TimeSpan until) => _resting[channel] = Max(until, _resting.GetValueOrDefault(channel));

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
