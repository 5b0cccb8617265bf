namespace Bot.Digest.Ports;

/// <summary>Until when hosts have asked to be left alone. Kept, so that neither a restart nor a second machine asks one of them too early.</summary>
public interface IHostRests
{
    /// <summary>Until when the host rests; null, or a time that has passed, when it may be asked.</summary>
    /// <param name="host">In lower case, with the port where it is not the scheme's own ("example.org:8080").</param>
    Task<DateTimeOffset?> UntilAsync(string host, CancellationToken ct);

    /// <summary>Remembers a rest. The later of two holds: an answer that was under way shortens none.</summary>
    /// <param name="host">As in <see cref="UntilAsync"/>.</param>
    Task RestAsync(string host, DateTimeOffset until, CancellationToken ct);
}
