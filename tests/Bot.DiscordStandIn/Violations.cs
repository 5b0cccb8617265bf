using System.Collections.Concurrent;

namespace Bot.DiscordStandIn;

/// <summary>Something that a client must not do, whether Discord would refuse it or silently pass over it; or a slip of the stand-in itself.</summary>
/// <param name="Where">The operation, or "gateway".</param>
public sealed record Violation(string Where, string Says)
{
    public override string ToString() => $"{Where}: {Says}";
}

/// <summary>All violations so far. A good client leaves this empty.</summary>
public sealed class Violations
{
    private readonly ConcurrentQueue<Violation> _all = new();

    public IReadOnlyList<Violation> All => [.. _all];

    internal void Add(string where, string says) => _all.Enqueue(new(where, says));
}
