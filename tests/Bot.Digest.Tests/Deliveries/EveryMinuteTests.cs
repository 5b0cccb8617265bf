using Bot.Digest.Deliveries;

namespace Bot.Digest.Tests.Deliveries;

public sealed class EveryMinuteTests
{
    [Fact]
    public async Task A_step_that_fails_is_told_and_keeps_no_other_back()
    {
        var taken = new List<string>();
        var minute = new EveryMinute([_ => Step("plan"), _ => throw new InvalidOperationException("torn"), _ => Step("write"), _ => throw new IOException("lost"), _ => Step("follow")]);

        var failures = await Assert.ThrowsAsync<AggregateException>(() => minute.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["plan", "write", "follow"], taken);
        Assert.Equal(["torn", "lost"], failures.InnerExceptions.Select(failure => failure.Message));

        Task Step(string name)
        {
            taken.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Told_to_stop_it_takes_no_further_step()
    {
        using var stop = new CancellationTokenSource();
        var isTaken = false;
        var minute = new EveryMinute([ct => { stop.Cancel(); ct.ThrowIfCancellationRequested(); return Task.CompletedTask; }, _ => Task.FromResult(isTaken = true)]);

        await Assert.ThrowsAsync<OperationCanceledException>(() => minute.RunAsync(stop.Token));

        Assert.False(isTaken);
    }
}
