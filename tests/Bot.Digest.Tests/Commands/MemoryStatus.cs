using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>A service that fares as a test says.</summary>
internal sealed class MemoryStatus : IServiceStatus
{
    public ServiceStatus Now { get; set; } = new("1.2.3", Asking.Noon.AddHours(-50), 1_234_567, 89_000_000_000, null, [], [], []);

    public Task<ServiceStatus> ReadAsync(CancellationToken ct) => Task.FromResult(Now);
}
