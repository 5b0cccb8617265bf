using Bot.Digest.Ports;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What a platform remembers, as long as the test.</summary>
internal sealed class MemoryPlatformState : IPlatformState
{
    private readonly Dictionary<(string Platform, string Name), string> _values = [];

    public Task<string?> ReadAsync(string platform, string name, CancellationToken ct) => Task.FromResult(_values.GetValueOrDefault((platform, name)));

    public Task WriteAsync(string platform, string name, string value, CancellationToken ct)
    {
        _values[(platform, name)] = value;
        return Task.CompletedTask;
    }
}
