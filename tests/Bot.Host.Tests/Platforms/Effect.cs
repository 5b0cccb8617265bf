namespace Bot.Host.Tests.Platforms;

/// <summary>What a platform tells has its effect in the archive some time later, and nothing says when: one looks until it is there.</summary>
internal static class Effect
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until it is so; no longer than <paramref name="patience"/>.</summary>
    public static async Task IsAsync(Func<Task<bool>> isSo, TimeSpan patience, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(patience);
        while (!await isSo())
        {
            await Task.Delay(BetweenLooks, enough.Token);
        }
    }
}
