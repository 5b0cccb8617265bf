using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;

namespace Bot.Host.Health;

/// <summary>How the service fares at this moment, looked at anew.</summary>
public sealed class StatusReading(
    IServiceNumbers numbers, JobBeats beats, IEnumerable<IChatPlatform> platforms, TimeProvider clock, string folder) : IServiceStatus
{
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly IReadOnlyList<string> _platforms = [.. platforms.Select(platform => platform.Name)];

    public async Task<ServiceStatus> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counted = await numbers.CountAsync(_platforms, now, ct);
        return new ServiceStatus(
            typeof(StatusReading).Assembly.GetName().Version?.ToString(3) ?? "",
            _started,
            new DirectoryInfo(folder).EnumerateFiles(StorageSetup.FileName + "*").Sum(file => file.Length),
            new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace,
            counted,
            beats.Read(),
            _platforms,
            HealthRules.Of(counted, beats, now));
    }
}
