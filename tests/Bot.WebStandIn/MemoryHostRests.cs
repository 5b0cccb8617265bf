using System.Collections.Concurrent;
using Bot.Digest.Ports;

namespace Bot.WebStandIn;

/// <summary>Rests of hosts that last as long as the object: given to another fetcher, they have outlived a restart.</summary>
public sealed class MemoryHostRests : IHostRests
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public Task<DateTimeOffset?> UntilAsync(string host, CancellationToken ct) =>
        Task.FromResult<DateTimeOffset?>(_until.TryGetValue(host, out var until) ? until : null);

    public Task RestAsync(string host, DateTimeOffset until, CancellationToken ct)
    {
        _until.AddOrUpdate(host, until, (_, before) => before > until ? before : until);
        return Task.CompletedTask;
    }
}
