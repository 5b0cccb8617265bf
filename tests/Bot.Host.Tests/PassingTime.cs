using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests;

/// <summary>A fake clock that goes on by itself, in steps.</summary>
internal static class PassingTime
{
    /// <summary>What each step takes of the machine's time: nobody says when somebody waits for the clock, and without it a busy machine would find days gone by.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Moves the clock on for as long as something is under way; no further than <paramref name="atMost"/>.</summary>
    public static async Task PassAsync(this FakeTimeProvider clock, Task underWay, TimeSpan step, TimeSpan? atMost = null)
    {
        for (var end = atMost is { } most ? clock.GetUtcNow() + most : DateTimeOffset.MaxValue; !underWay.IsCompleted && clock.GetUtcNow() < end; clock.Advance(step))
        {
            await Task.WhenAny(underWay, Task.Delay(Pause, TestContext.Current.CancellationToken));
        }
    }
}
