namespace Bot.Digest.Deliveries;

/// <summary>What is looked at each minute, in turn. A step that fails keeps none behind it back: a digest is due whatever became of what was posted before.</summary>
public sealed class EveryMinute(IReadOnlyList<Func<CancellationToken, Task>> steps)
{
    /// <summary>Takes all steps.</summary>
    /// <exception cref="AggregateException">What the steps that failed threw.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var failures = new List<Exception>();
        foreach (var step in steps)
        {
            try
            {
                await step(ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
