namespace Bot.Host.Tests.Storage;

/// <summary>A clock on which everything takes long, so that work in portions takes one piece at a time; some readings later it stops the work.</summary>
internal sealed class HaltingClock(int readings, CancellationTokenSource stop) : TimeProvider
{
    private int _left = readings;
    private long _now;

    // Seconds by its own count, a moment by the world's: who waits as long as something took does not wait in a test.
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            stop.Cancel();
        }

        return Interlocked.Add(ref _now, TimeSpan.TicksPerSecond);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
