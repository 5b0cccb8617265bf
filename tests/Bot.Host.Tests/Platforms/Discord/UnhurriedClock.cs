namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>The system's time, passing eight times as slowly: what Discord gives three seconds for, a busy machine gets twenty-four.</summary>
internal sealed class UnhurriedClock : TimeProvider
{
    private const int Factor = 8;

    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) / Factor);

    public override long GetTimestamp() => System.GetTimestamp() / Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Slower(dueTime), Slower(period));

    private static TimeSpan Slower(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * Factor;
}
