using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>Lets the program work undisturbed.</summary>
internal static class Drain
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Longer than any number of digests here takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it until nothing is due and nothing waits, and stops it as an operator does.</summary>
    /// <exception cref="InvalidOperationException">That did not come.</exception>
    public static Task ToEndAsync(DueChannels channels, IStandIn standIn) => ToAsync(channels, standIn, open => open.Left == 0);

    /// <summary>As <see cref="ToEndAsync"/>, until so much is left as <paramref name="isEnough"/> says.</summary>
    public static async Task ToAsync(DueChannels channels, IStandIn standIn, Func<OpenWork, bool> isEnough)
    {
        using var host = TriedHost.Start(channels.Folder, standIn, channels.Clock);
        using var patience = new CancellationTokenSource(Patience);
        while (await channels.OpenAsync() is var open && !isEnough(open))
        {
            if (host.ExitCode is { } code || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"Digests stay where they are: {open}.");
            }

            await Task.Delay(BetweenLooks, CancellationToken.None);
        }

        await host.StopAsync();
    }
}
