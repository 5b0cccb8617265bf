using System.Collections.Concurrent;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Runs asynchronous code on one thread, and knows when all of it waits: so a day passes without a moment of real waiting.</summary>
internal sealed class PumpedThread : SynchronizationContext
{
    /// <summary>Milliseconds: what another thread has to do first, inflating say, takes long where many tests run at once.</summary>
    private const int LongestRest = 60_000;

    private readonly BlockingCollection<(SendOrPostCallback Do, object? State)> _work = [];

    // What is awaited by the code under test ends whatever becomes of the test.
    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state), CancellationToken.None);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Starts something whose continuations this thread runs.</summary>
    public Task<T> Start<T>(Func<Task<T>> begin)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return begin();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs what is to be run, until there is nothing and <paramref name="waits"/> says that nothing is on its way either.</summary>
    public void Run(Func<bool> waits)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            while (_work.TryTake(out var work, waits() ? 0 : LongestRest, TestContext.Current.CancellationToken))
            {
                work.Do(work.State);
            }

            Assert.True(waits(), "It never waited.");
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
