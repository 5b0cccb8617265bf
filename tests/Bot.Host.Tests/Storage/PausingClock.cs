namespace Bot.Host.Tests.Storage;

/// <summary>A clock on which everything takes long, so that work in portions takes one piece at a time; somebody else does something in each pause.</summary>
internal sealed class PausingClock(DateTimeOffset now, Func<Task> meanwhile) : TimeProvider
{
    private long _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => Interlocked.Add(ref _passed, TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var pause = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        _ = EndAsync(pause, period);
        return pause;
    }

    private async Task EndAsync(ITimer pause, TimeSpan period)
    {
        try
        {
            await meanwhile();
        }
        finally
        {
            pause.Change(TimeSpan.Zero, period);
        }
    }
}
