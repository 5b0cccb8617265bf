using Bot.Digest.Ports;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What a platform remembers, as long as the test.</summary>
internal sealed class MemoryPlatformState : IPlatformState
{
    private readonly Dictionary<(string Platform, string Name), string> _values = [];

    /// <summary>What the archive fails with while it does.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What the archive fails with while it can be read but takes nothing.</summary>
    public Exception? WriteFault { get; set; }

    public Task<string?> ReadAsync(string platform, string name, CancellationToken ct) =>
        Fault is null ? Task.FromResult(_values.GetValueOrDefault((platform, name))) : Task.FromException<string?>(Fault);

    public Task WriteAsync(string platform, string name, string value, CancellationToken ct)
    {
        if ((Fault ?? WriteFault) is { } fault)
        {
            return Task.FromException(fault);
        }

        _values[(platform, name)] = value;
        return Task.CompletedTask;
    }
}
