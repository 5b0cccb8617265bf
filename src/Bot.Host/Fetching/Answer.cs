using Bot.Digest.Ports;

namespace Bot.Host.Fetching;

/// <summary>What one request asks for.</summary>
/// <param name="Accept">The kinds of document that are understood, the dearest first.</param>
/// <param name="MostBytes">Most bytes of an unpacked body.</param>
internal sealed record Wish(string Accept, int MostBytes)
{
    public Validators? Known { get; init; }

    public int Subscribers { get; init; }

    /// <summary>Take the beginning of a body that is larger, instead of refusing it.</summary>
    public bool CutsAtMost { get; init; }

    /// <summary>Pause before the request where the host asked for one longer than ours.</summary>
    public TimeSpan Gap { get; init; }
}

/// <summary>What one request brought: an answer of a server, or the reason why there is none.</summary>
internal sealed record Answer
{
    /// <summary>Why there is no answer, or none that can be used; null when the rest tells.</summary>
    public FetchFailed? Failure { get; init; }

    public int Status { get; init; }

    /// <summary>The body of a good answer, unpacked; empty for any other.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public string? Location { get; init; }

    public string? ContentType { get; init; }

    public Validators? Validators { get; init; }

    public TimeSpan? MaxAge { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
