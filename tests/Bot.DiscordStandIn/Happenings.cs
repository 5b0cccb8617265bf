namespace Bot.DiscordStandIn;

/// <summary>One lock for all that the stand-in holds, and a way to wait for what one looks for instead of sleeping.</summary>
public sealed class Happenings
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Held by everything that reads or changes the stand-in's world.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Looks now and after each thing that happens, until there is what is looked for.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> look, CancellationToken ct)
        where T : class
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            lock (Gate)
            {
                if (look() is { } found)
                {
                    return found;
                }
            }

            await next.WaitAsync(ct);
        }
    }

    /// <summary>Looks now and after each thing that happens, until it is so.</summary>
    public Task UntilAsync(Func<bool> isSo, CancellationToken ct) => UntilAsync(() => isSo() ? this : null, ct);

    internal void Tell() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
